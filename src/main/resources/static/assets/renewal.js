// A page that renews itself without losing what somebody is doing in it. Scripts that look after what came hear of it by
// "plenum:renewed", and find here what they need of the page.
(() => {
  "use strict";

  const main = () => document.getElementById("main");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  /** Has the page ask what it shows. */
  const refresh = () => { const asking = document.getElementById("live"); if (asking) { htmx.trigger(asking, "missed"); } };

  // ---- one stream of what happens for each page, however often its element is looked at: browsers open few at a time
  let stream = null;
  htmx.createEventSource = (address) => {
    if (stream) { stream.close(); }
    stream = new EventSource(address, { withCredentials: true });
    stream.addEventListener("page", (event) => showTold(event.data));
    return stream;
  };

  // ---- while something is pressed, nothing moves: what slid away under a finger would not have been pressed at all
  let press = null;
  const letGo = () => { if (press !== null) { press.end(); press = null; } };
  document.addEventListener("pointerdown", (event) => {
    letGo();
    if (event.button !== 0) { return; }
    press = {};
    press.over = new Promise((end) => { press.end = end; });
    const mine = press;
    // Who never lets go has gone elsewhere.
    setTimeout(() => { if (press === mine) { letGo(); } }, 5000);
  }, true);
  ["pointerup", "pointercancel"].forEach((end) => document.addEventListener(end, () => {
    // A finger's tap is told as a click a little after it has left the screen.
    const mine = press;
    setTimeout(() => { if (press === mine) { letGo(); } }, 80);
  }, true));
  /** Waits until nothing is pressed: whoever lets go of one thing may be pressing the next already. */
  const pressed = async () => { while (press !== null) { await press.over; } };

  // ---- a page renews itself: what is the same stays the very same, with its focus, its open menus and what was typed

  const dirty = (field) => {
    if (field.type === "checkbox" || field.type === "radio") {
      return field.checked !== field.defaultChecked;
    }
    if (field.tagName === "SELECT") {
      return [...field.options].some((option) => option.selected !== option.defaultSelected)
        && !(field.selectedIndex === 0 && ![...field.options].some((option) => option.defaultSelected));
    }
    return /^(INPUT|TEXTAREA)$/.test(field.tagName) && field.type !== "hidden" && field.value !== field.defaultValue;
  };
  const keyOf = (node) => node.nodeType === 1 ? node.id || node.dataset.same || "" : "";
  const alike = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);
  // Of a list that is searched, what somebody has chosen stays while they look for others.
  const isKept = (node) => node.nodeType === 1 && node.hasAttribute("data-keep") && [...node.querySelectorAll("input, select")].some(dirty);
  // Whether what is being laid came without anybody's doing.
  let live = false;
  const glowing = new Set();
  const changed = (node) => {
    const at = (node.nodeType === 1 ? node : node.parentElement).closest("[data-glow]");
    if (at) { glowing.add(at); }
  };

  const renewAttributes = (was, now) => {
    const menu = was.tagName === "DETAILS";
    for (const { name, value } of now.attributes) {
      if (was.getAttribute(name) !== value && !(menu && name === "open")) {
        was.setAttribute(name, value);
        if (name === "class" || name.startsWith("aria-")) { changed(was); }
      }
    }
    for (const { name } of [...was.attributes]) {
      const own = menu && name === "open" || name === "data-glowing";
      if (!own && !now.hasAttribute(name)) { was.removeAttribute(name); }
    }
  };

  const renew = (was, now) => {
    if (was.nodeType !== 1) {
      if (was.nodeValue !== now.nodeValue) { was.nodeValue = now.nodeValue; changed(was); }
      return;
    }
    // What a script shows, or what somebody has half done, is not the server's to change.
    if (was.hasAttribute("data-own")) { return; }
    // What an act was answered with stays until the next act.
    if (live && was.id === "notice") { return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(was.tagName) && dirty(was)) { return; }
    const shown = was.tagName === "TEXTAREA" && was.defaultValue !== now.defaultValue;
    renewAttributes(was, now);
    if (was.tagName === "INPUT" && was.type === "hidden") { was.value = now.defaultValue; }
    if (shown) { was.value = now.defaultValue; was.textContent = now.textContent; return; }
    if (was.hasAttribute("data-since") || was.hasAttribute("data-clock")) { return; }
    renewChildren(was, now);
  };

  // White space and comments between nodes count for nothing: they do not tell which node is which.
  const counts = (node) => node.nodeType === 1 || node.nodeType === 3 && node.nodeValue.trim() !== "";
  const onward = (node) => { let at = node; while (at && !counts(at)) { at = at.nextSibling; } return at; };

  const renewChildren = (was, now) => {
    const keyed = new Map();
    for (const child of was.children) { if (keyOf(child)) { keyed.set(keyOf(child), child); } }
    const coming = [...now.childNodes].filter(counts);
    const wanted = new Set(coming.map(keyOf).filter((key) => key !== ""));
    let at = onward(was.firstChild);
    const drop = () => {
      const gone = at;
      at = onward(at.nextSibling);
      gone.remove();
      changed(was);
    };
    coming.forEach((next, index) => {
      const key = keyOf(next);
      // What is on its way out does not hold up what follows it.
      const leaves = (node) => !isKept(node) && (keyOf(node) ? !wanted.has(keyOf(node)) : !coming.slice(index).some((other) => alike(node, other)));
      while (at && leaves(at)) { drop(); }
      const same = key ? keyed.get(key) : at && alike(at, next) ? at : null;
      if (same && same.parentNode === was && same.nodeName === next.nodeName) {
        if (same === at) { at = onward(at.nextSibling); } else { was.insertBefore(same, at); }
        renew(same, next);
      } else {
        const fresh = document.importNode(next, true);
        was.insertBefore(fresh, at);
        if (next.previousSibling && !counts(next.previousSibling)) { was.insertBefore(document.createTextNode(" "), fresh); }
        changed(fresh);
      }
    });
    while (at) { if (isKept(at)) { at = onward(at.nextSibling); } else { drop(); } }
  };

  const settle = () => {
    if (!calm.matches) {
      glowing.forEach((at) => {
        at.setAttribute("data-glowing", "");
        setTimeout(() => at.removeAttribute("data-glowing"), 1300);
      });
    }
    glowing.clear();
  };

  const stageOf = () => (document.querySelector("[data-stage]") || { dataset: {} }).dataset.stage;
  const positionOf = (part) => Number((part.querySelector("#live") || { dataset: {} }).dataset.position);
  let shown = NaN;
  /**
   * Lays what the server shows over what is there; whoever works in the page keeps their place.
   *
   * @param unasked whether nobody did anything for it, so that what their last act was answered with stays
   */
  const lay = (next, unasked) => {
    live = unasked;
    const before = stageOf();
    const focused = document.activeElement;
    renew(main(), next);
    settle();
    // At once, so that nothing is pressed before it is looked after.
    htmx.process(main());
    if (focused && focused !== document.activeElement) {
      const goal = document.contains(focused) ? focused : focused.id && document.getElementById(focused.id);
      if (goal) { goal.focus({ preventScroll: true }); }
    }
    if (live && before !== stageOf() && document.querySelector("#ballot #notice")) { document.getElementById("notice").replaceChildren(); }
    document.dispatchEvent(new CustomEvent("plenum:renewed", { detail: { before, stage: stageOf() } }));
    // An answer that was overtaken shows the page as it was earlier.
    const position = positionOf(next);
    if (position < shown) { refresh(); }
    shown = Number.isNaN(position) || position < shown ? shown : position;
  };

  document.addEventListener("DOMContentLoaded", () => {
    shown = positionOf(document);
    htmx.defineExtension("renew", {
      isInlineSwap: (style) => style === "renew",
      handleSwap: (style, target, fragment) => {
        if (style !== "renew") { return false; }
        lay(fragment.querySelector("#main"), live);
        return [target];
      },
    });
  });
  /** Lays a page that came by itself, unless the browser has gone elsewhere meanwhile. */
  const showTold = async (html) => {
    const here = location.href;
    await pressed();
    if (location.href === here) {
      lay(new DOMParser().parseFromString(html, "text/html").querySelector("#main"), true);
    }
  };
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt.id === "live") { event.detail.path = location.pathname + location.search; }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { requestConfig, xhr } = event.detail;
    live = Boolean(requestConfig) && requestConfig.elt.id === "live";
    if (!live) { return; }
    if (press !== null) {
      event.detail.shouldSwap = false;
      pressed().then(refresh);
    } else if (requestConfig.path !== location.pathname + location.search) {
      // Something else was opened in the page meanwhile.
      event.detail.shouldSwap = false;
      refresh();
    } else if (new URL(xhr.responseURL).pathname !== location.pathname) {
      // Another page answers, such as the one where people sign in.
      event.detail.shouldSwap = false;
      location.reload();
    }
  });

  window.plenum = { lay, pressed, refresh };
})();
