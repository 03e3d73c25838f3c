"""The diagrams on pages: where everything in them stands. Templates draw them."""
