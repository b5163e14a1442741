// What any page does besides showing. Everything works without it.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  // ---- what somebody has unfolded stays so where a part of the page is written anew
  let unfolded = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    unfolded = [...event.detail.target.querySelectorAll("details[data-same][open]")].map((each) => each.dataset.same);
  });
  document.addEventListener("htmx:afterSwap", () => {
    unfolded.forEach((same) => { document.querySelector(`details[data-same="${same}"]`)?.toggleAttribute("open", true); });
    unfolded = [];
  });

  // ---- print, and copy a citation
  const showTools = () => document.querySelectorAll("[data-print], [data-copy]").forEach((button) => { button.hidden = false; });
  document.addEventListener("DOMContentLoaded", showTools);
  document.addEventListener("htmx:load", showTools);
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (target.matches("[data-print]")) { window.print(); }
    if (target.matches("[data-copy]")) {
      navigator.clipboard.writeText(target.dataset.text).then(() => { target.textContent = target.dataset.done; });
    }
  });

  // ---- a roll from a file goes into the field, where it can be looked at before it is sent
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.matches("input[type=file][data-into]") || !input.files.length) {
      return;
    }
    input.files[0].arrayBuffer().then((bytes) => {
      let text;
      try { text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { text = new TextDecoder("windows-1252").decode(bytes); }
      const field = input.form.elements[input.dataset.into];
      field.value = text;
      input.value = "";
      field.focus();
    });
  });

  // ---- a form that is on its way is not sent a second time
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.matches("[data-ballot]")) {
      return;
    }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "true";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => form.removeAttribute("data-sent")));

  // ---- what only scripts can do is shown where there are scripts
  const showScripted = () => document.querySelectorAll("[data-script]").forEach((part) => { part.hidden = false; });
  ["DOMContentLoaded", "plenum:renewed"].forEach((when) => document.addEventListener(when, showScripted));
})();
