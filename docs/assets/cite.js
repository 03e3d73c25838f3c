// How to cite a statement: a dialog that shows the citation in the form that is chosen, to be copied.

import { PLACE } from "./site.js";
import { words } from "./words.js";

const dialog = document.createElement("dialog");
dialog.className = "cite-claim";
dialog.setAttribute("aria-label", words.citeStatement.title);
const shown = document.createElement("pre");
shown.tabIndex = 0;
const status = document.createElement("span");
status.setAttribute("role", "status");

let citations = {}; // of the statement, by their form

function choice([form, name], number) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "radio";
  input.name = "form";
  input.value = form;
  input.checked = number === 0;
  input.addEventListener("change", show);
  label.append(input, ` ${name}`);
  return label;
}

function button(name, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = name;
  made.addEventListener("click", action);
  return made;
}

const choices = document.createElement("fieldset");
const legend = document.createElement("legend");
legend.textContent = words.citeStatement.title;
choices.append(legend, ...Object.entries(words.citeStatement.forms).map(choice));
const foot = document.createElement("p");
foot.append(
  button(words.citeStatement.copy, copy),
  " ",
  button(words.citeStatement.close, () => dialog.close()),
  " ",
  status,
);
dialog.append(choices, shown, foot);
document.body.append(dialog);

function show() {
  shown.textContent = citations[choices.querySelector(":checked").value] ?? "";
  status.textContent = "";
}

async function copy() {
  try {
    await navigator.clipboard.writeText(shown.textContent);
    status.textContent = words.copied;
  } catch {
    status.textContent = words.notCopied;
  }
}

// The citations of a statement: those of its source, with the statement's paragraphs and id put in
// where two characters stand for them that no text has.
async function citationsOf(statement) {
  const place = statement.querySelector(`.permalink, ${PLACE}`);
  const answer = await fetch(new URL("cite-claim.json", place.href));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const paragraphs = statement.dataset.paragraphs ?? place.textContent.replace(/^.*(?=¶)/, "");
  const id = place.hash.slice("#s-".length);
  const whole = Object.entries(await answer.json()).map(([form, text]) => [
    form,
    text.replaceAll("\ue000", paragraphs).replaceAll("\ue001", id).trim(),
  ]);
  return Object.fromEntries(whole);
}

export async function cite(statement) {
  citations = {};
  show();
  dialog.showModal();
  try {
    citations = await citationsOf(statement);
    show();
  } catch (error) {
    console.error(error);
    status.textContent = words.citeStatement.failed;
  }
}
