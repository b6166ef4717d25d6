"""Findings about sources."""

from xuequ.findings.catalogue import Entry
from xuequ.findings.catalogue.src_coverage import ENTRIES as COVERAGE

ENTRIES: tuple[Entry, ...] = COVERAGE
