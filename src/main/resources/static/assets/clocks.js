// Clocks: how long something lasts, and the time of day where the session is held.
(() => {
  "use strict";

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const two = (n) => String(n).padStart(2, "0");
  const tick = () => {
    const now = Date.now();
    each("[data-since]", (at) => {
      const seconds = Math.max(0, Math.floor((now - Date.parse(at.dataset.since)) / 1000));
      const hours = Math.floor(seconds / 3600);
      const minutes = Math.floor(seconds / 60) % 60;
      at.textContent = hours > 0 ? `${hours} h ${two(minutes)}` : `${minutes}:${two(seconds % 60)}`;
    });
    each("[data-clock]", (at) => {
      at.textContent = new Intl.DateTimeFormat("it", { hour: "2-digit", minute: "2-digit", timeZone: at.dataset.clock || undefined }).format(now);
    });
  };
  setInterval(tick, 1000);
  document.addEventListener("DOMContentLoaded", tick);
  document.addEventListener("plenum:renewed", tick);
})();
