"""Reading a project: its files to records, checked, linked into a knowledge base."""
