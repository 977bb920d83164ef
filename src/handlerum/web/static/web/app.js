// Small help on top of pages that work without it.
"use strict";

// After an answer or an error has come, go to it: with the eyes, the keyboard and the screen reader.
function goTo(place) {
  const target = place.querySelector("[data-focus]");
  if (target) target.focus({ preventScroll: false });
}
document.addEventListener("htmx:afterSwap", (event) => goTo(event.detail.target));
document.addEventListener("DOMContentLoaded", () => goTo(document));

// The server cannot be reached, or said no: say so, and leave what was typed.
for (const name of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(name, (event) => event.detail.elt.submit?.());
}

document.addEventListener("click", (event) => {
  const filler = event.target.closest("[data-fill]");
  if (filler) {
    document.getElementById(filler.dataset.fill).value = filler.value;
  }
  const copier = event.target.closest("[data-copy]");
  if (copier) {
    const field = document.getElementById(copier.dataset.copy);
    field.select();
    navigator.clipboard?.writeText(field.value);
  }
  // A menu closes when something else is pressed.
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

// Leaving a page with something unsent asks first.
for (const form of document.querySelectorAll("[data-guard]")) {
  let unsent = false;
  form.addEventListener("input", () => { unsent = true; });
  form.addEventListener("submit", () => { unsent = false; });
  window.addEventListener("beforeunload", (event) => { if (unsent) event.preventDefault(); });
}
