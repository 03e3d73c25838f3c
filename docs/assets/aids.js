// What helps the search beside its index: it knows the filters, mends typing errors by the words
// of names, and finds the tools of the site, such as a ledger, with one of their choices.

import { fold, wordsOf } from "./fold.js";
import { words } from "./words.js";

// Each tool is found by its title and by other words; see scripts/intermestic/site/search_aids.py.
export class Aids {
  #tools;
  #words; // of names and tools, each by its folded form

  constructor({ words: ofNames, filters, tools }) {
    this.filters = filters;
    this.#tools = tools.map((tool) => ({
      ...tool,
      phrases: [...telling(tool.title).map((word) => [word]), ...tool.also.split(",").map(wordsOf)],
    }));
    const ofTools = this.#tools.flatMap((tool) => tool.phrases.flat());
    const known = [...words.search.small, ...ofTools, ...ofNames];
    this.#words = new Map(known.map((word) => [fold(word), word]));
  }

  // The text with the word of a name for each word that neither names nor `texts` have.
  mended(text, texts) {
    if (text.includes('"')) return text; // an exact phrase
    const known = new Set([...this.#words.keys(), ...texts.flatMap(wordsOf)]);
    return text.replace(/\p{L}[\p{L}\p{M}]+/gu, (word) => {
      const folded = fold(word);
      const isKnown = [...known].some((other) => other.startsWith(folded));
      return (!isKnown && nearest(folded, this.#words)) || word;
    });
  }

  // What may be meant by a text that nothing has: its words without those of a question, and
  // without those that name a tool.
  fewer(text) {
    if (text.includes('"')) return [];
    const ofTools = this.#tools.flatMap((tool) => naming(tool, wordsOf(text)));
    const without = (left) => (word) => wordsOf(word).some((each) => !left.includes(each));
    const asked = text.split(/\s+/).filter(without(words.search.small));
    return [asked, asked.filter(without(ofTools))].map((all) => all.join(" ")).filter(Boolean);
  }

  // The tools that a text names, with the choices that have all its other words, and fewest else.
  tools(text) {
    return this.#tools.flatMap((tool) => {
      const ofTool = naming(tool, wordsOf(text));
      const rest = telling(text).filter((word) => !ofTool.includes(word));
      if (!ofTool.length) return [];
      if (!rest.length) return [tool];
      return tool.choices
        .filter(([name]) => rest.every((word) => begins(word, wordsOf(name))))
        .sort(([a], [b]) => wordsOf(a).length - wordsOf(b).length)
        .map(([name, address]) => ({ title: words.search.chosen(tool.title, name), address }));
    });
  }
}

// The word of `known`, a map of folded words to how they are shown, with the fewest errors from
// a folded one; empty if all have too many.
export function nearest(word, known) {
  let most = allowed(word);
  let found = "";
  for (const [folded, shown] of known) {
    const errors = distance(word, folded);
    if (errors > most || (errors === most && found)) continue;
    most = errors;
    found = shown;
  }
  return found;
}

// How many errors a word may have: in a short one, each makes another word.
function allowed(word) {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
}

// The words of a text but those that say nothing by themselves.
function telling(text) {
  return wordsOf(text).filter((word) => !words.search.small.includes(word));
}

// The words of a text that name a tool: those of its title, and of each of its other phrases that
// the text has whole.
function naming(tool, wanted) {
  const whole = tool.phrases.filter((phrase) =>
    phrase.every((other) => wanted.some((word) => begins(word, [other]))),
  );
  return wanted.filter((word) => begins(word, whole.flat()));
}

// Whether one of `others` begins with a word that is long enough to mean it, or is its plural.
function begins(word, others) {
  return others.some(
    (other) =>
      other === word || `${other}s` === word || (word.length > 3 && other.startsWith(word)),
  );
}

// How many letters must be put in, left out, replaced or swapped with the next to make `b` of `a`.
function distance(a, b) {
  if (Math.abs(a.length - b.length) > allowed(a)) return Infinity;
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.length][b.length];
}
