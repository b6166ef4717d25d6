"""Findings about the tool itself."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
