// What was sent needs no draft any more, and going back begins with an empty form. Without this file the draft goes with its tab.
"use strict";
try {
  sessionStorage.removeItem("gandan-ban-nhap");
  sessionStorage.removeItem("gandan-lien-he");
  sessionStorage.setItem("gandan-da-gui", "true");
} catch { /* no storage, no draft */ }
