// Before the page is drawn: that there is a script, so that what needs one has its place from the
// first; and light or dark, if the reader chose, otherwise as the system has it.

document.documentElement.classList.add("scripted");
const chosen = localStorage.getItem("theme");
if (chosen) document.documentElement.dataset.theme = chosen;
