// A session on a phone: follows by itself, and never loses a word. Without this, plain forms work.
(() => {
  const room = document.getElementById("moede");
  if (!room) return;
  const { stream, state, session, waiting } = room.dataset;
  const outbox = `moede-${session}-ud`;
  let version = Number(room.dataset.version), busy = false, again = false, mine = false;
  const draft = (field) => `moede-${session}-${room.dataset.step}-${field.form.what?.value}-${field.form.phase?.value}`;

  const restore = () => room.querySelectorAll("[data-draft]").forEach((field) => {
    const kept = localStorage.getItem(draft(field));
    if (kept && !field.value) field.value = kept;
    field.addEventListener("input", () => localStorage.setItem(draft(field), field.value));
  });

  // Numbers and marks that are set and not sent yet stand until they are.
  const count = (form) => {
    const left = form.querySelector("[data-left]");
    if (!left) return;
    const spent = [...form.querySelectorAll("[type=number]")].reduce((sum, one) => sum + (Number(one.value) || 0), 0);
    left.textContent = form.dataset.total - spent;
  };
  room.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-hold]");
    if (form) { form.dataset.held = "1"; count(form); }
  });

  const put = (fresh, id) => {
    const [here, there] = [room, fresh].map((one) => one.querySelector(id));
    if (here && there && !here.contains(document.activeElement)) here.replaceChildren(...there.childNodes);
  };
  const swap = (text, own) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("moede");
    if (!fresh) return location.reload(); // it is over, or nobody is let in any more
    const focused = document.activeElement;
    const typing = focused?.closest("#skriv, .lead-session, #pladser") && !focused.matches("button, summary") && !(own && focused.closest(".answering"));
    const next = [".answering", "#skriv"].find((place) => focused?.closest(place));
    const moved = fresh.dataset.step !== room.dataset.step;
    room.querySelector("#vis").replaceChildren(...fresh.querySelector("#vis").childNodes);
    ["#plads", "#svar-leder", "#pladser"].forEach((id) => put(fresh, id));
    room.dataset.version = fresh.dataset.version;
    version = Number(fresh.dataset.version);
    const written = [...room.querySelectorAll("[data-draft]")].some((field) => field.value);
    const held = room.querySelector("#skriv [data-held]");
    if (moved || (!typing && !held && (own || !written))) {
      room.dataset.step = fresh.dataset.step;
      room.querySelector("#skriv").replaceChildren(...fresh.querySelector("#skriv").childNodes);
      restore();
      // Whoever answers by keyboard goes on with the next one.
      if (next) room.querySelector(`${next} button`)?.focus({ preventScroll: true });
    }
    const lead = room.querySelector(".lead-session"), other = fresh.querySelector(".lead-session");
    if (lead && other && !lead.contains(document.activeElement)) lead.replaceWith(other);
    else if (lead && other) lead.querySelectorAll("[name=turn]").forEach((turn) => { turn.value = other.querySelector("[name=turn]").value; });
  };

  const refresh = async (own = false) => {
    if (busy) { again = true; mine ||= own; return; }
    busy = true;
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      if (answer.status === 404) return location.reload();
      swap(await answer.text(), own);
    } catch { /* the network is away: the stream tells when it is back */ }
    busy = false;
    if (again) { again = false; const ours = mine; mine = false; refresh(ours); }
  };

  // In a large room not all ask for their own page at once; what is for everybody comes by itself.
  let asking = null, people = 0, mark = null;
  const refreshSoon = (own = false) => {
    if (people <= 100 || room.querySelector(".lead-session")) return refresh(own);
    asking ??= setTimeout(() => { asking = null; refresh(own); }, Math.random() * people * 10);
  };
  const heard = (told) => {
    if (told.version <= version) return;
    people = told.people;
    const same = told.own === mark && told.shown !== null && !room.querySelector(".lead-session");
    mark = told.own;
    if (told.state !== "closed" && told.shown !== null) {
      const fresh = new DOMParser().parseFromString(told.shown, "text/html").body;
      room.querySelector("#vis").replaceChildren(...fresh.childNodes);
      version = told.version;
    }
    if (!same) refreshSoon();
  };

  const told = (message) => {
    const line = document.getElementById("netvaerk");
    if (line) { line.textContent = message; line.hidden = !message; }
  };

  // What was sent and not yet answered stands here; its key makes it one entry however often it is sent.
  const kept = () => JSON.parse(localStorage.getItem(outbox) || "[]");
  const keep = (letters) => localStorage.setItem(outbox, JSON.stringify(letters));
  const refused = (text, letter) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("moede");
    if (!fresh) {
      const words = new URLSearchParams(letter.body).get("text");
      if (letter.draft && words) localStorage.setItem(letter.draft, words);
      return location.reload();
    }
    room.querySelector("#skriv").replaceChildren(...fresh.querySelector("#skriv").childNodes);
    restore();
    told(fresh.querySelector(".problem[role=alert]")?.textContent || "");
    room.querySelector("#skriv [aria-invalid=true], #skriv textarea, #skriv input")?.focus();
  };
  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    for (let letters = kept(); letters.length; letters = kept()) {
      let answer;
      try {
        answer = await fetch(letters[0].url, { method: "POST", credentials: "same-origin", redirect: "manual", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: letters[0].body });
      } catch {
        told(waiting);
        setTimeout(send, 3000 + Math.random() * 2000);
        break;
      }
      if (answer.status >= 500) { told(waiting); setTimeout(send, 3000); break; }
      keep(kept().slice(1));
      told("");
      if (answer.ok || answer.type === "opaqueredirect") { localStorage.removeItem(letters[0].draft); await refreshSoon(true); }
      else refused(await answer.text(), letters[0]);
    }
    sending = false;
  };

  room.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-send]")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
    const field = form.querySelector("[data-draft]");
    keep([...kept(), { url: form.action, body, draft: field ? draft(field) : "" }]);
    delete form.dataset.held;
    if (field) { localStorage.setItem(draft(field), ""); field.value = ""; field.blur(); }
    // What is written next is another entry, also while this one waits for the network.
    if (field && form.key) form.key.value = [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
    send();
  });

  const follow = () => {
    if (!window.EventSource) { setInterval(poll, 4000); return; }
    const source = new EventSource(`${stream}?fra=${version}`);
    source.addEventListener("moved", (event) => { heard(JSON.parse(event.data)); });
    source.addEventListener("end", () => { source.close(); location.reload(); });
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) setTimeout(follow, 3000); };
    source.onopen = send;
  };
  const poll = async () => {
    try {
      const answer = await fetch(state, { headers: { "If-None-Match": `"${version}"` } });
      if (answer.status === 200) refresh();
      if (kept().length) send();
    } catch { /* again in four seconds */ }
  };
  addEventListener("online", () => { send(); refresh(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { send(); refresh(); } });
  restore();
  follow();
})();
