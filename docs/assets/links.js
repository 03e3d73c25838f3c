// What stands behind links, shown in a preview.

import { words } from "./words.js";

const pages = new Map(); // promises of the pages that were fetched, by address

// The document at `address`; the same promise for the same page, unless that failed.
function pageAt(address) {
  const url = new URL(address, document.baseURI);
  url.hash = "";
  if (url.pathname === location.pathname) return Promise.resolve(document);
  if (!pages.has(url.href)) {
    const page = fetchPage(url);
    pages.set(url.href, page);
    page.catch(() => pages.delete(url.href));
  }
  return pages.get(url.href);
}

async function fetchPage(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Previews: shown when the pointer rests on a link or the keyboard comes to it. Of a record its
// first sentence, of a paragraph or a statement what it says. Escape closes.

const WAIT = 400; // milliseconds, so that passing over a link shows nothing
const GRACE = 250; // to get from the link into the preview

const box = document.createElement("div");
box.className = "preview";
box.id = "preview";
box.setAttribute("role", "tooltip");
box.hidden = true;
document.body.append(box);

let current; // the link whose preview is shown or awaited
let timer;

function isPreviewed(link) {
  return (
    link.origin === location.origin &&
    !link.hasAttribute("download") &&
    link.closest("article") &&
    !link.closest(".preview, .cite-page, svg, .permalink") &&
    (link.pathname !== location.pathname || link.hash)
  );
}

async function contentOf(link) {
  const page = await pageAt(link.href);
  const target = link.hash ? page.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
  if (target?.matches(".statement")) return [target];
  if (target?.matches("h3, h4")) return followers(target);
  const title = document.createElement("p");
  const name = document.createElement("strong");
  name.textContent = page.querySelector("article h1")?.textContent ?? "";
  title.append(name);
  const lead = page.querySelector("article .lead");
  return name.textContent ? [title, ...(lead ? [lead] : [])] : [];
}

// A paragraph's heading and the statements up to the next heading.
function followers(heading) {
  const found = [heading];
  for (let next = heading.nextElementSibling; next?.matches("p"); next = next.nextElementSibling) {
    found.push(next);
  }
  return found;
}

function failure() {
  const line = document.createElement("p");
  line.textContent = words.noPreview;
  return line;
}

// A copy without ids, which must stay unique, and with links as plain words.
function copied(element) {
  const copy = document.importNode(element, true);
  for (const inner of [copy, ...copy.querySelectorAll("[id]")]) inner.removeAttribute("id");
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const extra of copy.querySelectorAll("button, .permalink")) extra.remove();
  return copy;
}

async function show(link) {
  const parts = await contentOf(link).catch(() => [failure()]);
  if (link !== current || !parts.length) return;
  box.replaceChildren(...parts.map(copied));
  box.hidden = false;
  link.setAttribute("aria-describedby", box.id);
  const place = link.getClientRects()[0];
  const right = document.documentElement.clientWidth - box.offsetWidth - 8;
  const below = place.bottom + box.offsetHeight + 8 < innerHeight;
  box.style.left = `${Math.max(8, Math.min(place.left, right)) + scrollX}px`;
  box.style.top = `${(below ? place.bottom + 4 : place.top - box.offsetHeight - 4) + scrollY}px`;
}

// Shows at once what stands behind a link, for those who can't point at it.
export async function showAt(link) {
  hide();
  current = link;
  await show(link);
}

function later(link, delay) {
  clearTimeout(timer);
  if (link === current) return;
  hide();
  current = link;
  timer = setTimeout(() => show(link), delay);
}

function hide() {
  clearTimeout(timer);
  current?.removeAttribute("aria-describedby");
  current = undefined;
  box.hidden = true;
}

function hideSoon() {
  clearTimeout(timer);
  timer = setTimeout(hide, GRACE);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const link = event.target.closest("a[href]");
  if (link && isPreviewed(link)) later(link, WAIT);
  else if (event.target.closest(".preview")) clearTimeout(timer);
  else if (current) hideSoon();
});
document.addEventListener("focusin", (event) => {
  const link = event.target.closest("a[href]");
  if (link?.matches(":focus-visible") && isPreviewed(link)) later(link, WAIT);
  else hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("click", (event) => {
  if (current && !event.target.closest(".preview, a")) hide();
});

// A link that was pointed at while this script was fetched.
const awaited = document.querySelector("a[href]:is(:hover, :focus-visible)");
if (awaited && isPreviewed(awaited)) later(awaited, WAIT);
