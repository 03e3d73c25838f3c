"""What is done to a built site, and what a preview of it needs."""
