"""Pages, schemas and examples that are made from others and checked in."""
