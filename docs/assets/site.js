// What every page can do: switch light and dark, open the search, copy citations, mark the heading
// that is being read. What only some readers need is fetched when they need it.

import { words } from "./words.js";

// What is fetched when it is first needed. A failure is not remembered: the next need tries again,
// with another end to the address, for browsers remember which address of a script failed.
export class OnDemand {
  #failures = 0;
  #load;
  #promise;

  constructor(load) {
    this.#load = load;
  }

  get() {
    this.#promise ??= this.#load(this.#failures ? `?${this.#failures}` : "").catch((error) => {
      this.forget();
      throw error;
    });
    return this.#promise;
  }

  forget() {
    this.#failures += 1;
    this.#promise = undefined;
  }
}

const searchScript = new OnDemand((again) => import(`./search.js${again}`));
const linksScript = new OnDemand((again) => import(`./links.js${again}`));
const citeScript = new OnDemand((again) => import(`./cite.js${again}`));

const root = document.documentElement;
for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.addEventListener("click", () => {
    const isDark =
      getComputedStyle(root).colorScheme === "dark" ||
      (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = isDark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}

// What begins the part of an address that is the state of the search.
export const SEARCH = "#search?";

// What an address asks for may stand in a fold, and that in another.
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = () => target?.closest("details:not([open])");
  if (!closed()) return;
  while (closed()) closed().open = true;
  target.scrollIntoView();
}
// The dialog opens at once, so that nothing typed is lost; what fills it is fetched meanwhile.
const dialog = document.querySelector("dialog.search");

function openSearch() {
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input").select();
  fillSearch();
}

async function fillSearch() {
  try {
    await searchScript.get();
  } catch {
    dialog.querySelector("[role=status]").textContent = words.search.failed;
  }
}

for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", openSearch);
}
dialog.addEventListener("input", fillSearch);

function follow() {
  if (!location.hash.startsWith(SEARCH)) {
    dialog.close();
    unfold();
    return;
  }
  const input = dialog.querySelector("input");
  input.value = new URLSearchParams(location.hash.slice(SEARCH.length)).get("q") ?? "";
  openSearch();
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
addEventListener("hashchange", follow);
follow();

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
    event.preventDefault();
    openSearch();
  }
  if (event.key === "Escape") closeMenus();
});

// The menus in the header: Escape closes them, and so does a click elsewhere.
function closeMenus(clicked) {
  for (const menu of document.querySelectorAll(".site-header details[open]")) {
    if (!menu.contains(clicked)) menu.open = false;
  }
}
document.addEventListener("click", (event) => closeMenus(event.target));

for (const button of document.querySelectorAll("[data-copy]")) {
  const status = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    try {
      await navigator.clipboard.writeText(text.trim());
      status.textContent = words.copied;
    } catch {
      status.textContent = words.notCopied;
    }
  });
}

// Each statement can be cited, and on its source's page edited. Elsewhere it is a line of a list,
// known by the link to its place.
export const PLACE = "small > a[href*='#s-']";
const edit = document.querySelector("a[data-edit-line]");

async function cite(statement, button) {
  try {
    (await citeScript.get()).cite(statement);
    button.textContent = words.cite;
  } catch {
    button.textContent = words.notCited;
  }
}

for (const statement of document.querySelectorAll(`[data-paragraphs], li:has(> ${PLACE})`)) {
  const place = statement.querySelector("small");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.cite;
  button.addEventListener("click", () => cite(statement, button));
  place.append(button);
  if (edit && statement.dataset.line) {
    const link = document.createElement("a");
    link.href = edit.dataset.editLine + statement.dataset.line;
    link.className = "edit";
    link.textContent = words.edit;
    place.append(" ", link);
  }
}

// Previews wait for the first link to be pointed at. If they can't be had, links lead on all the
// same, and the next one tries again.
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    if (event.pointerType !== "touch" && event.target.closest("article a[href]")) {
      linksScript.get().catch(() => {});
    }
  });
}

// A mark shows what it stands for, in place; another click follows it.
document.addEventListener("click", async (event) => {
  const mark = event.target.closest("a.stance");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (mark.hasAttribute("aria-describedby")) return;
  event.preventDefault();
  try {
    const { showAt } = await linksScript.get();
    await showAt(mark);
  } catch {
    location.assign(mark.href);
  }
});

// Which heading is being read, marked in the list of what is on the page.
const entries = new Map();
for (const link of document.querySelectorAll(".on-this-page a")) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) entries.set(heading, link);
}
const seen = new IntersectionObserver(
  (changes) => {
    const above = changes.findLast((change) => change.isIntersecting);
    if (!above) return;
    for (const link of entries.values()) link.removeAttribute("aria-current");
    const link = entries.get(above.target);
    link.setAttribute("aria-current", "true");
    // On a desk the list is a bar, which may be longer than the page is wide.
    const bar = link.closest("nav > ol");
    bar.scrollLeft = link.offsetLeft - bar.offsetLeft - bar.clientWidth / 2;
  },
  { rootMargin: "-10% 0px -70% 0px" },
);
for (const heading of entries.keys()) seen.observe(heading);
