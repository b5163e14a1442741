// The live room: a page that renews itself without losing what somebody is doing in it, clocks, keys, and a ballot that
// survives a bad network. Everything works without it.
(() => {
  "use strict";

  const main = () => document.getElementById("main");
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  // ---- clocks: how long something lasts, and the time of day where the session is held
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
  const letGo = () => { if (press) { press.end(); press = null; } };
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
  const pressed = () => press === null ? Promise.resolve() : press.over;

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
      const leaves = (node) => keyOf(node) ? !wanted.has(keyOf(node)) : !coming.slice(index).some((other) => alike(node, other));
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
    while (at) { drop(); }
  };

  const settle = () => {
    if (!calm.matches) {
      glowing.forEach((at) => {
        at.setAttribute("data-glowing", "");
        setTimeout(() => at.removeAttribute("data-glowing"), 1300);
      });
    }
    glowing.clear();
    tick();
  };

  const stageOf = () => (document.querySelector("[data-stage]") || { dataset: {} }).dataset.stage;
  const positionOf = (part) => Number((part.querySelector("#live") || { dataset: {} }).dataset.position);
  let shown = NaN;
  /** Lays what the server shows over what is there; whoever works in the page keeps their place. */
  const lay = (next) => {
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
    if (before !== "voting" && stageOf() === "voting") { announceVote(); }
    afterRenewal();
    resume();
    // An answer that was overtaken shows the page as it was earlier.
    const position = positionOf(next);
    if (position < shown) { refresh(); }
    shown = Number.isNaN(position) || position < shown ? shown : position;
  };

  document.addEventListener("DOMContentLoaded", () => {
    tick();
    shown = positionOf(document);
    htmx.defineExtension("renew", {
      isInlineSwap: (style) => style === "renew",
      handleSwap: (style, target, fragment) => {
        if (style !== "renew") { return false; }
        lay(fragment.querySelector("#main"));
        return [target];
      },
    });
  });
  let live = false;
  /** Lays a page that came by itself, unless the browser has gone elsewhere meanwhile. */
  const showTold = async (html) => {
    const here = location.href;
    await pressed();
    if (location.href === here) {
      live = true;
      lay(new DOMParser().parseFromString(html, "text/html").querySelector("#main"));
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

  // ---- acts: given one after the other in the order in which they were pressed, each under a key of its own. One that
  // nobody answered keeps its key, so that pressing again cannot count twice; what is on its way is not sent a second time.
  const unanswered = new Map();
  const pending = new Set();
  let queue = Promise.resolve();
  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
  // What somebody says with it: not where it came from, and not what each rendering writes anew.
  const contentOf = (path, fields) => path + "?" + [...fields]
    .filter(([name]) => !/^(key|back|_csrf)$/.test(name)).map((pair) => pair.join("=")).sort().join("&");
  const typedIn = (form) => contentOf("", new FormData(form));
  const findIn = (form) => form.querySelector("[data-find]");
  const tell = (...words) => { const notice = document.getElementById("notice"); if (notice) { notice.replaceChildren(...words); } };
  const unsent = () => document.getElementById("unsent").content.cloneNode(true);
  /** A page of the server that says what went wrong, as one line in this one. */
  const failure = (page) => {
    const words = [...page.querySelectorAll(".error-panel h1, .error-panel .lead, .error-panel strong")].map((part) => part.textContent.trim());
    const line = unsent();
    if (words.length > 0) { line.querySelector("span:last-child").textContent = words.join(" \u2014 "); }
    return line;
  };
  /** What somebody typed is given up where it was recorded, unless they typed on. */
  const recorded = (form, typed) => {
    if (!document.contains(form)) { return; }
    if (!findIn(form) && typedIn(form) === typed) { form.reset(); }
    const asked = form.closest("details.ask, details.open-vote, details.menu");
    if (asked) {
      if (asked.contains(document.activeElement)) { asked.querySelector("summary").focus({ preventScroll: true }); }
      asked.open = false;
    }
  };
  const give = async ({ form, path, fields, content, typed }) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), 30000);
    let answer;
    let html;
    try {
      answer = await fetch(path, { method: "POST", body: fields, credentials: "same-origin", signal: limit.signal });
      html = await answer.text();
    } catch {
      answer = null;
    }
    clearTimeout(timer);
    await pressed();
    pending.delete(content);
    if (answer === null || answer.status >= 500) {
      unanswered.set(content, fields.get("key"));
      tell(unsent());
      if (answer === null) { lost(); refresh(); }
      return;
    }
    unanswered.delete(content);
    const page = new DOMParser().parseFromString(html, "text/html");
    const notice = page.getElementById("notice");
    if (answer.redirected) {
      // Another page answers, such as the one where people sign in.
      location.assign(answer.url);
    } else if (!answer.ok || notice === null) {
      tell(failure(page));
    } else {
      const refused = notice.querySelector(".trouble") !== null;
      tell(...notice.children);
      if (refused) { return; }
      recorded(form, typed);
      history.replaceState(null, "", fields.get("back"));
      refresh();
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-room] form")) { return; }
    event.preventDefault();
    const by = event.submitter;
    const path = by && by.getAttribute("formaction") || form.getAttribute("action");
    const fields = new URLSearchParams(new FormData(form, by));
    const content = contentOf(path, fields);
    if (pending.has(content)) { return; }
    pending.add(content);
    fields.set("key", unanswered.get(content) || uuid());
    fields.set("inPage", "true");
    const act = { form, path, fields, content, typed: typedIn(form) };
    // The letters that found a seat are used up as it is pressed: the next ones may be typed before the answer is there.
    const find = findIn(form);
    if (find) { form.reset(); search(find); }
    // Whatever goes wrong with one, the next is given.
    queue = queue.then(() => give(act)).catch((failure) => { pending.delete(content); tell(unsent()); console.error(failure); });
  }, true);
  // What opens in the page is gone to, as a page would be.
  document.addEventListener("htmx:afterSettle", (event) => {
    const from = event.detail.requestConfig && event.detail.requestConfig.elt;
    const goal = from && from.dataset.opens && document.getElementById(from.dataset.opens);
    if (goal) { goal.focus(); goal.scrollIntoView({ block: "nearest" }); }
  });

  // ---- the connection: when it is there again, the page asks what it missed
  const net = () => document.getElementById("net");
  let away = false;
  const lost = () => { away = true; if (net()) { net().hidden = false; } document.body.toggleAttribute("data-away", true); };
  const found = () => {
    if (net()) { net().hidden = true; }
    document.body.removeAttribute("data-away");
    if (away) { away = false; refresh(); }
  };
  const refresh = () => { const live = document.getElementById("live"); if (live) { htmx.trigger(live, "missed"); } };
  document.addEventListener("htmx:sseError", lost);
  document.addEventListener("htmx:sseOpen", found);
  // A page that asked what it shows, and was not told, asks again: until the next news nobody else would notice.
  const untold = (event) => {
    const { elt, xhr } = event.detail;
    const ofThePage = elt.id === "live";
    if (xhr.status !== 0 && !(ofThePage && xhr.status >= 500)) { return; }
    lost();
    if (ofThePage) { setTimeout(refresh, 1000 + 1000 * Math.random()); }
  };
  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach((name) => document.addEventListener(name, untold));
  window.addEventListener("offline", lost);
  window.addEventListener("online", () => { if (document.getElementById("live")) { refresh(); } else { found(); } });
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.elt.id === "live" && event.detail.xhr.status === 200) { away = false; found(); }
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { refresh(); } });

  // ---- keys: space opens and closes a vote, N takes up the next item, ? tells the keys
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

  // ---- a vote that opens makes itself felt, where the delegate has allowed it
  const loud = () => { try { return localStorage.getItem("plenum-sound") === "yes"; } catch { return false; } };
  const beep = () => {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.12, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.5);
    tone.onended = () => audio.close();
  };
  const announceVote = () => {
    if (!loud()) { return; }
    if (navigator.vibrate) { navigator.vibrate([80, 60, 80]); }
    beep();
  };
  const showSound = () => each("[data-sound]", (box) => { box.hidden = false; box.querySelector("input").checked = loud(); });
  document.addEventListener("change", (event) => {
    const box = event.target.closest && event.target.closest("[data-sound]");
    if (!box) { return; }
    try { localStorage.setItem("plenum-sound", event.target.checked ? "yes" : "no"); } catch { event.target.checked = false; }
    if (event.target.checked) { announceVote(); }
  });

  // ---- a ballot: chosen and confirmed without the network, then sent under one key until somebody answers
  const waiting = {
    get: () => { try { return JSON.parse(sessionStorage.getItem("plenum-ballot")); } catch { return null; } },
    set: (ballot) => { try { sessionStorage.setItem("plenum-ballot", JSON.stringify(ballot)); } catch { /* sent all the same, but not after a reload */ } },
    clear: () => { try { sessionStorage.removeItem("plenum-ballot"); } catch { /* there is nothing to forget */ } },
  };
  const step = (name) => {
    const voting = document.querySelector("[data-voting]");
    if (!voting) { return; }
    voting.querySelectorAll("[data-step]").forEach((part) => { part.hidden = part.dataset.step !== name; });
    voting.querySelectorAll("[data-chosen]").forEach((part) => { part.hidden = part.dataset.chosen !== voting.dataset.choice; });
    // A second tap of the same finger must not confirm what the first one chose.
    const confirm = voting.querySelector("[data-ballot] button");
    confirm.disabled = true;
    setTimeout(() => { confirm.disabled = false; }, 500);
    const goal = voting.querySelector(`[data-step="${name}"] [data-goal]`);
    if (goal) { goal.focus({ preventScroll: true }); }
    voting.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("click", (event) => {
    const big = event.target.closest("[data-voting] [data-choice]");
    if (big) {
      event.preventDefault();
      const voting = big.closest("[data-voting]");
      voting.dataset.choice = big.dataset.choice;
      voting.querySelector("[data-ballot]").elements.choice.value = big.dataset.choice;
      step("confirm");
    }
    if (event.target.closest("[data-voting] [data-back]")) {
      event.preventDefault();
      // Nor does it take the choice back.
      if (!event.target.closest("[data-voting]").querySelector("[data-ballot] button").disabled) { step("choose"); }
    }
  });

  let sending = false;
  const send = (ballot, pause) => {
    sending = true;
    step("sending");
    const again = () => {
      lost();
      setTimeout(() => send(ballot, Math.min(pause * 1.6, 5000)), pause);
    };
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), 8000);
    fetch(ballot.action, { method: "POST", body: new URLSearchParams(ballot.fields), credentials: "same-origin", signal: limit.signal })
      .then((answer) => {
        clearTimeout(timer);
        if (answer.status >= 500) { again(); return; }
        return Promise.all([answer.text(), pressed()]).then(([html]) => {
          sending = false;
          waiting.clear();
          const next = new DOMParser().parseFromString(html, "text/html").querySelector("#main");
          if (!next || !next.querySelector("#ballot")) { window.location.assign(answer.url || ballot.action); return; }
          live = false;
          lay(next);
          history.replaceState(null, "", answer.redirected ? answer.url : `${ballot.action}?seat=${Object.fromEntries(ballot.fields).seat}`);
          step("choose");
          found();
        }, () => window.location.assign(answer.url || ballot.action));
      })
      .catch(() => { clearTimeout(timer); again(); });
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-ballot]")) { return; }
    event.preventDefault();
    if (sending) { return; }
    const ballot = { action: form.action, vote: form.elements.vote.value, fields: [...new FormData(form)] };
    waiting.set(ballot);
    send(ballot, 400);
  });
  /** A ballot that was on its way when the page was loaded again goes on, under the same key. */
  const resume = () => {
    const ballot = waiting.get();
    if (!ballot || sending) { return; }
    const form = document.querySelector("[data-ballot]");
    if (form && form.elements.vote.value === ballot.vote) {
      form.closest("[data-voting]").dataset.choice = Object.fromEntries(ballot.fields).choice;
      send(ballot, 400);
    } else if (document.querySelector(".phone")) {
      waiting.clear();
    }
  };

  // ---- a receipt is shared, or copied where the browser cannot share
  const showShare = () => each("[data-share]", (button) => { button.hidden = false; });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-share]");
    if (!button) { return; }
    const text = button.dataset.share;
    if (navigator.share) {
      navigator.share({ text }).catch(() => { /* the delegate changed their mind */ });
    } else {
      navigator.clipboard.writeText(text).then(() => { button.textContent = button.dataset.done; });
    }
  });

  // ---- the clerk finds a seat by its first letters and presses it with Enter; "/17:51" after them states the time
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const fits = (name, wanted) => wanted === "" || plain(name).startsWith(wanted)
    || plain(name).split(/[\s'’-]+/).some((word) => word.startsWith(wanted));
  const TIME = /^(\d{1,2})[:.]?(\d{2})$/;
  const search = (input) => {
    const [letters, written] = input.value.split("/");
    const wanted = plain(letters.trim());
    let first = null;
    input.form.querySelectorAll(".seat-key").forEach((key) => {
      const here = fits(key.dataset.name, wanted) || key.dataset.number === wanted;
      key.hidden = !here;
      key.classList.remove("first");
      const better = first === null || key.dataset.number === wanted || plain(key.dataset.short).startsWith(wanted) && !plain(first.dataset.short).startsWith(wanted);
      if (here && wanted !== "" && better) { first = key; }
    });
    if (first) { first.classList.add("first"); }
    const said = document.getElementById("found");
    if (said) { said.textContent = first ? `${first.dataset.short}: ${first.querySelector(".key-main").dataset.does}` : ""; }
    const time = TIME.exec((written || "").trim());
    if (time) { input.form.querySelector("[data-at]").value = `${two(Number(time[1]))}:${time[2]}`; }
    return first;
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) { search(event.target); }
    if (event.target.matches("[data-filter]")) { filter(event.target); }
  });
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches) { return; }
    if (event.key === "Enter" && event.target.matches(".seat-form input")) {
      event.preventDefault();
      const first = search(findIn(event.target.form));
      if (first) { first.querySelector(".key-main").click(); }
    }
    if (event.key === "Escape" && event.target.matches("[data-find], [data-filter]")) {
      event.target.value = "";
      if (event.target.matches("[data-find]")) { search(event.target); } else { filter(event.target); }
    }
    if (event.key === "Enter" && event.target.matches("[data-filter]")) {
      event.preventDefault();
      const first = event.target.closest("form").querySelector(".part:not([hidden]) select");
      if (first) { first.focus(); }
    }
    // Down among the choices of one seat, letters choose; Enter goes back to the letters of the next seat.
    if (event.key === "Enter" && event.target.matches(".part select")) {
      const find = event.target.closest("form").querySelector("[data-filter]");
      if (find) { event.preventDefault(); find.value = ""; filter(find); find.focus(); }
    }
  });
  // A long press, or the menu key, opens what else can be done with a seat.
  let held = 0;
  let opened = false;
  const more = (key) => { opened = true; key.querySelector(".key-more").click(); };
  document.addEventListener("pointerdown", (event) => {
    opened = false;
    clearTimeout(held);
    const key = event.button === 0 && event.target.closest(".seat-key .key-main");
    if (key) { held = setTimeout(() => more(key.closest(".seat-key")), 500); }
  });
  ["pointerup", "pointercancel", "scroll"].forEach((end) => document.addEventListener(end, () => clearTimeout(held), true));
  document.addEventListener("pointerleave", (event) => {
    if (event.target.matches && event.target.matches(".key-main")) { clearTimeout(held); }
  }, true);
  document.addEventListener("keydown", () => { opened = false; }, true);
  document.addEventListener("contextmenu", (event) => {
    const key = event.target.closest(".seat-key .key-main");
    if (!key) { return; }
    event.preventDefault();
    clearTimeout(held);
    if (!opened) { more(key.closest(".seat-key")); }
  });
  // Letting go after that is no press.
  document.addEventListener("click", (event) => {
    if (opened && event.target.closest(".seat-key .key-main")) { event.preventDefault(); event.stopPropagation(); }
    if (!event.target.closest(".key-more")) { opened = false; }
  }, true);

  // On a keyboard, "/" goes to where letters are typed.
  document.addEventListener("keydown", (event) => {
    const find = document.querySelector("[data-find]");
    if (event.key === "/" && find && !(event.target.closest && event.target.closest("input, textarea, select"))) {
      event.preventDefault();
      find.focus();
    }
  });

  // ---- the roll call walks down the list with P, R and A; so does a vote by voice with the letters on its buttons
  document.addEventListener("keydown", (event) => {
    if (!event.target.closest || event.ctrlKey || event.metaKey || event.altKey) { return; }
    const row = event.target.closest("[data-roll] fieldset");
    const index = ["p", "r", "a"].indexOf(event.key.toLowerCase());
    if (row && index >= 0) {
      event.preventDefault();
      row.querySelectorAll("input")[index].checked = true;
      const next = row.closest("li").nextElementSibling;
      const goal = next ? next.querySelector("input:checked") || next.querySelector("input") : row.closest("form").querySelector("button");
      goal.focus();
    }
    const voice = event.target.closest("[data-voice] li");
    const button = voice && voice.querySelector(`button[data-letter="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button) {
      event.preventDefault();
      const next = voice.nextElementSibling;
      if (next) { next.querySelector("button").focus(); }
      button.click();
    }
  });

  // ---- a record by exception shows what it comes to before it is sent, and only the seats that matter
  const sum = (form) => {
    const numbers = { for: 0, against: 0, abstain: 0, declined: 0 };
    const rest = form.querySelector("[name=rest]:checked").value;
    form.querySelectorAll("select").forEach((select) => {
      const part = select.value || rest;
      if (part in numbers) { numbers[part] += 1; }
      select.closest(".part").classList.toggle("is-chosen", select.value !== "");
    });
    form.querySelectorAll("[data-n]").forEach((at) => { at.textContent = numbers[at.dataset.n]; });
  };
  const filter = (input) => {
    const wanted = plain(input.value.trim());
    input.closest("form").querySelectorAll(".part").forEach((part) => {
      const few = part.parentElement.children.length <= 24;
      part.hidden = !part.classList.contains("is-chosen") && !(wanted === "" ? few : fits(part.dataset.name, wanted));
    });
  };
  document.addEventListener("change", (event) => {
    const form = event.target.closest && event.target.closest("[data-exception]");
    if (form) { sum(form); }
  });

  const afterRenewal = () => {
    each("[data-exception]", (form) => { sum(form); form.querySelectorAll("[data-filter]").forEach((input) => { input.closest("label").hidden = false; filter(input); }); });
    each("[data-find]", search);
    showSound();
    showShare();
    each("[data-script]", (part) => { part.hidden = false; });
  };
  document.addEventListener("DOMContentLoaded", () => { afterRenewal(); resume(); });
})();
