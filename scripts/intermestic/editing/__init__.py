"""Help for editors: new records, drafts of sources, renaming, JSON Schemas."""
