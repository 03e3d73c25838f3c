// Above an index or a ledger: a box that leaves only the lines with the words typed in it, and
// perhaps a choice of their order.

import { fold } from "./fold.js";
import { words } from "./words.js";

const article = document.querySelector("article");
const items = [...article.querySelectorAll("li, .statement, dt")].map((line, place) => ({
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
  hideEmptySections();
  count.textContent = wanted.length ? words.shown(shown) : "";
}

// A heading without a line below it, up to the next heading, says nothing.
function hideEmptySections() {
  let heading, full;
  const settle = () => {
    if (heading) heading.hidden = !full;
  };
  for (const element of article.children) {
    if (element.matches("h2")) {
      settle();
      heading = element;
      full = false;
    } else if (
      element.matches(".statement:not([hidden])") ||
      element.querySelector("li:not([hidden])")
    ) {
      full = true;
    } else if (!element.matches("ul, .statement")) {
      full ||= element.matches("dl, table, section, p:not(.statement)");
    }
  }
  settle();
}

input.addEventListener("input", narrow);
order?.addEventListener("change", () => arrange(order.value));
