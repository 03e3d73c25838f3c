"""The knowledge base as JSON, in the form that is published and kept."""
