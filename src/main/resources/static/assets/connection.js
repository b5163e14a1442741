// The connection: pages say when it is away, and when it is there again they ask what they missed.
(() => {
  "use strict";

  const net = () => document.getElementById("net");
  let away = false;
  const lost = () => { away = true; if (net()) { net().hidden = false; } document.body.toggleAttribute("data-away", true); };
  const found = () => {
    if (net()) { net().hidden = true; }
    document.body.removeAttribute("data-away");
    if (away) { away = false; plenum.refresh(); }
  };
  document.addEventListener("htmx:sseError", lost);
  document.addEventListener("htmx:sseOpen", found);
  // A page that asked what it shows, and was not told, asks again: until the next news nobody else would notice.
  const untold = (event) => {
    const { elt, xhr } = event.detail;
    const ofThePage = elt.id === "live";
    if (xhr.status !== 0 && !(ofThePage && xhr.status >= 500)) { return; }
    lost();
    if (ofThePage) { setTimeout(plenum.refresh, 1000 + 1000 * Math.random()); }
  };
  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach((name) => document.addEventListener(name, untold));
  window.addEventListener("offline", lost);
  window.addEventListener("online", () => { if (document.getElementById("live")) { plenum.refresh(); } else { found(); } });
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.elt.id === "live" && event.detail.xhr.status === 200) { away = false; found(); }
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { plenum.refresh(); } });

  Object.assign(plenum, { lost, found });
})();
