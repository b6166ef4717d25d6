"""Scopes, binding, expansion and the responsibility graph."""
