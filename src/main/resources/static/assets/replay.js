// Replay: the slider goes where it is let go, arrows go event by event, and play walks on.
(() => {
  "use strict";

  let playing = null;
  let speed = 1;
  const slider = () => document.querySelector("[data-slider]");
  const stop = () => { clearInterval(playing); playing = null; tools(); };
  const go = (position) => {
    const at = slider();
    if (!at) { stop(); return; }
    const last = Number(at.max);
    const wanted = Math.min(last, Math.max(1, position));
    if (playing && wanted === last) { stop(); }
    at.value = wanted;
    htmx.ajax("GET", `${at.form.getAttribute("action")}?position=${wanted}`, { target: "#main", select: "#main", swap: "outerHTML show:none" });
  };
  const play = () => {
    clearInterval(playing);
    const pause = Math.max(400, 1000 / speed);
    playing = setInterval(() => go(Number(slider() ? slider().value : 0) + Math.max(1, Math.round(speed * pause / 1000))), pause);
    tools();
  };
  const tools = () => {
    document.querySelectorAll("[data-play-tools]").forEach((each) => { each.hidden = false; });
    document.querySelectorAll("[data-play]").forEach((button) => { button.textContent = playing ? button.dataset.pause : button.dataset.words; });
    document.querySelectorAll("[data-speed]").forEach((select) => { select.value = String(speed); });
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-slider]")) { stop(); go(Number(event.target.value)); }
    if (event.target.matches("[data-speed]")) { speed = Number(event.target.value); if (playing) { play(); } }
  });
  document.addEventListener("click", (event) => {
    if (event.target.matches("[data-play]")) { if (playing) { stop(); } else { play(); } }
  });
  document.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: ["back", "before"], ArrowRight: ["forward", "after"] }[event.key];
    const typing = event.target.closest && event.target.closest("input:not([type=range]), textarea, select, [contenteditable]");
    if (!way || !slider() || typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    stop();
    const link = document.querySelector(event.shiftKey ? `[data-jump=${way[1]}]` : `[data-step=${way[0]}]`);
    if (link) { link.click(); }
  });
  document.addEventListener("DOMContentLoaded", tools);
  document.addEventListener("htmx:load", tools);
})();
