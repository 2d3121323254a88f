// Esc, or a press beside it, closes the open menu; without this file its own button does.
"use strict";
const opened = () => document.querySelector("details.menu[open]");
document.addEventListener("keydown", (event) => {
  const menu = opened();
  if (event.key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  const menu = opened();
  if (menu && !menu.contains(event.target)) menu.open = false;
});
