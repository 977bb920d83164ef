// A session on a phone: follows by itself, and never loses a word. Without this, plain forms work.
(() => {
  const room = document.getElementById("moede");
  if (!room) return;
  const { stream, state, session, waiting } = room.dataset;
  const outbox = `moede-${session}-ud`;
  let version = Number(room.dataset.version), busy = false, again = false;
  const draft = (field) => `moede-${session}-${room.dataset.step}-${field.form.what?.value}-${field.form.phase?.value}`;

  const restore = () => room.querySelectorAll("[data-draft]").forEach((field) => {
    const kept = localStorage.getItem(draft(field));
    if (kept && !field.value) field.value = kept;
    field.addEventListener("input", () => localStorage.setItem(draft(field), field.value));
  });

  const swap = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("moede");
    if (!fresh) return location.reload(); // it is over, or nobody is let in any more
    const typing = room.querySelector("#skriv :focus, .lead-session :focus");
    const moved = fresh.dataset.step !== room.dataset.step;
    room.querySelector("#vis").replaceChildren(...fresh.querySelector("#vis").childNodes);
    room.dataset.version = fresh.dataset.version;
    version = Number(fresh.dataset.version);
    const written = [...room.querySelectorAll("[data-draft]")].some((field) => field.value);
    if (moved || (!typing && !written)) {
      room.dataset.step = fresh.dataset.step;
      room.querySelector("#skriv").replaceChildren(...fresh.querySelector("#skriv").childNodes);
      restore();
    }
    const lead = room.querySelector(".lead-session"), other = fresh.querySelector(".lead-session");
    if (lead && other && !lead.contains(document.activeElement)) lead.replaceWith(other);
    else if (lead && other) lead.querySelectorAll("[name=turn]").forEach((turn) => { turn.value = other.querySelector("[name=turn]").value; });
  };

  const refresh = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      if (answer.status === 404) return location.reload();
      swap(await answer.text());
    } catch { /* the network is away: the stream tells when it is back */ }
    busy = false;
    if (again) { again = false; refresh(); }
  };

  const told = (message) => {
    const line = document.getElementById("netvaerk");
    if (line) { line.textContent = message; line.hidden = !message; }
  };

  // What was sent and not yet answered stands here; its key makes it one entry however often it is sent.
  const kept = () => JSON.parse(localStorage.getItem(outbox) || "[]");
  const keep = (letters) => localStorage.setItem(outbox, JSON.stringify(letters));
  const refused = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("moede");
    if (!fresh) return location.reload();
    room.querySelector("#skriv").replaceChildren(...fresh.querySelector("#skriv").childNodes);
    restore();
    told(fresh.querySelector(".problem[role=alert]")?.textContent || "");
    room.querySelector("#skriv textarea")?.focus();
  };
  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    for (let letters = kept(); letters.length; letters = kept()) {
      let answer;
      try {
        answer = await fetch(letters[0].url, { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: letters[0].body });
      } catch {
        told(waiting);
        setTimeout(send, 3000 + Math.random() * 2000);
        break;
      }
      if (answer.status >= 500) { told(waiting); setTimeout(send, 3000); break; }
      keep(kept().slice(1));
      told("");
      const text = await answer.text();
      if (answer.ok) { localStorage.removeItem(letters[0].draft); await refresh(); }
      else refused(text);
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
    if (field) { localStorage.setItem(draft(field), ""); field.value = ""; field.blur(); }
    send();
  });

  const follow = () => {
    if (!window.EventSource) { setInterval(poll, 4000); return; }
    const source = new EventSource(`${stream}?fra=${version}`);
    source.addEventListener("moved", (event) => { if (Number(event.lastEventId) > version) refresh(); });
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
