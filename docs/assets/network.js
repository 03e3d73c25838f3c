// Narrows the picture of the network to some ties and the records at their ends, and lights up
// what is tied to the mark that the pointer or the keyboard is at.

import { widen } from "./widen.js";
import { words } from "./words.js";

const PADDING = 16;
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const section = document.querySelector("section.network");
const box = section.querySelector(".scroll");
const picture = box.querySelector("svg");
const choices = section.querySelector("fieldset");
const { tie, shape, area, around, all } = choices.elements;
const marks = [...picture.querySelectorAll("a")];
const ties = [...picture.querySelectorAll(".tie")].map((line) => ({
  line,
  ends: line.dataset.ends.split(" ").map((place) => marks[place]),
  drawn: ["x1", "y1", "x2", "y2"].map((name) => Number(line.getAttribute(name))),
}));
for (const mark of marks) mark.drawnAt = placeOf(mark);
const whole = viewBox();
let scale = 1;

function viewBox() {
  const { x, y, width, height } = picture.viewBox.baseVal;
  return { x, y, width, height };
}

function nameOf(mark) {
  return mark.lastElementChild.textContent.replace(/\s+/g, " ").trim();
}

function placeOf(mark) {
  const { e, f } = mark.transform.baseVal[0].matrix;
  return [e, f];
}

function isShown(mark) {
  return !mark.classList.contains("off");
}

function isWanted({ line, ends }) {
  return (
    (!tie.value || line.classList.contains(tie.value)) &&
    (!around.value || ends.includes(marks[around.value])) &&
    [shape.value, area.value].every(
      (word) => !word || ends.some((end) => end.classList.contains(word)),
    )
  );
}

function narrow() {
  const wanted = ties.filter(isWanted);
  const isWhole = wanted.length === ties.length;
  const ends = new Set(isWhole ? marks : wanted.flatMap((each) => each.ends));
  for (const each of ties) each.line.classList.toggle("off", !wanted.includes(each));
  for (const mark of marks) mark.classList.toggle("off", !ends.has(mark));
  draw(isWhole || !ends.size ? spread() : gather([...ends], wanted));
  light();
  if (!ends.has(marks.find((mark) => mark.tabIndex === 0))) stop([...ends][0]);
  choices.querySelector("[role=status]").textContent = isWhole
    ? words.network.all(marks.length, ties.length)
    : words.network.some(ends.size, marks.length, wanted.length, ties.length);
}

// Every mark where it was drawn.
function spread() {
  for (const mark of marks) move(mark, 0, 0);
  for (const each of ties) join(each);
  return whole;
}

// Some marks moved together, so that what is not shown leaves no gaps; where they now stand.
function gather(some, joined) {
  const boxes = some.map(boxOf);
  const [left, width] = close(boxes.map((box) => [box.x, box.width]));
  const [up, height] = close(boxes.map((box) => [box.y, box.height]));
  for (const [index, mark] of some.entries()) move(mark, left[index], up[index]);
  for (const each of joined) join(each);
  return { x: 0, y: 0, width, height };
}

function boxOf(mark) {
  const { x, y, width, height } = mark.getBBox();
  const [right, down] = mark.drawnAt;
  return { x: right + x, y: down + y, width, height };
}

// How far each stretch of a line moves if no gap between them may be wider than the padding,
// and how far they then reach.
function close(stretches) {
  const shifts = [];
  let end = 0,
    shift = 0,
    first = true;
  for (const index of stretches.keys()) stretches[index].push(index);
  for (const [start, length, index] of stretches.sort(([a], [b]) => a - b)) {
    if (first || start + shift > end + PADDING) shift = end + PADDING - start;
    first = false;
    shifts[index] = shift;
    end = Math.max(end, start + shift + length);
  }
  return [shifts, end + PADDING];
}

function move(mark, right, down) {
  mark.movedBy = [right, down];
  mark.setAttribute("transform", `translate(${mark.drawnAt[0] + right} ${mark.drawnAt[1] + down})`);
}

// A line to where its marks have moved.
function join({ line, ends, drawn }) {
  for (const [index, name] of ["x1", "y1", "x2", "y2"].entries()) {
    line.setAttribute(name, drawn[index] + ends[index >> 1].movedBy[index % 2]);
  }
}

function draw({ x, y, width, height }) {
  picture.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  picture.setAttribute("width", width * scale);
  picture.setAttribute("height", height * scale);
}

// Lights up a mark and what is tied to it; nothing, if there is no mark.
function light(mark) {
  section.classList.toggle("near", Boolean(mark));
  for (const lit of picture.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const { line, ends } of ties) {
    if (!ends.includes(mark)) continue;
    for (const element of [line, ...ends]) element.classList.add("lit");
  }
  mark?.classList.add("lit");
}

// Of all marks the keyboard stops at one; the arrows lead on from there.
function stop(at) {
  for (const mark of marks) mark.tabIndex = mark === at ? 0 : -1;
}

function next(mark, [right, down]) {
  const [x, y] = placeOf(mark);
  let nearest,
    least = Infinity;
  for (const other of marks.filter(isShown)) {
    const [dx, dy] = placeOf(other).map((place, axis) => place - [x, y][axis]);
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (ahead > 0 && ahead + 2 * aside < least) [nearest, least] = [other, ahead + 2 * aside];
  }
  return nearest;
}

function showAll() {
  for (const select of [tie, shape, area, around]) select.selectedIndex = 0;
  narrow();
}

const named = marks.map((mark, place) => [nameOf(mark), place]);
for (const [name, place] of named.sort(([a], [b]) => a.localeCompare(b)))
  around.append(new Option(name, place));
choices.addEventListener("input", narrow);
all.addEventListener("click", showAll);
section.addEventListener("keydown", (event) => {
  const mark = event.target.closest("svg a");
  if (!mark) return;
  if (event.key === " ") {
    event.preventDefault();
    around.value = marks.indexOf(mark);
    narrow();
  }
  const to = event.key in WAYS && next(mark, WAYS[event.key]);
  if (!to) return;
  event.preventDefault();
  stop(to);
  to.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.target.closest("dialog")) showAll();
});
picture.addEventListener("focusin", (event) => light(event.target.closest("a")));
picture.addEventListener("focusout", () => light());
picture.addEventListener("pointerover", (event) => light(event.target.closest("a") ?? undefined));
picture.addEventListener("pointerleave", () => light());
stop(marks[0]);
widen(box, choices, [0.4, 0.7, 1, 1.5, 2], (to) => {
  scale = to;
  draw(viewBox());
});
