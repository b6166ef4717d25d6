"""Faults between a scheme and its roster: ROS."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from mutation.duty_faults import cluster_file, entered, filled
from mutation.faults import Kind, Planter, tried
from mutation.handles import HANDLES, of
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


KEYS = {name: handles.cluster for name, handles in HANDLES.items()}
#: Kinds of clusters that nobody assesses.
PILOTS = {
    "ziyun": "kindergarten_group",
    "haibowan": "community",
    "luoxi": "small_area",
    "chengdu": "theme_district",
}


def own_field(field: str, keys: Mapping[str, str] = KEYS) -> Planter:
    """A field of a cluster's own declaration, which is where the finding stands."""

    def plant(example: Example) -> Sheet:
        if example.name not in keys:
            raise CannotOccurError("every kind of cluster is assessed")
        sheet, at = cluster_file(example, keys[example.name])
        name, _, value = filled(example, field).partition(": ")
        return sheet.with_field(at, name, value).on((*at, name))

    return lambda example: tried([lambda: plant(example)])


def member(field: str) -> Planter:
    """A field of the role that does not lead; the finding stands at the first cluster of the roster."""

    def plant(example: Example) -> Sheet:
        sheet, at = cluster_file(example)
        name, _, value = field.partition(": ")
        changed = sheet.with_field((*at, "members", of(example).member), name, value)
        return first_unit(example, changed)

    return lambda example: tried([lambda: plant(example)])


def first_unit(example: Example, changed: Sheet) -> Sheet:
    """The change with the finding expected at the first cluster: where the scheme lists it, or in the roster."""
    _, at = cluster_file(example)
    value = changed.value(at)
    assert isinstance(value, dict)
    if isinstance(value.get("units"), dict):
        return changed.on((*at, "units", next(iter(value["units"]))))
    rows = [line.split(",") for line in example.roster.text.splitlines()]
    number = first(rows, COLUMNS[example.name])
    return replace(example.roster, line=number + 1, also=(changed,))


def sized(field: str) -> Planter:
    def plant(example: Example) -> Sheet:
        sheet, at = cluster_file(example)
        return first_unit(example, sheet.with_field(at, "size", field))

    return lambda example: tried([lambda: plant(example)])


def unlisted(example: Example) -> Iterator[Sheet]:
    """A unit in the scheme that the roster does not have."""
    sheet, at = cluster_file(example)
    return tried(
        [lambda: sheet.entry((*at, "units"), filled(example, "ghost: {name: 植入学区, clause: <clause>}"))]
    )


def renamed(rows: Table, example: Example) -> int:
    """A school moved into a cluster that the scheme does not list."""
    if example.name not in ("haibowan",):
        raise CannotOccurError("no list of clusters")
    at = column(rows, COLUMNS[example.name])
    rows[1][at] = "植入教育集团"
    return 2


def apart(example: Example) -> Sheet:
    """Two kinds kept apart, and a school in both."""
    others = {"ziyun": "kindergarten_group", "haibowan": "community", "chengdu": "theme_district"}
    names = {"ziyun": "幼教集团", "haibowan": "联盟型学校发展共同体", "chengdu": "教育主题学区"}
    if example.name not in others:
        raise CannotOccurError("one kind of cluster")
    sheet, at = cluster_file(example)
    changed = sheet.with_field(at, "apart_from", others[example.name])
    rows = [list(row) for row in csv.reader(io.StringIO(example.roster.text))]
    mine, theirs = column(rows, COLUMNS[example.name]), column(rows, names[example.name])
    number = where(rows, lambda row: bool(row[mine]), 2)
    rows[number][theirs] = rows[where(rows, lambda row: bool(row[theirs]))][theirs]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return replace(example.roster, text=out.getvalue(), line=number + 1, also=(changed,))


def wrong(example: Example) -> Sheet:
    """A role for schools of one kind, held by others."""
    sheet, at = cluster_file(example)
    changed = sheet.with_field((*at, "members", of(example).member), "where", "{area: 无此地}")
    rows = [line.split(",") for line in example.roster.text.splitlines()]
    heads = COLUMNS[example.name] + ".role"
    number = first(rows, COLUMNS[example.name])
    if heads in rows[0]:
        names = {row[rows[0].index(heads)] for row in rows[1:]} - {rows[number][rows[0].index(heads)], ""}
        number = where(rows, lambda row: row[rows[0].index(heads)] in names)
    return replace(example.roster, line=number + 1, also=(changed,))


def overlapping(example: Example) -> Sheet:
    if example.name == "luoxi":
        raise CannotOccurError("the locality is one of the two")
    return entered(
        example,
        "clusters|loose: {name: 植入片组, each: county, clause: <clause>, members: {loose_school: {name: 片组学校}}}",
    )


OTHER_UNITS = {
    "ROS104": "the other clusters are as far from that size",
    "ROS109": "the other clusters have as many",
    "REF112": "the parameter that gave the size is asked for no more",
}
FULLER = {
    "RES221": "the second cluster has one school more for its inspector",
    "ROS104": "the second cluster has one town more",
    "ROS105": "the second cluster has a school of another stage",
}
LISTED = {
    "ROS101": "the count no longer fits, either",
    "ROS103": "the cluster the school left has no lead now",
    "ROS110": "the roster has clusters that the list does not have",
}
ROS = (
    Kind("ROS001", "no column of codes", table(without("code")), rows=True),
    Kind("ROS001", "no column of names", table(without("name")), rows=True),
    Kind("ROS002", "no column of stages", table(without("stage")), {}, rows=True),
    Kind("ROS003", "a school code twice", table(same("code")), rows=True),
    Kind("ROS004", "a school name twice", table(same("name")), rows=True),
    Kind("ROS005", "a head count that is no number", table(put("教师", "许多")), rows=True),
    Kind("ROS006", "names that differ by a space", table(spaced), rows=True),
    Kind("ROS007", "a campus of no school", table(no_such_campus), rows=True),
    Kind("ROS008", "a school without a code", table(put("code", "")), rows=True),
    Kind("ROS008", "a school without a name", table(put("name", "")), rows=True),
    Kind("ROS009", "one column under two names", table(added("学校名称")), rows=True),
    Kind("ROS010", "a campus of itself", table(own_campus), rows=True),
    Kind("ROS101", "a count of clusters that is wrong", own_field("count: 99"), LISTED, rows=True),
    Kind("ROS102", "a school in two clusters of one type", table(two_clusters), FULLER, rows=True),
    Kind("ROS102", "a member school in no cluster", table(no_cluster), LISTED, rows=True, joined=True),
    Kind("ROS103", "a cluster that nobody leads", lead(two=False), rows=True),
    Kind("ROS103", "a cluster that two lead", lead(two=True), rows=True),
    Kind("ROS104", "more schools than the size allows", sized("{schools: ..1}"), OTHER_UNITS, rows=True),
    Kind("ROS105", "another stage among the same", table(stage), rows=True),
    Kind("ROS106", "a theme district without a theme", table(no_theme), rows=True),
    Kind("ROS107", "a primary school that feeds nobody", table(feeds("")), rows=True),
    Kind("ROS107", "a primary school that feeds two", table(feeds_two), rows=True),
    Kind("ROS108", "a school in two kinds kept apart", lambda e: tried([lambda: apart(e)]), {"ROS108": "other schools are in both already", "ROS114": "the second kind takes schools of another stage"}, rows=True),
    Kind("ROS109", "fewer schools in a role than asked for", member("count: 99.."), OTHER_UNITS, rows=True),
    Kind("ROS110", "a cluster that the roster does not have", unlisted, LISTED, rows=True),
    Kind("ROS110", "a cluster that the scheme does not list", table(renamed), LISTED, rows=True),
    Kind("ROS111", "a pilot without an end", own_field("pilot: true", PILOTS)),
    Kind("ROS112", "a listed cluster whose schools nobody names", unlisted, LISTED, joined=True),
    Kind("ROS113", "a legal standing left open", own_field("legal: unspecified", {**KEYS, "haibowan": "community"})),
    Kind("ROS114", "a school of the wrong kind in a role", lambda e: tried([lambda: wrong(e)]), {"ROS114": "the others in that role are no better"}, rows=True),
    Kind("ROS115", "two kinds of clusters that may overlap", lambda e: tried([lambda: overlapping(e)]), {"ROS115": "told at the first of the two kinds", "RES216": "and nobody assesses the new kind"}, joined=True),
)  # fmt: skip
