"""Reusable policy modules that ship with the package."""
