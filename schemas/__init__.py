"""JSON Schemas, one a kind of file."""
