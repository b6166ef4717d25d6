"""The same pages for typst: fonts, the page, its text and tables."""
