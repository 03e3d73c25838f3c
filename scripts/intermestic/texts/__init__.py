"""The texts of the sources: reading them, searching them for names, comparing records with them."""
