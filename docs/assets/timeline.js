// Narrows the timeline, lists and picture, to a policy area and to dates, lives or essays.

import { widen } from "./widen.js";
import { words } from "./words.js";

const KINDS = ["date", "life", "essay"];
const section = document.querySelector("section.timeline");
const box = section.querySelector(".scroll");
const picture = box.querySelector("svg");
const choices = section.querySelector("fieldset");
const height = picture.height.baseVal.value;
const marks = [...picture.querySelectorAll("a.date")];
const bars = [...picture.querySelectorAll("a:is(.essay, .life)")];
const rows = [...new Set(marks.map((mark) => mark.dataset.row))]
  .map((row) => marks.filter((mark) => mark.dataset.row === row))
  .concat(bars.map((bar) => [bar]));
const lists = [...document.querySelectorAll("article .fold")].map((fold) => ({
  fold,
  summary: fold.querySelector("summary"),
  heading: fold.querySelector("summary").textContent,
  kind: kindOf(fold),
  lines: [...fold.querySelectorAll("li")],
}));

function kindOf(element) {
  return KINDS.find((kind) => element.classList.contains(kind));
}

// Essays are in no policy area, and stay for comparison.
function isWanted(element, kind) {
  const area = choices.elements.area.value;
  return (
    choices.elements[kind].checked &&
    (!area || kind === "essay" || element.classList.contains(area))
  );
}

function narrowLists() {
  const shown = { date: 0, life: 0, essay: 0 };
  for (const { fold, summary, heading, kind, lines } of lists) {
    for (const line of lines) line.hidden = !isWanted(line, kind);
    for (const year of fold.querySelectorAll("h2")) {
      year.hidden = !year.nextElementSibling.querySelector("li:not([hidden])");
    }
    const left = lines.filter((line) => !line.hidden).length;
    shown[kind] += left;
    fold.hidden = !left;
    summary.textContent = left < lines.length ? words.timeline.fold(heading, left) : heading;
  }
  return shown;
}

// A mark tells how many of its dates are shown; rows close the gaps that others leave.
function narrowPicture() {
  for (const mark of marks) {
    const dates = document.getElementById(mark.dataset.years).nextElementSibling;
    const left = dates.querySelectorAll("li:not([hidden])").length;
    mark.querySelector("text").textContent = left;
    mark.classList.toggle("off", !left);
  }
  for (const bar of bars) bar.classList.toggle("off", !isWanted(bar, kindOf(bar)));
  let gap = 0;
  for (const row of rows) {
    for (const item of row) item.setAttribute("transform", `translate(0 ${-gap})`);
    if (row.every((item) => item.classList.contains("off"))) gap += Number(row[0].dataset.height);
  }
  for (const line of picture.querySelectorAll("line.essay")) {
    line.classList.toggle("off", !choices.elements.essay.checked);
  }
  picture.setAttribute("height", height - gap);
}

function narrow() {
  const shown = narrowLists();
  narrowPicture();
  choices.querySelector("[role=status]").textContent = words.timeline.shown(shown);
}

choices.addEventListener("input", narrow);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.target.closest("dialog")) return;
  choices.elements.area.selectedIndex = 0;
  for (const kind of KINDS) choices.elements[kind].checked = true;
  narrow();
});
widen(box, choices, [1, 2, 4], (scale) => {
  picture.style.width = `${100 * scale}%`;
});
