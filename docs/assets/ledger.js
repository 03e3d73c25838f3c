// Above a ledger: a box and choices that leave only the lines that fit; the address keeps them.

import { fold } from "./fold.js";
import { words } from "./words.js";

const article = document.querySelector("article");
const bar = article.querySelector(".filter");
const fields = [...bar.querySelectorAll("[name]")];
const count = bar.querySelector("[role=status]");
const lines = [...article.querySelectorAll("details.line")].map((line) => ({
  line,
  text: fold(line.textContent),
  marks: line.querySelector("[data-essay]").dataset,
}));

function fits({ text, marks }, name, value) {
  if (name === "words")
    return fold(value)
      .split(/\s+/)
      .every((word) => text.includes(word));
  return marks[name].split(" ").includes(value);
}

function narrow() {
  const wanted = fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value);
  let shown = 0;
  for (const line of lines) {
    line.line.hidden = !wanted.every(([name, value]) => fits(line, name, value));
    shown += line.line.hidden ? 0 : 1;
  }
  for (const heading of article.querySelectorAll("h2")) heading.hidden = isEmpty(heading);
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

// What is shown as a table for a spreadsheet, which needs the mark at its beginning for accents.
const names = new Map([...bar.querySelectorAll("option")].map(({ value, text }) => [value, text]));

function rowOf({ line, marks }) {
  const place = line.querySelector(".statement small a");
  const summary = line.querySelector("summary").cloneNode(true);
  const fate = [...summary.querySelectorAll(".fate > :not(.before, .made)")];
  const fates = fate.map(({ textContent }) => textContent).join("; ");
  for (const extra of summary.querySelectorAll(".fate, [hidden]")) extra.remove();
  const listed = (mark) =>
    marks[mark]
      .split(" ")
      .map((id) => names.get(id) ?? "")
      .join("; ");
  const address = line.querySelector(".permalink").href;
  return [place.textContent, summary.textContent.trim(), listed("addressee"), fates, address];
}

function table() {
  const rows = [words.table.heads, ...lines.filter(({ line }) => !line.hidden).map(rowOf)];
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

bar.querySelector("[data-save]").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
  link.download = words.table.file;
  link.click();
  URL.revokeObjectURL(link.href);
});
const asked = new URLSearchParams(location.search);
for (const field of fields) {
  field.value = asked.get(field.name) ?? "";
  field.addEventListener("input", keep);
}
narrow();
