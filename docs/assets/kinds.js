// Above the statements about a record: buttons that leave only those of one kind.

import { PLACE } from "./site.js";
import { words } from "./words.js";

const bar = document.querySelector("[data-kinds]");
const lines = [...document.querySelectorAll(`article li:has(> ${PLACE})`)].map((line) => ({
  line,
  kind: line.querySelector("small").firstChild.textContent.split(" · ")[0],
}));
const folds = new Set(lines.map(({ line }) => line.closest("details")));
const buttons = [words.allKinds, ...new Set(lines.map(({ kind }) => kind))].map(button);

function button(kind, place) {
  const made = document.createElement("button");
  const number = lines.filter((line) => line.kind === kind).length;
  made.type = "button";
  made.textContent = place ? `${kind} ${number}` : kind;
  made.setAttribute("aria-pressed", String(!place));
  made.addEventListener("click", () => choose(made, place ? kind : ""));
  bar.append(made, " ");
  return made;
}

function choose(chosen, kind) {
  for (const each of buttons) each.setAttribute("aria-pressed", String(each === chosen));
  for (const each of lines) each.line.hidden = Boolean(kind) && each.kind !== kind;
  for (const fold of folds) {
    const isEmpty = !fold.querySelector("li:not([hidden])");
    fold.hidden = isEmpty;
    fold.open = Boolean(kind) && !isEmpty;
  }
}
