"""The schools of a locality as rows (名册), read from a table with what is wrong in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Place, Related
from xuequ.findings.nearest import nearest
from xuequ.findings.record import record
from xuequ.model.roster_columns import (
    KNOWN,
    ROLE_WORDS,
    Aside,
    Column,
    Use,
    aside,
    columns_of,
    head_count,
    mangled,
)

_SEPARATOR = re.compile(r"[、;；]")
_EMPTY: Mapping[str, tuple[str, ...]] = MappingProxyType({})
#: Columns, each with its number in the rows.
_Columns = tuple[tuple[int, Column], ...]
_Used = Mapping[Use, _Columns]


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


class TableRow(Protocol):
    """One row: the number that places name it by, and a cell for each heading."""

    @property
    def number(self) -> int:
        """The line it stands in."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells."""


class SchoolTable(Protocol):
    """What this needs of a table: a place in it is `(row number, heading)`."""

    @property
    def file(self) -> str:
        """The name findings show."""

    @property
    def header(self) -> tuple[str, ...]:
        """The headings."""

    @property
    def header_row(self) -> int:
        """The line they stand in."""

    @property
    def rows(self) -> Sequence[TableRow]:
        """The rows under them."""

    @property
    def merged(self) -> Collection[tuple[int, str]]:
        """The cells that have the value of a merged range."""

    @property
    def numbers(self) -> Collection[str]:
        """The headings over cells that hold numbers and no text."""


def read_roster(table: SchoolTable) -> tuple[Roster | None, tuple[Finding, ...]]:
    """The roster a table is, sorted by code; None where code or name has no column."""
    asides = {row.number: found for row in table.rows if (found := aside(row.cells, table.header))}
    rows = [row for row in table.rows if row.number not in asides]
    cells = [sorted(row.cells[i] for row in rows) for i in range(len(table.header))]
    columns = columns_of(table.header, cells)
    said = [*_headings(table, columns), *_asides(table, asides), *_mangled(table, columns, rows)]
    if any(problem.code == "ROS001" for problem in said):
        return None, tuple(said)
    schools: dict[str, School] = {}
    used = {use: tuple((n, c) for n, c in enumerate(columns) if c.use is use) for use in Use}
    for row in rows:
        school = _school(table, used, row, said)
        if school is None:
            continue
        if (first := schools.get(school.code)) is not None:
            place, before = _at(table, school.at, used, "code"), _at(table, first.at, used, "code")
            said.append(finding("ROS003", place, Related(place=before, label="first"), school=school.code))
            continue
        schools[school.code] = school
    known = _with_schools(table, used, schools, said)
    said += _alike(table, used, known)
    roster = Roster(
        file=table.file,
        columns=tuple(dict.fromkeys(c.heading if c.use is Use.ROLE else c.name for c in columns)),
        schools=tuple(known[code] for code in sorted(known)),
        counted=tuple(column.name for column in columns if column.use is Use.COUNT),
        header_row=table.header_row,
    )
    return roster, tuple(said)


def _headings(table: SchoolTable, columns: Sequence[Column]) -> Iterator[Finding]:
    header = Place(file=table.file, path=(table.header_row,))
    first: dict[str, Column] = {}
    for column in columns:
        if column.use is Use.KNOWN and column.name in first:
            place = Place(file=table.file, path=(table.header_row, column.heading))
            yield finding("ROS009", place, first=first[column.name].heading, second=column.heading)
        first.setdefault(column.name, column)
    for name in ("code", "name"):
        if name not in first:
            yield finding("ROS001", header, column=name, zh=KNOWN[name][0], columns=table.header)
    if "stage" not in first:
        yield finding("ROS002", header)
    if "code" in first and first["code"].heading in table.numbers:
        place = Place(file=table.file, path=(table.header_row, first["code"].heading))
        yield finding("ROS014", place, column=first["code"].heading)


def _asides(table: SchoolTable, asides: Mapping[int, Aside]) -> Iterator[Finding]:
    """Rows that are no schools: sums, notes, the headings once more."""
    for number, found in asides.items():
        place = Place(file=table.file, path=(number, table.header[found.column]))
        if found.is_sum:
            yield finding("ROS011", place, text=found.text)
        else:
            yield finding("ROS012", place, row=number)


def _mangled(table: SchoolTable, columns: Sequence[Column], rows: Sequence[TableRow]) -> Iterator[Finding]:
    """Names and codes of which a spreadsheet made a day or a large number."""
    for number, column in enumerate(columns):
        if column.use not in (Use.KNOWN, Use.CLUSTER, Use.ROLE):
            continue
        filled = [row for row in rows if row.cells[number]]
        found = [row for row in filled if mangled(row.cells[number])]
        # A column of days is one that says when, and no list of units.
        if column.use is Use.KNOWN or len(found) * 2 < len(filled):
            for row in found:
                place = Place(file=table.file, path=(row.number, column.heading))
                yield finding("ROS013", place, text=row.cells[number], column=column.heading)


def _at(table: SchoolTable, row: DocPath, used: _Used, name: str) -> Place:
    """The cell of a known column in one row."""
    heading = next(column.heading for _, column in used[Use.KNOWN] if column.name == name)
    return Place(file=table.file, path=(*row, heading))


def _school(table: SchoolTable, used: _Used, row: TableRow, said: list[Finding]) -> School | None:
    """One row; `feeds` and `campus_of` still as written."""
    known = {column.name: row.cells[n] for n, column in reversed(used[Use.KNOWN])}
    for name in ("code", "name"):
        if not known[name]:
            place = _at(table, (row.number,), used, name)
            said.append(finding("ROS008", place, column=name, zh=KNOWN[name][0]))
            return None
    return School(
        code=known["code"],
        name=known["name"],
        stage=known.get("stage", ""),
        kind=known.get("kind", ""),
        ownership=known.get("ownership", ""),
        area=known.get("area", ""),
        town=known.get("town", ""),
        county=known.get("county", ""),
        feeds=_several(known.get("feeds", "")),
        campus_of=known.get("campus_of", ""),
        clusters=_lists(row, used[Use.CLUSTER]),
        roles=_lists(row, used[Use.ROLE]),
        counts=_counts(table, used[Use.COUNT], row, said),
        other=MappingProxyType({c.name: row.cells[n] for n, c in used[Use.OTHER] if row.cells[n]}),
        at=(row.number,),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _SEPARATOR.split(cell) if part.strip())


def _lists(row: TableRow, columns: _Columns) -> Mapping[str, tuple[str, ...]]:
    found = {c.name: _several(row.cells[n]) for n, c in columns if row.cells[n]}
    return MappingProxyType(found) if found else _EMPTY


def _counts(table: SchoolTable, columns: _Columns, row: TableRow, said: list[Finding]) -> Mapping[str, int]:
    found = {}
    for n, column in columns:
        cell = row.cells[n]
        if not cell:
            continue
        number = head_count(cell)
        place = Place(file=table.file, path=(row.number, column.heading))
        if (row.number, column.heading) in table.merged:
            said.append(finding("ROS015", place, column=column.heading, text=cell))
        elif number is None:
            said.append(finding("ROS005", place, column=column.heading, text=cell))
        else:
            found[column.name] = number
    return MappingProxyType(found)


def _with_schools(
    table: SchoolTable, used: _Used, schools: Mapping[str, School], said: list[Finding]
) -> Mapping[str, School]:
    """The schools with `feeds` and `campus_of` as codes."""
    codes: dict[str, str] = {}
    for code, school in schools.items():
        codes.setdefault(school.name, code)
    codes |= {code: code for code in schools}
    found = {}
    for code, school in schools.items():
        feeds = [_code(table, used, school, "feeds", text, codes, said) for text in school.feeds]
        main = ""
        if school.campus_of:
            main = _code(table, used, school, "campus_of", school.campus_of, codes, said) or ""
        if main == code:
            said.append(finding("ROS010", _at(table, school.at, used, "campus_of"), name=school.name))
            main = ""
        if feeds or main != school.campus_of:
            school = replace(school, feeds=tuple(one for one in feeds if one), campus_of=main)
        found[code] = school
    return found


def _code(
    table: SchoolTable,
    used: _Used,
    school: School,
    column: str,
    text: str,
    codes: Mapping[str, str],
    said: list[Finding],
) -> str | None:
    if text not in codes:
        place = _at(table, school.at, used, column)
        heading = str(place.path[-1])
        said.append(finding("ROS007", place, column=heading, text=text, nearest=nearest(text, codes)))
    return codes.get(text)


def _alike(table: SchoolTable, used: _Used, schools: Mapping[str, School]) -> Iterator[Finding]:
    """Schools of one name, and names and units that only spaces or full-width signs tell apart."""
    named = [(school.name, _at(table, school.at, used, "name")) for school in schools.values()]
    first: dict[str, Place] = {}
    for name, place in named:
        if name in first:
            yield finding("ROS004", place, Related(place=first[name], label="first"), name=name)
        first.setdefault(name, place)
    yield from _differing(named)
    for _, column in (*used[Use.CLUSTER], *used[Use.ROLE]):
        yield from _differing(
            [
                (name, Place(file=table.file, path=(*school.at, column.heading)))
                for school in schools.values()
                for name in (school.clusters if column.use is Use.CLUSTER else school.roles).get(
                    column.name, ()
                )
            ]
        )


def _differing(named: Sequence[tuple[str, Place]]) -> Iterator[Finding]:
    """Each spelling that is another one but for spaces and full-width signs, once."""
    first: dict[str, tuple[str, Place]] = {}
    told: set[str] = set()
    for name, place in named:
        other, where = first.setdefault(_folded(name), (name, place))
        if other != name and name not in told:
            told.add(name)
            yield finding("ROS006", place, Related(place=where, label="first"), name=name, other=other)


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).lower()
