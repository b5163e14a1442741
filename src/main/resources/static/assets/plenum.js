// What pages do besides showing. Everything works without it; what the live room needs is in room.js.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  // ---- replay: the slider goes where it is let go, and play walks on event by event
  let playing = null;
  const go = (position) => {
    const slider = document.querySelector("[data-slider]");
    if (!slider || position > Number(slider.max)) { stop(); return; }
    slider.value = position;
    htmx.ajax("GET", `${slider.form.getAttribute("action")}?position=${position}`, { target: "#main", select: "#main", swap: "outerHTML show:none" });
  };
  const stop = () => { clearInterval(playing); playing = null; };
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-slider]")) { stop(); go(event.target.value); }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.matches("[data-play]")) { return; }
    if (playing) { stop(); return; }
    playing = setInterval(() => go(Number(document.querySelector("[data-slider]").value) + 1), 900);
  });
  const showPlay = () => document.querySelectorAll("[data-play]").forEach((button) => { button.hidden = false; });
  document.addEventListener("DOMContentLoaded", showPlay);
  document.addEventListener("htmx:load", showPlay);

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
      try { text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch (notUtf8) { text = new TextDecoder("windows-1252").decode(bytes); }
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
})();
