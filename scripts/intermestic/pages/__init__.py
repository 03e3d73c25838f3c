"""What stands on each page: queries of the knowledge base, answered for the templates."""
