"""Findings about roster and clusters."""

from xuequ.findings.catalogue import Entry

ENTRIES: tuple[Entry, ...] = ()
