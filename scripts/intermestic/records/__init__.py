"""What a record is: its fields, statements, dates and prose, each declared once."""
