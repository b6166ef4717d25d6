"""One school, and all schools of a locality, as values."""

from __future__ import annotations

from collections.abc import Mapping

from xuequ.findings.finding import DocPath
from xuequ.findings.record import record


@record
class School:
    """One school or campus.

    Units and roles stand under the heading of their cluster type; `feeds` and `campus_of` are codes of the
    roster; `other` has the cells of columns `TYPE.something` that are no roles, by whole heading.
    """

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
    """Head counts: column heading → number; a blank cell is not there."""
    feeds: tuple[str, ...] = ()
    campus_of: str = ""
    other: Mapping[str, str]
    at: DocPath

    def values(self, column: str) -> tuple[str, ...]:
        """The single values in a column, in English or as headed; of other schools their codes."""
        head, _, tail = column.rpartition(".")
        if column == "feeds" or tail in ROLE_WORDS:
            return self.roles.get(head, ()) if head else self.feeds
        return self.clusters.get(column) or tuple(filter(None, (self.value(column),)))

    def value(self, column: str) -> str:
        """What stands in a column, in English or as headed; blank where there is nothing."""
        if column in TEXT_COLUMNS:
            return str(getattr(self, column))
        if column in self.counts:
            return str(self.counts[column])
        return self.other.get(column, "") or "、".join(self.clusters.get(column, ()))


#: What stands behind the name of a cluster type in the heading of its roles.
ROLE_WORDS = ("role", "角色")
TEXT_COLUMNS = ("code", "name", "stage", "kind", "ownership", "area", "town", "county", "campus_of")


@record
class Roster:
    """All rows of one file, in the order of their codes.

    `columns` are the headings, the known ones in English; `counted` are those that are head counts. `header_row`
    is the line the headings stand in.
    """

    file: str
    columns: tuple[str, ...]
    schools: tuple[School, ...]
    counted: tuple[str, ...] = ()
    header_row: int = 1
