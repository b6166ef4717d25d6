"""Findings about goals."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
