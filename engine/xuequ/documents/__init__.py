"""Views, templates and one writer a format."""
