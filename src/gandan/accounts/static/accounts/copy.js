// A button that copies the link; without this file a press on the link selects all of it.
"use strict";
const button = document.querySelector("[data-copies]");
const address = document.querySelector(button.dataset.copies);
button.hidden = false;
button.addEventListener("click", async () => {
  getSelection().selectAllChildren(address);
  try {
    await navigator.clipboard.writeText(address.textContent.trim());
  } catch {
    document.execCommand("copy"); // sites on a local network have no clipboard of their own
  }
  document.querySelector(button.dataset.says).textContent = button.dataset.done;
});
