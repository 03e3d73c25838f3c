// The box of the network: a name, chosen or typed, leads to its ties.

import { fold } from "./fold.js";
import { words } from "./words.js";

const input = document.querySelector("article .filter input");
const status = document.querySelector("article .filter [role=status]");
const names = [...document.querySelectorAll("article .names a")].map((link) => ({
  link,
  name: fold(link.textContent),
}));

const list = document.createElement("datalist");
list.id = input.getAttribute("list");
list.append(...names.map(({ link }) => new Option("", link.textContent)));
input.after(list);

// The name itself, or the only one that has what was typed in it.
function meant(typed) {
  const exact = names.find(({ name }) => name === typed);
  const near = names.filter(({ name }) => name.includes(typed));
  return exact ?? (near.length === 1 ? near[0] : undefined);
}

function go(isChosen) {
  const typed = fold(input.value);
  const found = typed && (isChosen ? names.find(({ name }) => name === typed) : meant(typed));
  if (found) location.assign(found.link.href);
  else status.textContent = typed && !isChosen ? words.noSuchName : "";
}

// Without a kind of input, or with a replacement, it was chosen from the list.
input.addEventListener("input", ({ inputType }) => {
  if (!inputType || inputType === "insertReplacementText") go(true);
  else status.textContent = "";
});
input.addEventListener("keydown", ({ key }) => {
  if (key === "Enter") go(false);
});
