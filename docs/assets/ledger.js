// Above a ledger: a box and chips that leave only the lines that fit; the address keeps them.

import { fold } from "./fold.js";
import { words } from "./words.js";

const article = document.querySelector("article");
const form = article.querySelector("form.filter");
const input = form.querySelector("[type=search]");
const chips = [...form.querySelectorAll("[type=checkbox]")].map((box) => ({
  box,
  number: box.parentElement.querySelector("small"),
}));
const count = form.querySelector("[role=status]");
const clear = form.querySelector("[type=reset]");
const folds = [...article.querySelectorAll("details:has(> .line)")];
const lines = [...article.querySelectorAll("details.line")].map((line) => {
  const { dataset } = line.querySelector("[data-essay]");
  const marks = Object.entries(dataset).map(([mark, values]) => [mark, values.split(" ")]);
  return {
    line,
    text: fold(line.textContent),
    marks: Object.fromEntries(marks),
    fates: fatesOf(line),
  };
});

// What the later essays make of a line; that some are silent counts only if all are.
function fatesOf(line) {
  const all = [...line.querySelectorAll(".fate > span")].map(({ className }) => className);
  const later = all.filter((fate) => fate !== "before" && fate !== "made");
  const told = later.filter((fate) => fate !== "silent");
  return told.length ? told : later;
}

function valuesOf({ marks, fates }, name) {
  return (name === "fate" ? fates : marks[name]) ?? [];
}

// What is asked for: words, all of which a line must have, and chips, one of each group.
function asked() {
  return new FormData(form);
}

function narrow() {
  const wanted = asked();
  const typed = fold(wanted.get("words")).split(/\s+/);
  const groups = [...new Set(wanted.keys())].filter((name) => name !== "words");
  const isNarrowed = groups.length > 0 || typed.some(Boolean);
  const fitting = new Map(chips.map((chip) => [chip, 0]));
  let shown = 0;
  for (const each of lines) {
    const misses = groups.filter(
      (name) => !valuesOf(each, name).some((value) => wanted.getAll(name).includes(value)),
    );
    const hasWords = typed.every((word) => each.text.includes(word));
    each.line.hidden = misses.length > 0 || !hasWords;
    shown += each.line.hidden ? 0 : 1;
    // A chip counts the lines that would be shown by it with what the other groups ask for.
    for (const chip of hasWords ? chips : []) {
      const { name, value } = chip.box;
      const fits = misses.every((miss) => miss === name) && valuesOf(each, name).includes(value);
      if (fits) fitting.set(chip, fitting.get(chip) + 1);
    }
  }
  for (const [{ box, number }, lines] of fitting) {
    number.textContent = lines;
    box.disabled = lines === 0 && !box.checked;
  }
  for (const heading of article.querySelectorAll("h2")) heading.hidden = isEmpty(heading);
  for (const fold of folds) {
    fold.hidden = !fold.querySelector(".line:not([hidden])");
    fold.open ||= isNarrowed;
    fold.classList.toggle("narrowed", isNarrowed);
  }
  count.textContent = isNarrowed ? words.shown(shown) : "";
  clear.hidden = !isNarrowed;
}

// Whether no line is left below a heading of lines, up to the next heading.
function isEmpty(heading) {
  let some = false;
  for (
    let next = heading.nextElementSibling;
    next?.matches(".line");
    next = next.nextElementSibling
  ) {
    if (!next.hidden) return false;
    some = true;
  }
  return some;
}

function keep() {
  narrow();
  const address = new URL(location);
  address.search = new URLSearchParams([...asked()].filter(([, value]) => value.trim()));
  history.replaceState(history.state, "", address);
}

const parameters = new URLSearchParams(location.search);
input.value = parameters.get("words") ?? "";
for (const { box } of chips) {
  box.checked = parameters.getAll(box.name).includes(box.value);
  if (box.checked && box.closest("details")) box.closest("details").open = true;
}
form.addEventListener("input", keep);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  if (document.activeElement === clear) chips[0].box.focus(); // for the button goes
  setTimeout(keep); // once the form has been reset
});
narrow();
