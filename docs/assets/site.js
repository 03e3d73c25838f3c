// What every page can do: switch light and dark, open the search, copy citations, preview links.

import "./links.js";

const root = document.documentElement;
for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.addEventListener("click", () => {
    const isDark = getComputedStyle(root).colorScheme === "dark" ||
      (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = isDark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}

// The dialog opens at once, so that nothing typed is lost; what fills it is fetched meanwhile.
function openSearch() {
  const dialog = document.querySelector("dialog.search");
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input").select();
  import("./search.js");
}
for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", openSearch);
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
    event.preventDefault();
    openSearch();
  }
  if (event.key === "Escape") document.querySelector(".menu[open]")?.removeAttribute("open");
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    await navigator.clipboard.writeText(text.trim());
    button.parentElement.querySelector("[role=status]").textContent = "Copied";
  });
}

// Which heading is being read, marked in the list of what is on the page.
const entries = new Map();
for (const link of document.querySelectorAll(".on-this-page a")) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) entries.set(heading, link);
}
const seen = new IntersectionObserver((changes) => {
  const above = changes.find((change) => change.isIntersecting);
  if (!above) return;
  for (const link of entries.values()) link.removeAttribute("aria-current");
  entries.get(above.target).setAttribute("aria-current", "true");
}, { rootMargin: "-10% 0px -70% 0px" });
for (const heading of entries.keys()) seen.observe(heading);
