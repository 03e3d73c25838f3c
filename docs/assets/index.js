// Above an index or a ledger: a box that leaves only the lines with the words typed in it, and
// perhaps a choice of their order.

import { fold } from "./fold.js";

const article = document.querySelector("article");
const items = [...article.querySelectorAll("li, .statement, dt")].map((line, place) => ({
  line,
  place,
  home: line.parentElement,
  text: fold(textOf(line)),
  name: fold(line.querySelector("strong")?.textContent ?? ""),
  statements: Number(line.querySelector("em:last-child")?.textContent.match(/[\d,]+/)?.[0].replace(",", "") ?? -1),
}));
const ORDERS = {
  "as grouped": (a, b) => a.place - b.place,
  "most statements first": (a, b) => b.statements - a.statements || a.place - b.place,
  "by name": (a, b) => a.name.localeCompare(b.name),
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

function arrange(name) {
  const grouped = name === "as grouped";
  for (const { line, home } of [...items].sort(ORDERS[name])) (grouped ? home : sorted).append(line);
  sorted.hidden = grouped;
  narrow();
}

function narrow() {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { line, text } of items) {
    line.hidden = !words.every((word) => text.includes(word));
    if (line.matches("dt")) line.nextElementSibling.hidden = line.hidden;
    shown += line.hidden ? 0 : 1;
  }
  hideEmptySections();
  count.textContent = words.length ? `${shown} shown` : "";
}

// A heading without a line below it, up to the next heading, says nothing.
function hideEmptySections() {
  let heading, full;
  const settle = () => { if (heading) heading.hidden = !full; };
  for (const element of article.children) {
    if (element.matches("h2")) {
      settle();
      heading = element;
      full = false;
    } else if (element.matches(".statement:not([hidden])") || element.querySelector("li:not([hidden])")) {
      full = true;
    } else if (!element.matches("ul, .statement")) {
      full ||= element.matches("dl, table, section, p:not(.statement)");
    }
  }
  settle();
}

input.addEventListener("input", narrow);
order?.addEventListener("change", () => arrange(order.value));
