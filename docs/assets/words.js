// Every word that the scripts show. An edition in another language has its own module in this
// one's place; the scripts themselves read no words, only data.

export const words = {
  copied: "Copied",
  notCopied: "Could not be copied",

  cite: "cite",
  notCited: "could not be loaded; try again",
  citeStatement: {
    title: "Cite this statement",
    forms: { text: "Text", bibtex: "BibTeX", ris: "RIS", "csl-json": "CSL-JSON" },
    copy: "Copy",
    close: "Close",
    failed: "The citation could not be loaded. Close this and try again.",
  },
  edit: "edit",
  noPreview: "The preview could not be loaded.",

  search: {
    filters: {
      collection: "Collection",
      kind: "Kind of statement",
      area: "Policy area",
      source: "Source",
      year: "Essay of",
    },
    found: (number) => (number === 1 ? "1 found" : `${number || "None"} found`),
    meant: (typed, meant, number) => `Nothing has “${typed}”; for “${meant}”: ${number} found`,
    tool: "Page",
    chosen: (tool, choice) => `${tool}: ${choice}`,
    // What may stand beside the words that are searched for, and says nothing.
    small:
      `a about an and any are as at be been by can did do does for from had has have how i in is
      it many me much of on or per said say says should that the their there they this to was were
      what when where which who whom whose why will with would`.split(/\s+/),
    more: (number) => `Show more (${number})`,
    waits: "A preview searches the last site that was built. There is none yet: run make site.",
    failed: "The search could not be loaded. Type on to try again, or use the A–Z index.",
  },

  allKinds: "all kinds",
  shown: (number) => `${number} shown`,
  noSuchName: "No such name here.",
  whichName: "Which of these?",
  sortBy: (column) => `Sort by ${column}`,
};
