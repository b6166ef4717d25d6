"""One writer a format: blocks and tables in, the bytes of a file out. A writer knows no scheme."""
