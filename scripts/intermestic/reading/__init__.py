"""Reading of a project: files to records, checked and linked into a knowledge base."""
