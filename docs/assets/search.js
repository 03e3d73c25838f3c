// The search: what fills the dialog, over the Pagefind index; fetched when it is first opened.

import { fold } from "./fold.js";

const PAGE_SIZE = 10;
const PAUSE = 200; // milliseconds without a key, so that not each letter is searched for
const FILTERS = {
  collection: "Collection", kind: "Kind of statement", area: "Policy area", source: "Source", year: "Year",
};
// An alias counts most, then a name; a long page counts as much as a short one.
const RANKING = { pageLength: 0, metaWeights: { title: 5, names: 10 } };

const dialog = document.querySelector("dialog.search");
const input = dialog.querySelector("input");
const filters = dialog.querySelector(".search-filters");
const count = dialog.querySelector(".search-count");
const list = dialog.querySelector(".search-results");

const site = new URL(dialog.dataset.searchBase, document.baseURI); // its home page

let index; // a promise of Pagefind
let latest = 0; // the number of the latest search, so that an older answer is dropped

function loadIndex() {
  index ??= import(new URL(dialog.dataset.search, document.baseURI)).then(async (pagefind) => {
    await pagefind.options({
      baseUrl: site.pathname,
      ranking: RANKING,
      noWorker: true, // it would fetch as much again as the search itself
    });
    return pagefind;
  });
  return index;
}

async function showFilters(known) {
  for (const [name, label] of Object.entries(FILTERS)) {
    const values = Object.entries(known[name] ?? {});
    if (!values.length) continue;
    const select = document.createElement("select");
    select.name = name;
    select.setAttribute("aria-label", label);
    select.append(new Option(`${label}: any`, ""));
    for (const [value, number] of values) select.append(new Option(`${value} (${number})`, value));
    select.addEventListener("change", search);
    filters.append(select);
  }
}

// What can be filtered by is fetched when somebody wants to.
filters.addEventListener("toggle", async () => {
  if (!filters.querySelector("select")) await showFilters(await (await loadIndex()).filters());
});

function chosenFilters() {
  const chosen = [...filters.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(chosen.map((select) => [select.name, select.value]));
}

async function search() {
  const number = ++latest;
  const words = input.value.trim();
  const chosen = chosenFilters();
  if (!words && !Object.keys(chosen).length) {
    count.textContent = "";
    list.replaceChildren();
    return;
  }
  const pagefind = await loadIndex();
  const found = await pagefind.search(words || null, { filters: chosen });
  if (number !== latest) return;
  const n = found.results.length;
  count.textContent = n === 1 ? "1 found" : `${n || "None"} found`;
  list.replaceChildren();
  await showMore(found.results, number);
}

async function showMore(results, number) {
  const next = await Promise.all(results.slice(0, PAGE_SIZE).map((result) => result.data()));
  if (number !== latest) return;
  next.sort((a, b) => isNamed(b) - isNamed(a));
  list.append(...next.map(item));
  const rest = results.slice(PAGE_SIZE);
  if (!rest.length) return;
  const more = document.createElement("button");
  more.type = "button";
  more.textContent = `Show more (${rest.length})`;
  more.addEventListener("click", async () => {
    const last = more.parentElement;
    await showMore(rest, number);
    (last.nextElementSibling?.querySelector("a") ?? input).focus();
    last.remove();
  });
  const row = document.createElement("li");
  row.append(more);
  list.append(row);
}

// Whether what is searched for is the very name, or an alias, of what was found.
function isNamed(result) {
  const { title = "", names = "" } = result.meta;
  return [title, ...names.replace(/^Also:/, "").split(",")].map(fold).includes(fold(input.value));
}

function item(result) {
  const link = document.createElement("a");
  link.href = result.meta.url ? new URL(result.meta.url, site) : result.url;
  link.textContent = result.meta.title ?? result.meta.place;
  const kind = document.createElement("span");
  kind.className = "search-kind";
  kind.textContent = result.meta.kind ?? result.filters.collection?.[0] ?? "";
  const excerpt = document.createElement("p");
  excerpt.innerHTML = result.excerpt; // Pagefind escapes all but its own <mark>
  const row = document.createElement("li");
  row.append(link, kind, excerpt);
  return row;
}

function moveFocus(step) {
  const stops = [input, ...list.querySelectorAll("a, button")];
  const to = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus();
}

let waiting;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE);
});
input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault(); // or the form would close the dialog
  list.querySelector("a")?.click();
});
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.tagName === "SELECT") return;
  event.preventDefault();
  moveFocus(step);
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

// A first search, for what was typed meanwhile, once the typing has paused.
loadIndex().then(() => input.dispatchEvent(new Event("input")), () => {
  count.textContent = "The search index could not be loaded.";
});
