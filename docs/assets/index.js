// Above an index: a box that leaves only the lines with the words typed in it, and
// perhaps a choice of their order.

import { fold } from "./fold.js";
import { words } from "./words.js";

const article = document.querySelector("article");
const items = [...article.querySelectorAll("li, dt")].map((line, place) => ({
  line,
  place,
  home: line.parentElement,
  text: fold(textOf(line)),
  name: fold(line.querySelector("strong")?.textContent ?? ""),
  statements: Number(line.querySelector("[data-statements]")?.dataset.statements),
}));
const { compare } = new Intl.Collator(document.documentElement.lang);
// By the values of the options.
const ORDERS = {
  grouped: (a, b) => a.place - b.place,
  statements: (a, b) => b.statements - a.statements || a.place - b.place,
  name: (a, b) => compare(a.name, b.name),
};

// A term's line goes with its definition.
function textOf(line) {
  const definition = line.matches("dt") ? line.nextElementSibling?.textContent : "";
  return `${line.textContent} ${definition}`;
}

const bar = article.querySelector(".filter");
const input = bar.querySelector("input");
const order = bar.querySelector("select");
const count = bar.querySelector("[role=status]");
const sorted = document.createElement("ul");
sorted.hidden = true;
bar.after(sorted);

function arrange(order) {
  const grouped = order === "grouped";
  for (const { line, home } of [...items].sort(ORDERS[order])) {
    (grouped ? home : sorted).append(line);
  }
  sorted.hidden = grouped;
  narrow();
}

function narrow() {
  const wanted = fold(input.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { line, text } of items) {
    line.hidden = !wanted.every((word) => text.includes(word));
    if (line.matches("dt")) line.nextElementSibling.hidden = line.hidden;
    shown += line.hidden ? 0 : 1;
  }
  // A heading without a line in the list below it says nothing.
  for (const heading of article.querySelectorAll("h2:has(+ ul)")) {
    heading.hidden = !heading.nextElementSibling.querySelector("li:not([hidden])");
  }
  count.textContent = wanted.length ? words.shown(shown) : "";
}

input.addEventListener("input", narrow);
order?.addEventListener("change", () => arrange(order.value));
