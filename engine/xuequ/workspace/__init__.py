"""Many files: finding them, loading them, writing output whole."""
