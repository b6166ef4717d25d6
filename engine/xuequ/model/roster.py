"""The schools of a locality as rows (名册)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xuequ.findings.finding import DocPath


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """One school or campus. `clusters` maps a cluster type's column to the unit; `roles` to the role there."""

    code: str
    name: str
    stage: str = ""
    kind: str = ""
    ownership: str = ""
    area: str = ""
    town: str = ""
    county: str = ""
    clusters: Mapping[str, tuple[str, ...]]
    """Column heading → the units it names (several where `overlap`), heading as written, without `.role`."""
    roles: Mapping[str, tuple[str, ...]]
    """Column heading → the roles it names, from the columns `TYPE.role`."""
    counts: Mapping[str, int]
    """Head counts: column heading → number."""
    feeds: tuple[str, ...] = ()
    campus_of: str = ""
    at: DocPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """All rows of one file, in the order of their codes; `columns` are the headings after translation."""

    file: str
    columns: tuple[str, ...]
    schools: tuple[School, ...]
