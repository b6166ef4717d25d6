"""Findings about reading."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
