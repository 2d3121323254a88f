// Adds and empties rows of a form without asking the server; without this file a button does the same by sending the form.
"use strict";
for (const block of document.querySelectorAll("[data-rows-of]")) {
  const list = block.querySelector(".part-rows");
  const pattern = block.querySelector("template");
  const counter = block.querySelector("input[type=hidden]");
  const add = block.querySelector("[data-add]");
  if (!list || !pattern || !counter || !add) continue;
  add.addEventListener("click", (event) => {
    const n = Number(counter.value);
    if (n >= Number(block.dataset.most)) return;
    event.preventDefault();
    const holder = document.createElement("template");
    holder.innerHTML = pattern.innerHTML.replaceAll("__n__", String(n)).replaceAll("__m__", String(n + 1));
    list.append(holder.content);
    counter.value = String(n + 1);
    list.lastElementChild.querySelector("input, select, textarea")?.focus();
  });
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-empty]");
    if (!button) return;
    const row = button.closest(".part-row");
    for (const field of row.querySelectorAll("input")) field.value = "";
    for (const field of row.querySelectorAll("select")) field.selectedIndex = 0;
    row.closest("li").hidden = true;
    add.focus();
  });
  for (const button of list.querySelectorAll("[data-empty]")) button.hidden = false;
}
