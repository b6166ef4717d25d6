"""Changes of a roster's cells, and the line of the school that is then wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace

from mutation.duty_faults import cluster_file
from mutation.faults import Planter, tried
from mutation.planting import CannotOccurError, Sheet
from mutation.running import Example

Table = list[list[str]]
Cells = Callable[[Table, Example], int]


def table(change: Cells) -> Planter:
    """A roster with cells changed; `change` alters the rows, the headings among them, and says which line is meant."""

    def plant(example: Example) -> Sheet:
        rows = [list(row) for row in csv.reader(io.StringIO(example.roster.text))]
        line = change(rows, example)
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return replace(example.roster, text=out.getvalue(), line=line)

    return lambda example: tried([lambda: plant(example)])


#: The column of a type of clusters, by the names of the examples' rosters.
COLUMNS = {
    "ziyun": "学区",
    "haibowan": "融合型教育集团",
    "luoxi": "小片区",
    "anyang": "大学区",
    "chengdu": "相同学段学区",
}


def column(rows: Table, name: str) -> int:
    if name not in rows[0]:
        raise CannotOccurError(name)
    return rows[0].index(name)


def first(rows: Table, name: str, value: str = "") -> int:
    """The number of the first row with something, or with this, in a column."""
    at = column(rows, name)
    for number, row in enumerate(rows[1:], 1):
        if row[at] == value or (not value and row[at]):
            return number
    raise CannotOccurError(value)


def where(rows: Table, test: Callable[[list[str]], bool], least: int = 1) -> int:
    """The number of the first row that passes a test."""
    for number, row in enumerate(rows):
        if number >= least and test(row):
            return number
    raise CannotOccurError("no such row")


def put(name: str, value: str, row: int = 2) -> Cells:
    def change(rows: Table, example: Example) -> int:
        rows[row][column(rows, name)] = value
        return row + 1

    return change


def without(name: str) -> Cells:
    def change(rows: Table, example: Example) -> int:
        at = column(rows, name)
        for row in rows:
            del row[at]
        return 1

    return change


def same(name: str) -> Cells:
    """The second school given what the first has."""

    def change(rows: Table, example: Example) -> int:
        at = column(rows, name)
        rows[2][at] = rows[1][at]
        return 3

    return change


def spaced(rows: Table, example: Example) -> int:
    at = column(rows, "name")
    rows[2][at] = rows[1][at][:2] + " " + rows[1][at][2:]
    return 3


def added(name: str) -> Cells:
    """A second column that means the same as one that is there."""

    def change(rows: Table, example: Example) -> int:
        column(rows, "name")
        rows[0].append(name)
        for row in rows[1:]:
            row.append("")
        return 1

    return change


def own_campus(rows: Table, example: Example) -> int:
    if "campus_of" not in rows[0]:
        added("campus_of")(rows, example)
    rows[2][column(rows, "campus_of")] = rows[2][column(rows, "code")]
    return 3


def no_such_campus(rows: Table, example: Example) -> int:
    if "campus_of" not in rows[0]:
        added("campus_of")(rows, example)
    rows[2][column(rows, "campus_of")] = "NOSUCH"
    return 3


def two_clusters(rows: Table, example: Example) -> int:
    """A school in two clusters of one type."""
    at = column(rows, COLUMNS[example.name])
    units = list(dict.fromkeys(row[at] for row in rows[1:] if row[at]))
    if len(units) < 2:
        raise CannotOccurError("one cluster")
    second = where(rows, lambda row: row[at] == units[0]) + 1
    number = where(rows, lambda row: row[at] == units[0], second)
    rows[number][at] = f"{units[0]}、{units[1]}"
    return number + 1


def no_cluster(rows: Table, example: Example) -> int:
    """A school in no cluster of any type, beside others of its stage that are; a locality that is its own has none."""
    if example.name == "luoxi":
        raise CannotOccurError("the locality is the cluster")
    at, campus = (
        column(rows, COLUMNS[example.name]),
        rows[0].index("campus_of") if "campus_of" in rows[0] else 0,
    )
    number = where(rows, lambda row: bool(row[at]) and (not campus or not row[campus]), 2)
    for cell, name in enumerate(rows[0]):
        if name.partition(".")[0] in (
            *COLUMNS.values(),
            "幼教集团",
            "教研片区",
            "教育主题学区",
            "直对入学学区",
        ):
            rows[number][cell] = ""
    return number + 1


def lead(two: bool) -> Planter:
    """The first cluster with no school in the leading role, or with two; found where the cluster is listed."""

    def change(rows: Table, example: Example) -> int:
        at, unit = column(rows, COLUMNS[example.name] + ".role"), column(rows, COLUMNS[example.name])
        number = where(rows, lambda row: bool(row[at]))
        leading = rows[number][at]
        if two:
            rows[where(rows, lambda row: row[unit] == rows[number][unit], number + 1)][at] = leading
        else:
            rows[number][at] = rows[where(rows, lambda row: row[at] not in ("", leading))][at]
        return number + 1

    def plant(example: Example) -> Iterator[Sheet]:
        for changed in table(change)(example):
            sheet, at = cluster_file(example)
            listed = example.name in ("ziyun", "haibowan")
            units = sheet.value((*at, "units")) if listed else {}
            assert isinstance(units, dict)
            yield replace(sheet.on((*at, "units", next(iter(units)))), also=(changed,)) if listed else changed

    return plant


def stage(rows: Table, example: Example) -> int:
    if example.name not in ("anyang", "chengdu"):
        raise CannotOccurError("no stage asked for")
    unit = column(rows, COLUMNS[example.name])
    number = where(rows, lambda row: bool(row[unit]))
    at = column(rows, "stage")
    rows[number][at] = "初中" if rows[number][at] == "小学" else "小学"
    return number + 1


def no_theme(rows: Table, example: Example) -> int:
    at = column(rows, "教育主题学区.theme")
    unit = column(rows, "教育主题学区")
    mine = rows[where(rows, lambda row: bool(row[at]))][unit]
    for row in rows[1:]:
        if row[unit] == mine:
            row[at] = ""
    return where(rows, lambda row: row[unit] == mine) + 1


def feeds(value: str) -> Cells:
    def change(rows: Table, example: Example) -> int:
        at = column(rows, "feeds")
        number = where(rows, lambda row: bool(row[at]))
        rows[number][at] = value
        return number + 1

    return change


def feeds_two(rows: Table, example: Example) -> int:
    """A primary school that feeds the junior school of its cluster, and a second one that has moved in there."""
    at, unit, stage, code = (column(rows, n) for n in ("feeds", "直对入学学区", "stage", "code"))
    number = where(rows, lambda row: bool(row[at]))
    mine = rows[number][unit]
    other = rows[where(rows, lambda row: row[unit] == mine and row[stage] == "小学", number + 1)]
    other[stage], other[at] = "初中", ""
    other[column(rows, "直对入学学区.role")] = "初中或九年一贯制学校"
    rows[number][at] += f"、{other[code]}"
    return number + 1


def unknown_role(rows: Table, example: Example) -> int:
    """A member's role called what no role of the cluster is called."""
    at = column(rows, COLUMNS[example.name] + ".role")
    number = where(rows, lambda row: bool(row[at]), 2)
    rows[number][at] = "无此角色"
    return number + 1


def no_role(rows: Table, example: Example) -> int:
    """A school's role left blank where another school of its cluster leads."""
    at = column(rows, COLUMNS[example.name] + ".role")
    number = where(rows, lambda row: bool(row[at]))
    leading = rows[number][at]
    number = where(rows, lambda row: row[at] not in ("", leading), number + 1)
    rows[number][at] = ""
    return number + 1


def unknown_form(rows: Table, example: Example) -> int:
    """A cluster's form called what no form of its type is called."""
    if example.name not in ("anyang", "chengdu"):
        raise CannotOccurError("no forms")
    unit = column(rows, COLUMNS[example.name])
    number = where(rows, lambda row: bool(row[unit]))
    added(COLUMNS[example.name] + ".form")(rows, example)
    rows[number][-1] = "植入模式"
    return number + 1


def unused_column(rows: Table, example: Example) -> int:
    """A column of roles whose heading is not quite that of one."""
    rows[0].append(COLUMNS[example.name] + "_role")
    for row in rows[1:]:
        row.append("")
    return 1


def below(*cells: str) -> Cells:
    """One more row at the end, blank but for its first cells."""

    def change(rows: Table, example: Example) -> int:
        rows.append([*cells, *[""] * (len(rows[0]) - len(cells))])
        return len(rows)

    return change
