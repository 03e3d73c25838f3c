// A box above an index that leaves only the records whose line has all the words typed in it.

const article = document.querySelector("article");
const items = [...article.querySelectorAll("li")].map((line) => ({ line, text: fold(line.textContent) }));

const box = document.createElement("p");
box.className = "filter";
const label = document.createElement("label");
label.textContent = "Only show lines with ";
const input = document.createElement("input");
input.type = "search";
label.append(input);
const count = document.createElement("span");
count.setAttribute("role", "status");
box.append(label, count);
article.querySelector("h1 + p").after(box);

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

input.addEventListener("input", () => {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { line, text } of items) {
    line.hidden = !words.every((word) => text.includes(word));
    shown += line.hidden ? 0 : 1;
  }
  for (const list of article.querySelectorAll("ul")) {
    list.hidden = !list.querySelector("li:not([hidden])");
    if (list.previousElementSibling?.tagName === "H2") list.previousElementSibling.hidden = list.hidden;
  }
  count.textContent = words.length ? `${shown} shown` : "";
});
