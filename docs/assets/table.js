// Tables whose rows can be sorted by a click on a column's head.

const numbers = new Intl.Collator("en", { numeric: true });
const UNITS = { million: 1e6, billion: 1e9, trillion: 1e12 };

// What a cell sorts by: its first number, with its unit, or its words.
function key(cell) {
  const match = cell.textContent.match(/(\d[\d,]*\.?\d*)\s*(million|billion|trillion)?/);
  return match && cell.matches("td:first-child")
    ? Number(match[1].replaceAll(",", "")) * (UNITS[match[2]] ?? 1)
    : cell.textContent.trim();
}

function compare(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : numbers.compare(a, b);
}

function sort(table, column, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((a, b) => compare(key(a.cells[column]), key(b.cells[column])));
  body.append(...(down ? rows.reverse() : rows));
}

for (const table of document.querySelectorAll("article table")) {
  if (table.tBodies[0].rows.length < 4) continue;
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    if (head.querySelector("a")) {
      button.textContent = "⇅";
      button.setAttribute("aria-label", `Sort by ${head.textContent.trim()}`);
    } else {
      button.append(...head.childNodes);
    }
    button.addEventListener("click", () => sort(table, column, head));
    head.append(" ", button);
  }
}
