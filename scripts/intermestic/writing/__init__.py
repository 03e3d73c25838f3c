"""Writing of files: whole or not at all, and never over a file that a person wrote."""
