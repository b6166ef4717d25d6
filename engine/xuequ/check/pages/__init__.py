"""One Markdown page a rule, in both languages, with the examples that are its tests."""
