// On the page of an essay: a slim bar says which section and paragraph is being read.

const bar = document.querySelector(".place");
const [section, paragraph] = bar.querySelectorAll("span");
const headings = [...document.querySelectorAll(".section h4")];
const LINE = 0.35; // of the window's height: what stands above it has been come to

function update() {
  const line = innerHeight * LINE;
  const read = headings.findLast(
    (heading) => heading.checkVisibility() && heading.getBoundingClientRect().top < line,
  );
  const around = read?.closest(".section");
  bar.hidden = !around || around.getBoundingClientRect().bottom < line;
  if (bar.hidden) return;
  section.textContent = around.querySelector("summary b").textContent;
  paragraph.textContent = read.firstChild.textContent;
}

let isAwaited = false;
function updateSoon() {
  if (isAwaited) return;
  isAwaited = true;
  requestAnimationFrame(() => {
    isAwaited = false;
    update();
  });
}

addEventListener("scroll", updateSoon, { passive: true });
addEventListener("resize", updateSoon);
document.addEventListener("toggle", updateSoon, true);
update();
