// Every word that the scripts show. An edition in another language has its own module in this
// one's place; the scripts themselves read no words, only data.

export const words = {
  copied: "Copied",
  notCopied: "Could not be copied",

  cite: "cite",
  cited: "citation copied",
  notCited: "could not be copied; try again",
  citation: ({ essay, paragraphs, site, edition, address }) =>
    `${essay}, ${paragraphs}; in ${site}, edition ${edition}, ${address}`,
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
    // What may stand beside the names of a page and of a choice, and says nothing.
    small: ["a", "about", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"],
    more: (number) => `Show more (${number})`,
    waits: "A preview searches the last site that was built. There is none yet: run make site.",
    failed: "The search could not be loaded. Type on to try again, or use the A–Z index.",
  },

  allKinds: "all kinds",
  shown: (number) => `${number} shown`,
  table: {
    file: "intermestic.csv",
    heads: ["Place", "Claim", "To", "What became of it", "Address"],
  },
  sortBy: (column) => `Sort by ${column}`,

  timeline: {
    shown: ({ date, life, essay }) => `${date} dates, ${life} lives, ${essay} essays shown`,
    fold: (summary, number) => `${summary}, ${number} shown`,
  },
  picture: {
    smaller: "Smaller",
    larger: "Larger",
    left: "To the left",
    right: "To the right",
  },
};
