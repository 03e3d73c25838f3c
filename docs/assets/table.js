// Tables whose rows can be sorted by a click on a column's head: dates and numbers by the value
// that stands beside their words, other cells by their words.

import { words } from "./words.js";

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

function key(cell) {
  const value = cell.querySelector("[data-sort], data");
  return value ? Number(value.dataset.sort ?? value.value) : cell.textContent.trim();
}

// Up or down, a cell without a value stands after those that have one.
function compare(a, b, way) {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return way * (typeof a === "number" ? a - b : collator.compare(a, b));
}

function sort(table, column, head) {
  const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", way < 0 ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, key: key(row.cells[column]) }));
  rows.sort((a, b) => compare(a.key, b.key, way));
  body.append(...rows.map(({ row }) => row));
}

for (const table of document.querySelectorAll("article table")) {
  if (table.tBodies[0].rows.length < 4) continue;
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    if (head.querySelector("a")) {
      button.textContent = "⇅";
      button.setAttribute("aria-label", words.sortBy(head.textContent.trim()));
    } else {
      button.append(...head.childNodes);
    }
    button.addEventListener("click", () => sort(table, column, head));
    head.append(" ", button);
  }
}
