// What pages do besides showing. Everything works without it; what the live room needs is in room.js.
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

  // ---- replay: the slider goes where it is let go, arrows go event by event, and play walks on
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

  // ---- a proof is checked here, in the page: the entry's hash, its place in the tree, the signature of the tree's head
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const sha = async (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    parts.forEach((part) => { all.set(part, at); at += part.length; });
    return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
  };
  const rootOf = async (leaf, index, size, path) => {
    let node = leaf;
    let place = index;
    let last = size - 1;
    for (const beside of path) {
      if (last === 0) { return null; }
      if (place % 2 === 1 || place === last) {
        node = await sha([1], beside, node);
        while (place % 2 === 0 && place !== 0) { place = Math.floor(place / 2); last = Math.floor(last / 2); }
      } else {
        node = await sha([1], node, beside);
      }
      place = Math.floor(place / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? node : null;
  };
  const signedBy = async (checkpoint, vkey) => {
    const [name, , key] = vkey.trim().match(/^([^+]+)\+([0-9a-f]+)\+(.+)$/).slice(1);
    const end = checkpoint.indexOf("\n\n") + 1;
    const line = checkpoint.slice(end + 1).split("\n").find((each) => each.startsWith(`\u2014 ${name} `));
    const raw = bytesOf(key).slice(1);
    const imported = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
    const signature = bytesOf(line.split(" ")[2]).slice(4);
    return crypto.subtle.verify({ name: "Ed25519" }, imported, signature, new TextEncoder().encode(checkpoint.slice(0, end)));
  };
  const check = async (box) => {
    const state = box.querySelector("[data-proof-state]");
    const entry = box.querySelector("[data-entry]");
    const told = [];
    const tell = (good, words) => { told.push([good, words]); };
    const leaf = entry ? await sha([0], new TextEncoder().encode(entry.textContent)) : Uint8Array.from(box.dataset.hash.match(/../g), (pair) => parseInt(pair, 16));
    if (entry) { tell(hexOf(leaf) === box.dataset.hash, hexOf(leaf) === box.dataset.hash ? box.dataset.ok : box.dataset.bad); }
    const answer = await fetch(box.dataset.proof, { credentials: "same-origin" });
    if (!answer.ok) {
      tell(false, box.dataset.none);
    } else {
      const text = await answer.text();
      const cut = text.indexOf("\n\n");
      const lines = text.slice(0, cut).split("\n");
      const checkpoint = text.slice(cut + 2);
      const from = lines.findIndex((line) => line.startsWith("index "));
      const size = Number(checkpoint.split("\n")[1]);
      const root = await rootOf(leaf, Number(lines[from].slice(6)), size, lines.slice(from + 1).map(bytesOf));
      const good = root !== null && hexOf(root) === hexOf(bytesOf(checkpoint.split("\n")[2]));
      tell(good, good ? box.dataset.included.replace("#", size) : box.dataset.bad);
      try {
        const key = await (await fetch("/ledger/key")).text();
        const signed = await signedBy(checkpoint, key);
        tell(signed, signed ? box.dataset.signed : box.dataset.bad);
      } catch (cannot) {
        tell(false, box.dataset.unsigned);
      }
    }
    state.replaceChildren(...told.map(([good, words]) => {
      const line = document.createElement("li");
      line.className = good ? "good" : "open";
      line.textContent = `${good ? "✓" : "?"} ${words}`;
      return line;
    }));
  };
  const checkProofs = () => document.querySelectorAll("[data-proof]:not([data-checked])").forEach((box) => {
    box.dataset.checked = "true";
    if (window.crypto && crypto.subtle) { check(box); }
  });
  document.addEventListener("DOMContentLoaded", checkProofs);
  document.addEventListener("htmx:load", checkProofs);

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
