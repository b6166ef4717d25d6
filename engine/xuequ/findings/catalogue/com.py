"""Findings about composition."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
