// j and k go from one row of work to the next, Enter opens what has the focus; without this file Tab does the same.
// A list says data-rows, the link or button that leads on in each row data-row. Letters typed into a field stay letters.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !["j", "k"].includes(event.key)) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row === document.activeElement || row.closest("li, tr").contains(document.activeElement));
  const next = event.key === "j" ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0);
  rows[next].focus();
  rows[next].closest("li, tr").scrollIntoView({ block: "nearest" });
  event.preventDefault();
});
