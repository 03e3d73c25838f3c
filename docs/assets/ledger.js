// Above a ledger: a box and choices that leave only the lines that fit; the address keeps them.

import { fold } from "./fold.js";
import { words } from "./words.js";

const article = document.querySelector("article");
const bar = article.querySelector(".filter");
const fields = [...bar.querySelectorAll("[name]")];
const count = bar.querySelector("[role=status]");
const folds = [...article.querySelectorAll("details:has(> .line)")];
const lines = [...article.querySelectorAll("details.line")].map((line) => ({
  line,
  text: fold(line.textContent),
  marks: line.querySelector("summary [hidden]").dataset,
}));

function fits({ text, marks }, name, value) {
  if (name === "words")
    return fold(value)
      .split(/\s+/)
      .every((word) => text.includes(word));
  return marks[name]?.split(" ").includes(value);
}

function narrow() {
  const wanted = fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value);
  let shown = 0;
  for (const line of lines) {
    line.line.hidden = !wanted.every(([name, value]) => fits(line, name, value));
    shown += line.line.hidden ? 0 : 1;
  }
  for (const heading of article.querySelectorAll("h2")) heading.hidden = isEmpty(heading);
  for (const fold of folds) {
    fold.hidden = !fold.querySelector(".line:not([hidden])");
    fold.open ||= wanted.length > 0;
    fold.classList.toggle("narrowed", wanted.length > 0);
  }
  count.textContent = wanted.length ? words.shown(shown) : "";
  return wanted;
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
  const address = new URL(location);
  address.search = new URLSearchParams(narrow());
  history.replaceState(history.state, "", address);
}

const asked = new URLSearchParams(location.search);
for (const field of fields) {
  field.value = asked.get(field.name) ?? "";
  field.addEventListener("input", keep);
}
narrow();
