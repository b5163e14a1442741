// A long roll is searched where it is kept: what somebody types to find a seat becomes part of the page's address, and the
// page asks what it shows. What was found says by which letters, so that nobody acts on what earlier ones had found.
(() => {
  "use strict";

  const PAUSE = 150;
  const lettersOf = (input) => input.value.split("/")[0].trim();
  const isSearched = (input) => input.matches("[data-seek]");
  const isFound = (input) => {
    const list = document.querySelector(`[data-sought-by="${CSS.escape(input.name)}"]`);
    return list !== null && (list.dataset.sought || "") === lettersOf(input);
  };

  let soon = 0;
  const seek = () => {
    clearTimeout(soon);
    const address = new URL(location.href);
    document.querySelectorAll("[data-seek]").forEach((input) => {
      const letters = lettersOf(input);
      if (letters === "") { address.searchParams.delete(input.name); } else { address.searchParams.set(input.name, letters); }
    });
    if (address.href !== location.href) {
      history.replaceState(null, "", address);
      plenum.refresh();
    }
  };
  document.addEventListener("input", (event) => {
    if (isSearched(event.target)) { clearTimeout(soon); soon = setTimeout(seek, PAUSE); }
  });

  // ---- whoever presses Enter before the answer is there waits for it, unless they type on
  const waiting = new Set();
  /** Whether the seats shown are, by now or after a moment, those that are sought in this field. */
  const sought = (input) => {
    if (!isSearched(input) || isFound(input)) { return Promise.resolve(true); }
    return new Promise((tell) => {
      waiting.add({ input, letters: lettersOf(input), tell });
      seek();
    });
  };
  document.addEventListener("plenum:renewed", () => {
    waiting.forEach((one) => {
      const typedOn = !document.contains(one.input) || lettersOf(one.input) !== one.letters;
      if (typedOn || isFound(one.input)) { waiting.delete(one); one.tell(!typedOn); }
    });
    // What an act left of the address may have lost what is typed since.
    const missed = [...document.querySelectorAll("[data-seek]")].some((input) => !isFound(input));
    if (missed) { clearTimeout(soon); soon = setTimeout(seek, PAUSE); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches && isSearched(event.target)) { event.preventDefault(); seek(); }
  });

  Object.assign(plenum, { sought, isFound });
})();
