"""The shape of a file: validation and the Chinese and English keys."""
