"""Findings about names."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
