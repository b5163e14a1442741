// Acts: the forms of the live room, sent without leaving the page.
(() => {
  "use strict";

  // They are given one after the other in the order in which they were pressed, each under a key of its own. One that nobody
  // answered keeps its key, so that pressing again cannot count twice; what is on its way is not sent a second time.
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
    await plenum.pressed();
    pending.delete(content);
    if (answer === null || answer.status >= 500) {
      unanswered.set(content, fields.get("key"));
      tell(unsent());
      if (answer === null) { plenum.lost(); plenum.refresh(); }
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
      plenum.refresh();
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-room] form[method=post]")) { return; }
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
    if (find) { form.reset(); find.value = ""; find.dispatchEvent(new Event("input", { bubbles: true })); }
    // Whatever goes wrong with one, the next is given.
    queue = queue.then(() => give(act)).catch((failure) => { pending.delete(content); tell(unsent()); console.error(failure); });
  }, true);
  // What opens in the page is gone to, as a page would be.
  document.addEventListener("htmx:afterSettle", (event) => {
    const from = event.detail.requestConfig && event.detail.requestConfig.elt;
    const goal = from && from.dataset.opens && document.getElementById(from.dataset.opens);
    if (goal) { goal.focus(); goal.scrollIntoView({ block: "nearest" }); }
  });
})();
