"""What helps editors: new records, drafts of sources, other ids."""
