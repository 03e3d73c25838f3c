// The search: what fills the dialog, over the Pagefind index; fetched when it is first opened.

import { Aids } from "./aids.js";
import { wordsOf } from "./fold.js";
import { OnDemand, SEARCH } from "./site.js";
import { words } from "./words.js";

const PAGE_SIZE = 10;
const NAMES = " | "; // between the names of a page, as the theme writes them
const MOST_TOOLS = 5;
const PAUSE = 200; // milliseconds without a key, so that not each letter is searched for
// An alias counts most, then a name; a long page counts as much as a short one.
const RANKING = { pageLength: 0, metaWeights: { title: 5, names: 10 } };

const dialog = document.querySelector("dialog.search");
const input = dialog.querySelector("input");
const filters = dialog.querySelector(".search-filters");
const count = dialog.querySelector(".search-count");
const list = dialog.querySelector(".search-results");

const site = new URL(dialog.dataset.searchBase, document.baseURI); // its home page
const pagefindAddress = new URL(dialog.dataset.search, document.baseURI).href;

let latest = 0; // the number of the latest search, so that an older answer is dropped
let waiting; // the timer until the typing has paused
let isWhole = true; // whether every part of the index that was asked for came

const index = new OnDemand(async (again) => {
  const pagefind = await import(pagefindAddress + again);
  await pagefind.options({
    baseUrl: site.pathname,
    ranking: RANKING,
    noWorker: true, // it would fetch as much again as the search itself
  });
  const aids = await window.fetch(new URL(`aids.json${again}`, pagefindAddress));
  return { pagefind, aids: new Aids(await aids.json()) };
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
  if (filters.hasChildNodes()) return;
  for (const [name, label] of Object.entries(words.search.filters)) {
    const values = known[name];
    if (!values.length) continue;
    const select = document.createElement("select");
    select.name = name;
    select.setAttribute("aria-label", label);
    select.append(new Option(label, ""));
    for (const value of values) select.append(new Option(value));
    select.addEventListener("change", search);
    filters.append(select);
  }
  chooseAsked();
}

function chosenFilters() {
  const chosen = [...filters.children].filter((select) => select.value);
  return Object.fromEntries(chosen.map((select) => [select.name, select.value]));
}

// Chooses the filters that the address asks for.
function chooseAsked() {
  if (!location.hash.startsWith(SEARCH)) return;
  const asked = new URLSearchParams(location.hash.slice(SEARCH.length));
  for (const select of filters.children) select.value = asked.get(select.name) ?? "";
}
addEventListener("hashchange", chooseAsked);

// Keeps the search in the address, to be reloaded or shared; with nothing searched for, and when
// the dialog closes, what stood there before stands there again.
let before = "";
function keep(state) {
  const { hash, pathname, search: query } = location;
  if (!hash.startsWith(SEARCH)) before = hash;
  const kept = state ? SEARCH + new URLSearchParams(state) : before;
  if (kept !== hash) history.replaceState(history.state, "", pathname + query + kept);
}
dialog.addEventListener("close", () => {
  clearTimeout(waiting);
  latest += 1;
  if (location.hash.startsWith(SEARCH)) keep(null);
});

function search() {
  const number = ++latest;
  const text = input.value.trim();
  attempt(async ({ pagefind, aids }) => {
    showFilters(aids.filters);
    if (number !== latest) return;
    const chosen = chosenFilters();
    const isFiltered = Object.keys(chosen).length > 0;
    keep(text || isFiltered ? { ...(text && { q: text }), ...chosen } : null);
    if (!text && !isFiltered) {
      count.textContent = "";
      list.replaceChildren();
      return;
    }
    const find = async (words) =>
      (await pagefind.search(words || null, { filters: chosen })).results;
    let results = await find(text);
    const first = await Promise.all(results.slice(0, PAGE_SIZE).map((result) => result.data()));
    let meant = aids.mended(
      text,
      first.map(({ content, meta }) => `${content} ${meta.names}`),
    );
    if (meant !== text) results = await find(meant);
    const tools = isFiltered ? [] : aids.tools(meant).slice(0, MOST_TOOLS);
    for (const fewer of results.length ? [] : aids.fewer(meant)) {
      results = await find(fewer);
      if (!results.length) continue;
      meant = fewer;
      break;
    }
    results = await namedFirst(results, meant);
    const found = results.length + tools.length;
    if (number !== latest) return;
    count.textContent =
      meant === text ? words.search.found(found) : words.search.meant(text, meant, found);
    list.replaceChildren(...tools.map(toolItem));
    await showMore(results, number);
  });
}

async function showMore(results, number) {
  const next = await Promise.all(results.slice(0, PAGE_SIZE).map((result) => result.data()));
  if (number !== latest) return;
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
  const end = document.createElement("li");
  end.append(more);
  list.append(end);
}

// What is found, with what has the very name that is meant before all else. A short name may stand
// behind the long ones that have it in them, so one page of results more is looked at.
async function namedFirst(results, meant) {
  for (const start of [0, PAGE_SIZE]) {
    const looked = results.slice(start, start + PAGE_SIZE);
    const data = await Promise.all(looked.map((result) => result.data()));
    const named = looked[data.findIndex((it) => isNamed(it, meant))];
    if (named) return [named, ...results.filter((result) => result !== named)];
  }
  return results;
}

// Whether what is meant is the very name, or an alias, of what was found, however it is punctuated.
function isNamed(result, meant) {
  const { title = "", names = "" } = result.meta;
  return [title, ...names.split(NAMES)].some((name) => bare(name) === bare(meant));
}

function bare(name) {
  return wordsOf(name).join(" ");
}

function row(address, title, kind) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = title;
  const label = document.createElement("span");
  label.className = "search-kind";
  label.textContent = kind;
  const line = document.createElement("li");
  line.append(link, label);
  return line;
}

function toolItem({ address, title }) {
  return row(new URL(address, site), title, words.search.tool);
}

function item({ meta, url, filters: values, excerpt }) {
  const kind = meta.kind ?? values.collection?.[0] ?? "";
  const line = row(url, meta.title ?? meta.place, kind);
  const passage = document.createElement("p");
  passage.innerHTML = excerpt; // Pagefind escapes all but its own <mark>
  line.append(passage);
  return line;
}

function moveFocus(step) {
  const stops = [input, ...list.querySelectorAll("a, button")];
  const to = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus();
}

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
