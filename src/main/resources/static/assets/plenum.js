// What pages do besides showing: clocks, keys, glow, and a ballot that survives a bad network. Everything works without it.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  // ---- clocks
  const two = (n) => String(n).padStart(2, "0");
  const tick = () => {
    const now = Date.now();
    document.querySelectorAll("[data-since]").forEach((at) => {
      const seconds = Math.max(0, Math.floor((now - Date.parse(at.dataset.since)) / 1000));
      const hours = Math.floor(seconds / 3600);
      const minutes = Math.floor(seconds / 60) % 60;
      at.textContent = hours > 0 ? `${hours} h ${two(minutes)}` : `${minutes}:${two(seconds % 60)}`;
    });
    document.querySelectorAll("[data-clock]").forEach((at) => {
      const date = new Date();
      at.textContent = `${two(date.getHours())}:${two(date.getMinutes())}`;
    });
  };
  setInterval(tick, 1000);
  document.addEventListener("DOMContentLoaded", tick);
  document.addEventListener("htmx:load", tick);

  // ---- live regions: only what differs is exchanged, and it glows once
  const essence = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("input[type=hidden], [data-since], #notice").forEach((each) => each.remove());
    copy.querySelectorAll("details").forEach((each) => each.removeAttribute("open"));
    copy.classList.remove("glow");
    copy.querySelectorAll(".glow").forEach((each) => each.classList.remove("glow"));
    return copy.innerHTML.replace(/\s+/g, " ");
  };
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const before = event.detail.target;
    const after = event.detail.fragment.firstElementChild;
    if (!before || !after || !before.hasAttribute("data-live")) {
      return;
    }
    const busy = before.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (busy || essence(before) === essence(after)) {
      event.detail.shouldSwap = false;
      return;
    }
    after.classList.add("glow");
    if (after.dataset.stage === "voting" && before.dataset.stage !== "voting" && navigator.vibrate) {
      navigator.vibrate([80, 60, 80]);
    }
  });

  // ---- the connection
  const net = () => document.getElementById("net");
  const lost = () => { if (net()) { net().hidden = false; } };
  const found = () => { if (net()) { net().hidden = true; } };
  document.addEventListener("htmx:sseError", lost);
  document.addEventListener("htmx:sseOpen", found);
  window.addEventListener("offline", lost);
  window.addEventListener("online", found);

  // ---- keys: space opens and closes a vote, N takes up the next item
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, button, a, summary, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !document.querySelector("[data-keys]")) {
      return;
    }
    const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`) ;
    if (button && !button.disabled) {
      event.preventDefault();
      button.click();
      const details = button.closest("details");
      if (details && button.tagName === "SUMMARY") {
        const field = details.querySelector("button[type=submit]");
        if (field) { field.focus(); }
      }
    }
  });

  // ---- a ballot is sent again under the same key until somebody answers: it can never count twice
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-ballot]")) {
      return;
    }
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.getAttribute("aria-busy") === "true") {
      return;
    }
    button.setAttribute("aria-busy", "true");
    const words = button.textContent;
    button.textContent = button.dataset.busy || "…";
    const body = new URLSearchParams(new FormData(form));
    let pause = 500;
    const send = () => {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), 8000);
      fetch(form.action, { method: "POST", body, credentials: "same-origin", signal: limit.signal })
        .then((answer) => {
          clearTimeout(timer);
          if (answer.status >= 500) {
            throw new Error(String(answer.status));
          }
          found();
          window.location.assign(answer.url || form.action);
        })
        .catch(() => {
          clearTimeout(timer);
          lost();
          button.textContent = button.dataset.busy || words;
          setTimeout(send, pause);
          pause = Math.min(pause * 1.6, 5000);
        });
    };
    send();
  });

  // ---- the clerk finds a seat by its first letters and presses it with Enter; "/17:51" after them states the time
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const search = (input) => {
    const [letters, time] = input.value.split("/");
    const wanted = plain(letters.trim());
    let first = null;
    input.form.querySelectorAll(".seat-key").forEach((key) => {
      const words = plain(key.dataset.name).split(/[\s']+/);
      const fits = wanted === "" || plain(key.dataset.name).startsWith(wanted) || words.some((word) => word.startsWith(wanted));
      key.hidden = !fits;
      key.classList.remove("first");
      if (fits && wanted !== "" && first === null) { first = key; }
    });
    if (first) { first.classList.add("first"); }
    if (time && /^\d{1,2}[:.]\d{2}$/.test(time.trim())) {
      input.form.querySelector("[data-at]").value = time.trim().replace(".", ":").padStart(5, "0");
    }
    return first;
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) { search(event.target); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches && event.target.matches("[data-find]")) {
      event.preventDefault();
      const first = search(event.target);
      if (first) { first.querySelector(".key-main").click(); }
    }
  });

  // ---- the roll call walks down the list with P, R and A
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest && event.target.closest("[data-roll] fieldset");
    const index = ["p", "r", "a"].indexOf(event.key.toLowerCase());
    if (!row || index < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    row.querySelectorAll("input")[index].checked = true;
    const next = row.closest("li").nextElementSibling;
    if (next) { (next.querySelector("input:checked") || next.querySelector("input")).focus(); }
  });

  // ---- a record by exception shows what it comes to before it is sent
  const sum = (form) => {
    const numbers = { for: 0, against: 0, abstain: 0, declined: 0 };
    const rest = form.querySelector("[name=rest]:checked").value;
    form.querySelectorAll("select").forEach((select) => {
      const part = select.value || rest;
      if (part in numbers) { numbers[part] += 1; }
      select.toggleAttribute("data-rest", select.value === "");
    });
    form.querySelectorAll("[data-n]").forEach((at) => { at.textContent = numbers[at.dataset.n]; });
  };
  const sumAll = () => document.querySelectorAll("[data-exception]").forEach(sum);
  document.addEventListener("change", (event) => {
    const form = event.target.closest && event.target.closest("[data-exception]");
    if (form) { sum(form); }
  });
  document.addEventListener("DOMContentLoaded", sumAll);
  document.addEventListener("htmx:load", sumAll);

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
