// While a job runs the page asks every few seconds how far it is; without this file it reloads itself. `data-waiting` is how much the job
// still has to do; `data-said` inside it is what is said aloud, in #da-den-dau, when nothing waits any more.
"use strict";

{ // a scope of its own: scripts of one page share their names
const EVERY = 3000;
const PART = "[data-waiting]";

async function look() {
  const shown = document.querySelector(PART);
  if (!shown || shown.dataset.waiting === "0") return;
  if (!document.hidden && !shown.contains(document.activeElement)) {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(PART);
      if (next) {
        shown.replaceWith(document.adoptNode(next));
        const said = document.querySelector("#da-den-dau");
        if (next.dataset.waiting === "0" && said) said.textContent = next.querySelector("[data-said]").textContent;
      }
    } catch { /* no connection for the moment: ask again */ }
  }
  setTimeout(look, EVERY);
}
setTimeout(look, EVERY);
}
