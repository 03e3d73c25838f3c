"""The models of pages, one module a kind: each holds all that a page of its kind shows."""
