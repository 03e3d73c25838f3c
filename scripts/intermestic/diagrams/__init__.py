"""The pictures on pages: what stands where in them; templates draw it."""
