// The search: what fills the dialog, over the Pagefind index; fetched when it is first opened.

import { fold } from "./fold.js";
import { OnDemand } from "./site.js";
import { words } from "./words.js";

const PAGE_SIZE = 10;
const NAMES = " | "; // between the names of a page, as the theme writes them
const PAUSE = 200; // milliseconds without a key, so that not each letter is searched for
// An alias counts most, then a name; a long page counts as much as a short one.
const RANKING = { pageLength: 0, metaWeights: { title: 5, names: 10 } };

const dialog = document.querySelector("dialog.search");
const input = dialog.querySelector("input");
const filters = dialog.querySelector(".search-filters");
const count = dialog.querySelector(".search-count");
const list = dialog.querySelector(".search-results");

const site = new URL(dialog.dataset.searchBase, document.baseURI); // its home page

let latest = 0; // the number of the latest search, so that an older answer is dropped
let isWhole = true; // whether every part of the index that was asked for came

const index = new OnDemand(async (again) => {
  const pagefind = await import(new URL(dialog.dataset.search + again, document.baseURI));
  await pagefind.options({
    baseUrl: site.pathname,
    ranking: RANKING,
    noWorker: true, // it would fetch as much again as the search itself
  });
  return pagefind;
});

// Pagefind goes on without a part of its index that did not come, as if there were nothing in it.
const { fetch } = window;
window.fetch = async (...request) => {
  try {
    const answer = await fetch(...request);
    isWhole &&= answer.ok;
    return answer;
  } catch (error) {
    isWhole = false;
    throw error;
  }
};

// Does `ask` with the index. If that fails, tells the reader, and the next time begins anew.
async function attempt(ask) {
  const number = latest;
  isWhole = true;
  try {
    await ask(await index.get());
    if (!isWhole) throw new Error("A part of the search index did not come.");
  } catch (error) {
    console.error(error);
    index.forget();
    if (number === latest) count.textContent = words.search[error.waits ? "waits" : "failed"];
  }
}

function showFilters(known) {
  for (const [name, label] of Object.entries(words.search.filters)) {
    const values = Object.entries(known[name] ?? {});
    if (!values.length) continue;
    const select = document.createElement("select");
    select.name = name;
    select.setAttribute("aria-label", label);
    select.append(new Option(words.search.any(label), ""));
    for (const [value, number] of values) {
      select.append(new Option(words.search.value(value, number), value));
    }
    select.addEventListener("change", search);
    filters.append(select);
  }
}

// What can be filtered by is fetched when somebody wants to.
function fillFilters() {
  if (filters.open && !filters.querySelector("select")) {
    attempt(async (pagefind) => showFilters(await pagefind.filters()));
  }
}
filters.addEventListener("toggle", fillFilters);
fillFilters(); // for those who opened it before this script was there

function chosenFilters() {
  const chosen = [...filters.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(chosen.map((select) => [select.name, select.value]));
}

function search() {
  const number = ++latest;
  const text = input.value.trim();
  const chosen = chosenFilters();
  if (!text && !Object.keys(chosen).length) {
    count.textContent = "";
    list.replaceChildren();
    return;
  }
  attempt(async (pagefind) => {
    const { results } = await pagefind.search(text || null, { filters: chosen });
    if (number !== latest) return;
    count.textContent = words.search.found(results.length);
    list.replaceChildren();
    await showMore(results, number);
  });
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
  more.textContent = words.search.more(rest.length);
  more.addEventListener("click", () => {
    const last = more.parentElement;
    attempt(async () => {
      await showMore(rest, number);
      (last.nextElementSibling?.querySelector("a") ?? input).focus();
      last.remove();
    });
  });
  const row = document.createElement("li");
  row.append(more);
  list.append(row);
}

// Whether what is searched for is the very name, or an alias, of what was found, however it is
// punctuated.
function isNamed(result) {
  const { title = "", names = "" } = result.meta;
  return [title, ...names.split(NAMES)].map(bare).includes(bare(input.value));
}

function bare(name) {
  const words = fold(name).replaceAll("&", " and ");
  return words.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
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
attempt(() => input.dispatchEvent(new Event("input")));
