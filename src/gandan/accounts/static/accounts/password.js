// A box under the last password field shows what is typed; without this file fields stay as they are.
"use strict";
const words = document.currentScript.dataset.words;
for (const form of document.querySelectorAll("form")) {
  const fields = [...form.querySelectorAll('input[type="password"]')];
  if (!fields.length) continue;
  const label = document.createElement("label");
  const box = document.createElement("input");
  const text = document.createElement("span");
  label.className = "choice";
  box.type = "checkbox";
  text.textContent = words;
  label.append(box, text);
  fields.at(-1).closest(".entry").append(label);
  const show = (seen) => fields.forEach((field) => { field.type = seen ? "text" : "password"; });
  box.addEventListener("change", () => show(box.checked));
  form.addEventListener("submit", () => show(false)); // so that the browser offers to keep it as a password
}
