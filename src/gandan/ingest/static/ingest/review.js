// Accepting works without this file: every deed is a form or a link, and the address brings one back to the record.
// With it, deeds happen without leaving the place, and the keyboard does them. Keys can be switched off (a choice kept in this browser).
"use strict";

{ // a scope of its own: scripts of one page share their names
const WHOLE = "#ra-soat";
const KEYS_OFF = "gandan-keys-off";
const whole = () => document.querySelector(WHOLE);
const cards = () => [...document.querySelectorAll(".proposal")];
const waits = (card) => card.dataset.state === "waiting";
const help = document.querySelector(".review-keys");
let current = null;
let busy = false;
const later = []; // what is pressed while a deed is under way is done after it, in order
let fresh = true;

const keysOff = () => { try { return localStorage.getItem(KEYS_OFF) === "1"; } catch { return false; } };
const wide = matchMedia("(min-width: 60rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const show = (part) => part?.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });

function light(key, on) {
  for (const part of document.querySelectorAll(`[data-record="${CSS.escape(key)}"]`)) part.classList.toggle("is-on", on);
}

function stand(card, { focus = true } = {}) {
  if (!card) return;
  fresh = false;
  if (current) light(current, false);
  current = card.dataset.record;
  light(current, true);
  if (focus) card.focus({ preventScroll: true });
  show(card);
  if (wide.matches) show(document.getElementById(`cau-${current}`)); // on a phone the text lies far above
}

const standing = () => cards().find((card) => card.dataset.record === current);

function step(by) {
  const all = cards();
  const at = all.findIndex((card) => card.dataset.record === current);
  stand(all[at < 0 ? 0 : Math.min(Math.max(fresh ? at : at + by, 0), all.length - 1)]);
}

function nextWaiting(key) {
  const all = cards();
  const at = all.findIndex((card) => card.dataset.record === key);
  return all.slice(at + 1).find(waits) ?? all.find(waits) ?? all[at];
}

function arm() {
  for (const button of document.querySelectorAll("[data-help]")) {
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  }
}

function place(page, key, stay) {
  const kept = [...document.querySelectorAll(".reading-text, .reading-records")].map((pane) => pane.scrollTop);
  const next = page.querySelector(WHOLE);
  const words = next.querySelector(".review-said").textContent.trim();
  next.querySelector(".review-said").textContent = "";
  whole().replaceWith(document.adoptNode(next));
  document.querySelectorAll(".reading-text, .reading-records").forEach((pane, i) => { pane.scrollTop = kept[i] ?? 0; });
  arm();
  document.querySelector(".review-said").textContent = words; // set afterwards, so that a screen reader says it
  current = key;
  const open = document.querySelector(".proposal.is-open");
  if (open) {
    stand(open, { focus: false });
    (open.querySelector("[aria-invalid=true]") ?? open.querySelector("input:not([type=hidden]), select, textarea, button"))?.focus();
  } else {
    const wrong = document.querySelector(".proposal .wrong");
    stand(wrong ? wrong.closest(".proposal") : stay ? standing() : nextWaiting(key));
  }
}

async function go(url, { body, key, stay }) {
  if (busy) { later.push(() => go(url, { body, key, stay })); return; }
  busy = true;
  whole().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { method: body ? "POST" : "GET", body, headers: { Accept: "text/html" }, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector(WHOLE)) { location.assign(answer.redirected ? answer.url : location.href); return; }
    if (!body || answer.redirected) history.replaceState(null, "", answer.url);
    place(page, key, stay);
  } catch {
    const box = document.querySelector(".review-said");
    box.classList.add("is-wrong");
    box.textContent = box.dataset.offline;
    later.length = 0;
  } finally {
    busy = false;
    whole()?.removeAttribute("aria-busy");
    while (!busy && later.length) later.shift()();
  }
}

document.addEventListener("submit", (event) => {
  const card = event.target.closest(".proposal");
  if (!card) return;
  event.preventDefault();
  const button = event.submitter;
  const url = button?.getAttribute("formaction") ?? event.target.action;
  const body = new URLSearchParams(new FormData(event.target, button));
  go(url, { body, key: card.dataset.record, stay: button?.dataset.key === "u" });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-here]");
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    go(link.href, { key: link.closest(".proposal").dataset.record, stay: true });
    return;
  }
  const mark = event.target.closest?.(".reading-text mark[data-record]");
  if (mark && !getSelection()?.toString()) {
    const card = document.getElementById(`ban-ghi-${mark.dataset.record}`);
    if (card) { event.preventDefault(); stand(card); }
  }
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest?.(".proposal");
  if (card && card.dataset.record !== current) stand(card, { focus: false });
});

for (const [enter, on] of [["pointerover", true], ["pointerout", false]]) {
  document.addEventListener(enter, (event) => {
    const key = event.target.closest?.("[data-record]")?.dataset.record;
    if (key && key !== current) light(key, on);
  });
}

function press(key) {
  if (busy) { later.push(() => press(key)); return; }
  if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (key === "n") document.querySelector("[data-key=n]")?.click();
  else standing()?.querySelector(`[data-key="${key}"]`)?.click();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !help?.open) { press("back"); return; }
  const typing = event.target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || keysOff() || help?.open) return;
  if (event.key === "?") { event.preventDefault(); help?.showModal(); }
  else if (event.key.length === 1 && "jkaexmun".includes(event.key)) { event.preventDefault(); press(event.key); }
});

arm();
const choice = help?.querySelector("input[type=checkbox]");
if (choice) {
  const tell = () => document.documentElement.classList.toggle("no-keys", keysOff());
  choice.checked = !keysOff();
  choice.addEventListener("change", () => {
    try { localStorage.setItem(KEYS_OFF, choice.checked ? "0" : "1"); } catch { /* a browser that keeps nothing keeps the keys on */ }
    tell();
  });
  tell();
}

const asked = location.hash.startsWith("#ban-ghi-") && document.getElementById(location.hash.slice(1));
const opened = document.querySelector(".proposal.is-open");
if (opened) { stand(opened, { focus: false }); (opened.querySelector("[aria-invalid=true]") ?? opened.querySelector("input:not([type=hidden]), select, textarea"))?.focus(); }
else if (asked) stand(asked);
else if (cards().find(waits)) { const first = cards().find(waits); current = first.dataset.record; light(current, true); }
}
