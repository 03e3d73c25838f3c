"""Pages and sources for whoever cites or shares them: words, references, metadata, cards."""
