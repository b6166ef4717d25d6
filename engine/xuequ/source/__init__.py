"""Files into located data: values, positions and comments."""
