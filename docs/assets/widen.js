// Buttons that make a picture larger or smaller and move it sideways in its box, for those who
// can't drag. The wheel is left alone.

import { words } from "./words.js";

const STEP = 0.7; // of what is seen at once

function button(sign, name, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.setAttribute("aria-label", name);
  made.addEventListener("click", press);
  return made;
}

// Adds the buttons before the last child of `bar`; `size(scale)` draws the picture that large.
export function widen(box, bar, scales, size) {
  let at = scales.indexOf(1);
  const go = (to) => {
    const middle = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
    at = to;
    size(scales[at]);
    box.scrollLeft = middle * box.scrollWidth - box.clientWidth / 2;
    update();
  };
  const slide = (way) => box.scrollBy({ left: way * STEP * box.clientWidth });
  const smaller = button("−", words.picture.smaller, () => go(at - 1));
  const larger = button("+", words.picture.larger, () => go(at + 1));
  const left = button("←", words.picture.left, () => slide(-1));
  const right = button("→", words.picture.right, () => slide(1));
  const group = document.createElement("span");
  group.className = "picture-buttons";
  group.append(smaller, larger, left, right);
  bar.lastElementChild.before(group);

  function update() {
    smaller.disabled = at === 0;
    larger.disabled = at === scales.length - 1;
    left.disabled = box.scrollLeft <= 0;
    right.disabled = box.scrollLeft >= box.scrollWidth - box.clientWidth - 1;
  }
  box.addEventListener("scroll", update);
  new ResizeObserver(update).observe(box.firstElementChild);
  update();
}
