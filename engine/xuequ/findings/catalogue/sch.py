"""Findings about structure."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
