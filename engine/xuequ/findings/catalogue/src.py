"""Findings about sources."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
