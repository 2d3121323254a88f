// A step of a hamlet's form keeps what was typed but not yet saved in this tab, so that a dropped line or a reload loses nothing. Once the
// server has saved it the tab forgets it. Without this file the form works all the same.
"use strict";
const KEPT = "gandan-mo-hinh:", SENT = "gandan-mo-hinh-gui", DAY = 24 * 3600 * 1000;
const read = (key) => { try { return JSON.parse(sessionStorage.getItem(key)) } catch { return null } };
const put = (key, value) => { try { sessionStorage.setItem(key, JSON.stringify(value)) } catch { /* full, or forbidden */ } };
const drop = (key) => { try { sessionStorage.removeItem(key) } catch { /* forbidden */ } };
const form = document.querySelector("form[data-kept]"), here = KEPT + location.pathname;

// The page after a sending that arrived is another one: what was kept for the form before it is saved now.
const sent = read(SENT);
if (sent && sent !== here) { drop(sent); drop(SENT) }

function fields() {
  return [...form.elements].filter((f) => f.name && !["hidden", "file", "submit", "button"].includes(f.type));
}
function typed() {
  return fields().map((f) => [f.name, f.value, f.type === "radio" || f.type === "checkbox" ? f.checked : null]);
}
function fill(saved) {
  for (const [name, value, checked] of saved) {
    for (const f of fields().filter((one) => one.name === name)) {
      if (checked === null) { f.value = value; if (value) f.closest("details")?.setAttribute("open", "") } else if (f.value === value) f.checked = checked;
    }
  }
}
if (form) {
  const notice = form.querySelector("[data-draft]"), first = typed();
  const saved = read(here);
  if (sent === here) drop(SENT); // it came back to be mended, with what was typed
  if (saved && Date.now() - saved.at < DAY && JSON.stringify(saved.typed) !== JSON.stringify(first)) { fill(saved.typed); if (notice) notice.hidden = false }
  else drop(here);
  form.addEventListener("input", () => put(here, { typed: typed(), at: Date.now() }));
  form.addEventListener("submit", () => put(SENT, here));
  notice?.querySelector("[data-drop]").addEventListener("click", () => { drop(here); fill(first); notice.hidden = true });
}
