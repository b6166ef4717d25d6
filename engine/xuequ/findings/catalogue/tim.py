"""Findings about time."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
