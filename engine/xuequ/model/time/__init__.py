"""Rhythms and dates: their values, the reader of what a drafter writes for them, and their words."""
