// While rows are being taken the page asks every few seconds how far it is; without this file it reloads itself.
"use strict";

{ // a scope of its own: scripts of one page share their names
const EVERY = 3000;

async function look() {
  const shown = document.querySelector("#tien-do");
  if (!shown || shown.dataset.waiting === "0") return;
  if (!document.hidden && !shown.contains(document.activeElement)) {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#tien-do");
      if (next) {
        shown.replaceWith(document.adoptNode(next));
        const said = document.querySelector("#da-den-dau");
        if (next.dataset.waiting === "0" && said) said.textContent = next.querySelector(".figures").textContent;
      }
    } catch { /* no connection for the moment: ask again */ }
  }
  setTimeout(look, EVERY);
}
setTimeout(look, EVERY);
}
