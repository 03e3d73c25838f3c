"""Editions: what was published, what may not vanish, what changed since."""
