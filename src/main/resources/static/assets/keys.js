// Keys: space opens and closes a vote, N takes up the next item, ? tells the keys.
(() => {
  "use strict";

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  const keys = () => document.getElementById("keys");
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, button, a, summary, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || !document.querySelector("[data-keys]")) { return; }
    if (event.key === "Escape") {
      each("[data-keys] details[open].ask, [data-keys] details[open].open-vote", (open) => { open.open = false; });
      return;
    }
    if (event.target.closest && event.target.closest("input, textarea, select, [contenteditable]")) { return; }
    if (event.key === "?" && keys() && keys().showModal) {
      event.preventDefault();
      if (keys().open) { keys().close(); } else { keys().showModal(); }
      return;
    }
    if (typing && (event.key === " " || event.key === "Enter") || keys() && keys().open) { return; }
    const button = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)]
      .find((one) => !one.disabled && one.offsetParent !== null);
    if (button) {
      event.preventDefault();
      button.click();
      const details = button.closest("details");
      if (details && button.tagName === "SUMMARY") {
        const field = details.querySelector("button[type=submit]");
        if (field && details.open) { field.focus(); }
      }
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.matches("[data-close]")) { keys().close(); }
    if (event.target.closest("[data-show-keys]") && keys()) { keys().showModal(); }
  });
})();
