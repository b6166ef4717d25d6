"""Findings about sources."""

from xuequ.findings.catalogue import Entry
from xuequ.findings.catalogue.src_coverage import ENTRIES as COVERAGE
from xuequ.findings.catalogue.src_text import ENTRIES as TEXT

ENTRIES: tuple[Entry, ...] = (*TEXT, *COVERAGE)
