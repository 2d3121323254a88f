// The form of an opinion keeps what was typed: a draft of this page's own tab, chosen files over a page that comes back, a sending that waits
// for the line. The tab's own store outlives a dropped line, a reload and going back, and ends with the tab: whoever holds the telephone
// next finds nothing. Without this file the form works all the same, and the server gives back every word.
"use strict";
const DRAFT = "gandan-ban-nhap", CONTACT = "gandan-lien-he", SENT = "gandan-da-gui";
const DAY = 24 * 3600 * 1000, AGAIN = 20000;
const WORDS = ["text", "where", "unit", "hamlet", "place", "topic"], REACH = ["name", "phone", "mail"];
const kept = (key) => { try { return JSON.parse(sessionStorage.getItem(key)) } catch { return null } };
const keep = (key, value) => { try { sessionStorage.setItem(key, JSON.stringify(value)); return true } catch { return false } }; // full, or forbidden
const drop = (key) => { try { sessionStorage.removeItem(key) } catch { /* forbidden */ } };

function form() { return document.querySelector("form[data-say]") }
function values(names) { return Object.fromEntries(names.map((n) => [n, form().elements[n]?.value ?? ""])) }
function fill(saved, names) { for (const n of names) { const field = form().elements[n]; if (field && saved?.[n] && !field.value) field.value = saved[n] } }

function save() {
  if (form().elements.marked.checked) return forget(); // what accuses somebody stays on no telephone
  if (!form().elements.text.value.trim()) return forget(); // who empties the field means it
  tell(keep(DRAFT, { ...values(WORDS), at: Date.now() }));
  keep(CONTACT, values(REACH));
}
function forget() { drop(DRAFT); drop(CONTACT); tell(false) }
function tell(draft) { document.querySelector("[data-draft]").hidden = !draft }
function restore() {
  const saved = kept(DRAFT);
  if (!saved || !(Date.now() - saved.at < DAY)) return forget();
  fill(saved, form().elements.unit?.value && saved.unit !== form().elements.unit.value ? ["text", "place", "topic"] : WORDS);
  fill(kept(CONTACT), REACH);
  tell(true);
}

let waiting = null; // the sending that the line kept from arriving
function say(words) { const line = document.querySelector("[data-line]"); if (line) line.textContent = words }
async function send(button) {
  const from = form(), url = button?.getAttribute("formaction") || from.getAttribute("action");
  const body = new FormData(from);
  if (button?.name) body.set(button.name, button.value);
  clearTimeout(waiting); waiting = null;
  const press = from.querySelector("[data-send]");
  press.setAttribute("aria-disabled", "true");
  if (button === press) say(from.dataset.sending);
  try {
    const answer = await fetch(url, { method: "POST", body, credentials: "same-origin" });
    if (answer.redirected) { location.assign(answer.url); return }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("form[data-say]")) throw new Error("down");
    show(page, from, url.split("#")[1]);
  } catch (error) {
    say(error.message === "down" ? from.dataset.down : from.dataset.lost);
    waiting = setTimeout(() => send(button), AGAIN);
  }
  press.removeAttribute("aria-disabled");
}
function show(page, before, part) {
  const files = before.elements.uploads?.files;
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  document.title = page.title;
  if (files?.length) { form().elements.uploads.files = files; document.querySelector("[data-again]")?.remove() }
  begin(); tell(kept(DRAFT) !== null);
  const told = form().querySelector("[role=alert]") || (part && document.getElementById(part)) || document.querySelector("main");
  told.setAttribute("tabindex", "-1"); told.focus({ preventScroll: true }); told.scrollIntoView({ block: "start" });
}
function begin() {
  form().addEventListener("input", save);
  form().addEventListener("submit", (event) => {
    event.preventDefault();
    if (form().querySelector("[data-send]").getAttribute("aria-disabled") === "true") return;
    send(event.submitter);
  });
  document.querySelector("[data-drop]").addEventListener("click", () => {
    forget();
    clearTimeout(waiting); waiting = null; say(""); // nor is it sent when the line is back
    for (const n of ["text", "place", ...REACH, "own_pin", "uploads"]) if (form().elements[n]) form().elements[n].value = "";
    form().elements.text.focus();
  });
}
addEventListener("online", () => { if (waiting !== null) send(form().querySelector("[data-send]")) });
addEventListener("pageshow", (event) => {
  // Back to a form that was sent: whoever holds the telephone now begins with an empty one.
  const sent = kept(SENT), back = event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  drop(SENT);
  if (sent && back) { form().reset(); location.replace(form().getAttribute("action")) }
});
begin();
restore();
