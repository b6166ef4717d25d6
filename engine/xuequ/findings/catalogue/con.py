"""Findings about conformance."""

from xuequ.findings.catalogue import Entry
from xuequ.findings.catalogue.con_constraints import ENTRIES as CONSTRAINTS
from xuequ.findings.catalogue.con_superior import ENTRIES as SUPERIOR

ENTRIES: tuple[Entry, ...] = (*CONSTRAINTS, *SUPERIOR)
