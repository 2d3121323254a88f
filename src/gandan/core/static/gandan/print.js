// Shows the buttons that print; without this file a reader prints from the browser's menu.
"use strict";
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
