"""Findings about conformance."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
