// A proof is checked here, in the page: the entry's hash, its place in the tree, the signature of the tree's head.
(() => {
  "use strict";

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
      } catch {
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
})();
