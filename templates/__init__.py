"""Jinja2 templates of the documents."""
