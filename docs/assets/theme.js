// Before the page is drawn: light or dark, if the reader chose, otherwise as the system has it; and
// that there is a script, so that what needs one has its place from the first.

const chosen = localStorage.getItem("theme");
if (chosen) document.documentElement.dataset.theme = chosen;
document.documentElement.classList.add("scripted");
