"""Rendering: page models to Markdown, through the templates."""
