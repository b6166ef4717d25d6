"""Findings about documents."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
