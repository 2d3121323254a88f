// Says how many rows are chosen; without this file the buttons work all the same.
"use strict";
for (const form of document.querySelectorAll("form[data-pick]")) {
  const says = form.querySelector("[data-picked]");
  if (!says) continue;
  const words = says.textContent;
  form.addEventListener("change", () => {
    const chosen = form.querySelectorAll("input[name=viec]:checked").length;
    says.textContent = chosen ? `${words} ${chosen}` : words;
  });
}
