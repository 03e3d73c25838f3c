"""From records to a site: the stages in order, what is done to a built site, and the preview."""
