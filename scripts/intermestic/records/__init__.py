"""Records: their fields, statements, dates and prose, each declared once."""
