// Repeats the sum while somebody types, and keeps the draft at the server. Without this file "Cộng, lưu nháp" does both.
"use strict";
for (const form of document.querySelectorAll("form[data-card]")) {
  const out = form.querySelector("output");
  const fields = [...form.querySelectorAll("[data-mark]")];
  const count = () => {
    let cents = 0;
    for (const field of fields) {
      const value = Number(field.value.trim().replace(",", "."));
      const fits = value >= Number(field.dataset.least) && value <= Number(field.dataset.most);
      if (field.value.trim() && fits) cents += Math.round(value * 100);
    }
    out.value = new Intl.NumberFormat(document.documentElement.lang || "vi", { maximumFractionDigits: 2 }).format(cents / 100);
  };
  let timer = 0;
  const keep = () => {
    if (form.dataset.draft) fetch(form.dataset.draft, { method: "POST", body: new FormData(form), keepalive: true }).catch(() => {});
  };
  form.addEventListener("input", () => {
    count();
    clearTimeout(timer);
    timer = setTimeout(keep, 1500);
  });
  addEventListener("pagehide", () => { if (timer) { clearTimeout(timer); keep() } });
  form.addEventListener("submit", () => { clearTimeout(timer); timer = 0 });
  // Enter goes on to the next line, as in a spreadsheet; on the last line to the remark
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-mark]")) return;
    event.preventDefault();
    const next = fields[fields.indexOf(event.target) + 1] || form.querySelector("textarea");
    if (next) { next.focus(); next.select() }
  });
}
