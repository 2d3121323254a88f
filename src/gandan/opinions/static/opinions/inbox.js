// The inbox works without this file: rows are links, boxes and buttons. With it the keyboard goes through them. Keys can be switched off.
"use strict";

{ // a scope of its own: scripts of one page share their names
const KEYS_OFF = "gandan-keys-off"; // the same choice as where texts are reviewed: a person wants keys or does not
const form = document.querySelector("form[data-inbox]");
const help = document.querySelector(".inbox-keys");
const rows = () => [...(form?.querySelectorAll(".case-row") ?? [])];
const keysOff = () => { try { return localStorage.getItem(KEYS_OFF) === "1"; } catch { return false; } };
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const here = () => rows().find((row) => row.contains(document.activeElement));
const boxOf = (row) => row.querySelector("input[type=checkbox]");
let last = null; // where one stood when the focus went elsewhere

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(here() ?? last);
  last = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  last.querySelector("[data-row]").focus({ preventScroll: true });
  last.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function tell() {
  const says = form.querySelector("[data-picked]");
  if (!says) return;
  says.dataset.words ??= says.textContent;
  const chosen = form.querySelectorAll("input[name=viec]:checked").length;
  says.textContent = chosen ? `${says.dataset.words} ${chosen}` : says.dataset.words;
}

function press(key) {
  const row = here() ?? last;
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  if (key === "o") return row?.querySelector("[data-row]").click();
  if (key === "x") { if (row) { boxOf(row).checked = !boxOf(row).checked; tell(); } return undefined; }
  const button = form.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!button) return undefined;
  if (!form.querySelector("input[name=viec]:checked")) { // nothing is chosen: the row one stands on is meant
    if (!row) return undefined;
    boxOf(row).checked = true;
    tell();
  }
  button.click();
  return undefined;
}

if (form) {
  form.addEventListener("change", tell);
  form.addEventListener("focusin", () => { last = here() ?? last; });
  tell(); // a browser that came back keeps the boxes
  for (const button of document.querySelectorAll("[data-help]")) {
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  }
  const keys = new Set(["j", "k", "o", "x", ...[...form.querySelectorAll("[data-key]")].map((b) => b.dataset.key)]);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || keysOff() || help?.open) return;
    if (event.key === "?") { event.preventDefault(); help?.showModal(); }
    else if (keys.has(event.key)) { event.preventDefault(); press(event.key); }
  });
}

const choice = help?.querySelector("input[type=checkbox]");
if (choice) {
  const shown = () => document.documentElement.classList.toggle("no-keys", keysOff());
  choice.checked = !keysOff();
  choice.addEventListener("change", () => {
    try { localStorage.setItem(KEYS_OFF, choice.checked ? "0" : "1"); } catch { /* a browser that keeps nothing keeps the keys on */ }
    shown();
  });
  shown();
}
}
