"""Word files that serve as templates: read, looked at before anything is filled in, filled, and put right."""
