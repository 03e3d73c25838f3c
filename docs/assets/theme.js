// Before the page is drawn: light or dark, if the reader chose; otherwise as the system has it.

const chosen = localStorage.getItem("theme");
if (chosen) document.documentElement.dataset.theme = chosen;
