// A delegate's ballot survives a bad network; the opening of a vote makes itself felt; a receipt is shared.
(() => {
  "use strict";

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

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
  document.addEventListener("plenum:renewed", ({ detail }) => {
    if (detail.before !== "voting" && detail.stage === "voting") { announceVote(); }
  });
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
      plenum.lost();
      setTimeout(() => send(ballot, Math.min(pause * 1.6, 5000)), pause);
    };
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), 8000);
    fetch(ballot.action, { method: "POST", body: new URLSearchParams(ballot.fields), credentials: "same-origin", signal: limit.signal })
      .then((answer) => {
        clearTimeout(timer);
        if (answer.status >= 500) { again(); return; }
        return Promise.all([answer.text(), plenum.pressed()]).then(([html]) => {
          sending = false;
          waiting.clear();
          const next = new DOMParser().parseFromString(html, "text/html").querySelector("#main");
          if (!next || !next.querySelector("#ballot")) { window.location.assign(answer.url || ballot.action); return; }
          plenum.lay(next, false);
          history.replaceState(null, "", answer.redirected ? answer.url : `${ballot.action}?seat=${Object.fromEntries(ballot.fields).seat}`);
          step("choose");
          plenum.found();
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

  const look = () => { showSound(); showShare(); resume(); };
  document.addEventListener("DOMContentLoaded", look);
  document.addEventListener("plenum:renewed", look);
})();
