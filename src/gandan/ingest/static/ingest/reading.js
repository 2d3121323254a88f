// Reading prose works without this file: labels are links. With it, a record and its sentence light up together,
// arrow keys walk the records, and a file can be dropped anywhere on the form.
"use strict";

const light = (key, on) => {
  for (const part of document.querySelectorAll(`[data-record="${CSS.escape(key)}"]`)) part.classList.toggle("is-on", on);
};
const recordOf = (event) => event.target.closest?.("[data-record]")?.dataset.record;

for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, (event) => { const key = recordOf(event); if (key) light(key, true); });
  document.addEventListener(leave, (event) => { const key = recordOf(event); if (key) light(key, false); });
}

document.querySelector("#ban-ghi")?.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches("a.chip")) return;
  const labels = [...document.querySelectorAll("#ban-ghi h3 > a.chip")];
  const next = labels[labels.indexOf(event.target) + step];
  if (next) { event.preventDefault(); next.focus(); }
});

for (const form of document.querySelectorAll("form[data-drop]")) {
  const zone = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const hasFile = (event) => event.dataTransfer?.types.includes("Files");
  form.addEventListener("dragover", (event) => { if (hasFile(event)) { event.preventDefault(); zone.classList.add("is-over"); } });
  form.addEventListener("dragleave", (event) => { if (!form.contains(event.relatedTarget)) zone.classList.remove("is-over"); });
  form.addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    zone.classList.remove("is-over");
    input.files = event.dataTransfer.files;
    input.focus();
  });
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
