"""The scheme as frozen values."""
