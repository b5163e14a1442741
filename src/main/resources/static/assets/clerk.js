// The clerk's desk: seats found by their letters, the roll call, votes by voice and by exception.
(() => {
  "use strict";

  const two = (n) => String(n).padStart(2, "0");
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // ---- the clerk finds a seat by its first letters and presses it with Enter; "/17:51" after them states the time
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => plain(text).split(/[\s'’-]+/).filter((word) => word !== "");
  const fits = (names, wanted) => {
    const words = wordsOf(names);
    return wordsOf(wanted).every((sought) => words.some((word) => word.startsWith(sought)));
  };
  const isMeant = (key, wanted) => key.dataset.number === wanted || plain(key.querySelector(".key-main").value) === wanted;
  const TIME = /^(\d{1,2})[:.]?(\d{2})$/;
  const search = (input) => {
    const [letters, written] = input.value.split("/");
    const wanted = plain(letters.trim());
    let first = null;
    const form = input.closest(".seat-form");
    form.querySelectorAll(".seat-key").forEach((key) => {
      const here = isMeant(key, wanted) || fits(`${key.dataset.name} ${key.dataset.delegate || ""}`, wanted);
      key.hidden = !here;
      key.classList.remove("first");
      const better = first === null || isMeant(key, wanted) || plain(key.dataset.short).startsWith(wanted) && !plain(first.dataset.short).startsWith(wanted);
      if (here && wanted !== "" && better) { first = key; }
    });
    if (first) { first.classList.add("first"); }
    const said = document.getElementById("found");
    if (said) { said.textContent = first ? `${first.dataset.short}: ${first.querySelector(".key-main").dataset.does}` : ""; }
    const time = TIME.exec((written || "").trim());
    if (time) { form.querySelector("[data-at]").value = `${two(Number(time[1]))}:${time[2]}`; }
    return first;
  };
  /** Presses the seat that is sought; where others fit too and nobody has seen them yet, it only shows them. */
  const pressSought = async (input) => {
    const seen = !input.matches("[data-seek]") || plenum.isFound(input);
    if (!await plenum.sought(input)) { return; }
    const first = search(input);
    const wanted = plain(input.value.split("/")[0].trim());
    const alone = input.closest(".seat-form").querySelectorAll(".seat-key:not([hidden])").length === 1;
    if (first && (seen || alone || isMeant(first, wanted))) { first.querySelector(".key-main").click(); }
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) { search(event.target); }
    if (event.target.matches("[data-filter]")) { filter(event.target); }
  });
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches) { return; }
    if (event.key === "Enter" && event.target.matches(".seat-form input")) {
      event.preventDefault();
      pressSought(event.target.closest(".seat-form").querySelector("[data-find]"));
    }
    if (event.key === "Escape" && event.target.matches("[data-find], [data-filter]")) {
      event.target.value = "";
      event.target.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (event.key === "Enter" && event.target.matches("[data-filter]")) {
      event.preventDefault();
      chooseSought(event.target);
    }
    // Down among the choices of one seat, letters choose; Enter goes back to the letters of the next seat.
    if (event.key === "Enter" && event.target.matches(".part select")) {
      const find = event.target.closest("form").querySelector("[data-filter]");
      if (find) {
        event.preventDefault();
        find.value = "";
        find.dispatchEvent(new Event("input", { bubbles: true }));
        find.focus();
      }
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
    // Those who are not shown go with the rest.
    numbers[rest] += Number(form.dataset.waiting) - form.querySelectorAll("select").length;
    form.querySelectorAll("[data-n]").forEach((at) => { at.textContent = numbers[at.dataset.n]; });
  };
  const filter = (input) => {
    const wanted = plain(input.value.trim());
    input.closest("form").querySelectorAll(".part").forEach((part) => {
      const few = part.parentElement.children.length <= 24;
      part.hidden = !part.classList.contains("is-chosen") && !(wanted === "" ? few : fits(`${part.dataset.name} ${part.dataset.delegate || ""}`, wanted));
    });
  };
  const chooseSought = async (input) => {
    if (!await plenum.sought(input)) { return; }
    filter(input);
    const first = input.closest("form").querySelector(".part:not([hidden]) select");
    if (first) { first.focus(); }
  };
  document.addEventListener("change", (event) => {
    const form = event.target.closest && event.target.closest("[data-exception]");
    if (form) { sum(form); }
  });

  const look = () => {
    each("[data-exception]", (form) => {
      sum(form);
      form.querySelectorAll("[data-filter]").forEach((input) => { input.closest("label").hidden = false; filter(input); });
    });
    each("[data-find]", search);
  };
  document.addEventListener("DOMContentLoaded", look);
  document.addEventListener("plenum:renewed", look);
})();
