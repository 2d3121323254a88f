// A page that somebody opened with a code is not left behind for whoever holds the telephone next: when it is left it is emptied, and when
// a browser brings it back out of its memory it is asked for anew. The server says no-store; this holds where a browser keeps it anyway.
"use strict";
addEventListener("pagehide", () => { document.querySelector("main")?.replaceChildren() });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload() });
