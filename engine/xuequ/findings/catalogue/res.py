"""Findings about responsibility."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
