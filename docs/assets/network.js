// The box of the network: a name or an alias, chosen or typed, leads to its connections.

import { wordsOf } from "./fold.js";
import { words } from "./words.js";

const MOST_SHOWN = 12;
// A line of the table of names: a record's id, a name that may stand in quotation marks, its kind.
const LINE = /^([^,\s]+),(?:"(.*)"|([^,]*)),(?:name|alias)$/gm;

const form = document.querySelector("article form.filter");
const input = form.querySelector("input");
const status = form.querySelector("[role=status]");
const records = [...document.querySelectorAll("article .names a")].map((link) => ({
  link,
  id: link.pathname.split("/").at(-2),
  names: [wordsOf(link.textContent)],
}));
const list = document.createElement("datalist");
list.id = input.getAttribute("list");
list.append(...records.map(({ link }) => new Option("", link.textContent)));
input.after(list);

// What mends typing errors, and the aliases; without them the names themselves still lead on.
let nearest = () => "";
let aids;
function askForAids() {
  aids ??= Promise.all([addMending(), addAliases()]).catch(console.error);
  return aids;
}

async function addMending() {
  ({ nearest } = await import("./aids.js"));
}

async function addAliases() {
  const answer = await fetch(form.dataset.names);
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const [, id, quoted, plain] of (await answer.text()).matchAll(LINE)) {
    const name = plain ?? quoted.replaceAll('""', '"');
    const names = byId.get(id)?.names;
    if (!names || names.some((other) => isSame(other, wordsOf(name)))) continue;
    names.push(wordsOf(name));
    list.append(new Option("", name));
  }
}

function isSame(name, other) {
  return name.join(" ") === other.join(" ");
}

// The records of that very name; or that have all the words, typing errors mended; or one of them.
function find(typed, isExact) {
  const known = new Map(records.flatMap(({ names }) => names.flat().map((word) => [word, word])));
  const mend = (word) => {
    const isKnown = [...known.keys()].some((other) => other.startsWith(word));
    return (!isKnown && nearest(word, known)) || word;
  };
  const wanted = wordsOf(typed);
  const meant = wanted.map(mend);
  const tests = [
    (name) => isSame(name, wanted),
    (name) => isSame(name, meant),
    (name) => meant.every((word) => name.some((other) => other.startsWith(word))),
    (name) => meant.some((word) => word.length > 3 && name.includes(word)),
  ];
  for (const test of isExact ? tests.slice(0, 1) : tests) {
    const found = records.filter(({ names }) => names.some(test));
    if (wanted.length && found.length) return found;
  }
  return [];
}

async function go(isChosen) {
  const typed = input.value;
  await askForAids();
  const found = find(typed, isChosen);
  if (found.length === 1) location.assign(found[0].link.href);
  else if (!isChosen && typed.trim()) offer(found);
}

function offer(found) {
  const links = found.slice(0, MOST_SHOWN).map(({ link }) => link.cloneNode(true));
  status.replaceChildren(links.length ? words.whichName : words.noSuchName);
  status.append(...links.flatMap((link, place) => [place ? " · " : " ", link]));
}

input.addEventListener("focus", askForAids);
// Without a kind of input, or with a replacement, it was chosen from the list.
input.addEventListener("input", ({ inputType }) => {
  status.replaceChildren();
  if (!inputType || inputType === "insertReplacementText") go(true);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(false);
});
