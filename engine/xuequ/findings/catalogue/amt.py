"""Findings about amounts."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
