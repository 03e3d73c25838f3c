// Copying: what a button names, and the citation of a statement.

import { pageAt } from "./pages.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.parentElement.querySelector("[role=status]").textContent = "Copied";
  });
}

// The essay with the paragraph, and where the statement stands on this site.
async function citationOf(statement) {
  const permalink = statement.querySelector("a.permalink");
  const paragraphs = statement.querySelector("small a").textContent.match(/¶.*/)[0];
  const source = await pageAt(permalink.href);
  const essay = source.getElementById("cite-source").textContent.trim();
  return `${essay}, ${paragraphs} (${permalink.href})`;
}

for (const statement of document.querySelectorAll(".statement")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "cite";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(await citationOf(statement));
    button.textContent = "citation copied";
  });
  statement.querySelector("small").append(button);
}
