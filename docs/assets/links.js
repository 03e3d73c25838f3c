// What stands behind links: previews of it, and the citation of a statement from its source's page.

const fetched = new Map();

// The document at `address`; the same promise for the same page.
function pageAt(address) {
  const url = new URL(address, document.baseURI);
  url.hash = "";
  if (url.pathname === location.pathname) return Promise.resolve(document);
  if (!fetched.has(url.href)) {
    fetched.set(url.href, fetch(url).then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${url}`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    }));
  }
  return fetched.get(url.href);
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
  return link.origin === location.origin && !link.hasAttribute("download") &&
    link.closest("article") && !link.closest(".preview, .cite-page, svg, .permalink") &&
    (link.pathname !== location.pathname || link.hash);
}

async function contentOf(link) {
  const page = await pageAt(link.href).catch(() => null);
  if (!page) return [];
  const target = link.hash ? page.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
  if (target?.matches(".statement")) return [target];
  if (target?.matches("h4")) return followers(target);
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

// A copy without ids, which must stay unique, and with links as plain words.
function copied(element) {
  const copy = document.importNode(element, true);
  for (const inner of [copy, ...copy.querySelectorAll("[id]")]) inner.removeAttribute("id");
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const extra of copy.querySelectorAll("button, .permalink")) extra.remove();
  return copy;
}

async function show(link) {
  const parts = await contentOf(link);
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

// Citations

// The essay with the paragraph, and where the statement stands on this site.
async function citationOf(statement) {
  const permalink = statement.querySelector("a.permalink");
  const paragraphs = statement.querySelector("small a").textContent.match(/¶.*/)[0];
  const source = await pageAt(permalink.href);
  const essay = source.getElementById("cite-source").textContent.trim();
  const [, site] = document.getElementById("cite-page").textContent.match(/(in [^,]+, edition [^,]+)/);
  return `${essay}, ${paragraphs}; ${site}, ${permalink.href}`;
}

const edit = document.querySelector("a[data-edit-line]");
for (const statement of document.querySelectorAll(".statement")) {
  const place = statement.querySelector("small");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "cite";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(await citationOf(statement));
    button.textContent = "citation copied";
  });
  place.append(button);
  if (edit && statement.dataset.line) {
    const link = document.createElement("a");
    link.href = edit.dataset.editLine + statement.dataset.line;
    link.className = "edit";
    link.textContent = "edit";
    place.append(" ", link);
  }
}
