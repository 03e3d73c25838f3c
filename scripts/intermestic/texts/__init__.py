"""The texts that sources are records of: read, searched for names, held against the records."""
