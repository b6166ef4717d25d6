"""Faults between a scheme and its roster: ROS."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

from mutation.duty_faults import cluster_file, entered, filled, scheme, work
from mutation.faults import Kind, Planter, tried
from mutation.handles import HANDLES, duty, of, sound
from mutation.naming_faults import LEFT
from mutation.planting import CannotOccurError, Sheet
from mutation.roster_tables import (
    COLUMNS,
    Table,
    added,
    below,
    column,
    feeds,
    feeds_two,
    first,
    lead,
    no_cluster,
    no_role,
    no_such_campus,
    no_theme,
    own_campus,
    put,
    same,
    spaced,
    stage,
    table,
    two_clusters,
    unknown_form,
    unknown_role,
    unused_column,
    where,
    without,
)
from mutation.running import Example

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


def roleless(example: Example) -> Sheet:
    """A second role for those that do not lead, and the roster leaves one of them without any."""
    sheet, at = cluster_file(example)
    changed = sheet.entry((*at, "members"), "planted_role: {name: 植入的角色}")
    for cleared in table(no_role)(example):
        return replace(cleared, also=(changed,))
    raise CannotOccurError("no column of roles")


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
    Kind("ROS002", "no column of stages", table(without("stage")), {"REF122": "conditions ask for the stage"}, rows=True),
    Kind("ROS003", "a school code twice", table(same("code")), rows=True),
    Kind("ROS004", "a school name twice", table(same("name")), rows=True),
    Kind("ROS005", "a head count that is no number", table(put("教师", "许多")), rows=True),
    Kind("ROS006", "names that differ by a space", table(spaced), rows=True),
    Kind("ROS007", "a campus of no school", table(no_such_campus), rows=True),
    Kind("ROS008", "a school without a code", table(put("code", "")), rows=True),
    Kind("ROS008", "a school without a name", table(put("name", "")), rows=True),
    Kind("ROS009", "one column under two names", table(added("学校名称")), rows=True),
    Kind("ROS010", "a campus of itself", table(own_campus), rows=True),
    Kind("ROS011", "a row of totals", table(below("合计", "20所")), rows=True),
    Kind("ROS012", "a remark under the table", table(below("注：教师为专任教师")), rows=True),
    Kind("ROS013", "a code that became a day", table(put("code", "1月2日")), {"ROS007": "others name the school by its code"}, rows=True),
    Kind("ROS101", "a count of clusters that is wrong", own_field("count: 99"), LISTED | {"AMT120": "the duty that sets them up has the right number"}, rows=True),
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
    Kind("ROS121", "work between stages in a cluster of one", scheme(
        "clusters|even: {name: 植入联片, each: county, overlap: true, same: [stage], clause: <clause>, members: {even_school: {name: 联片学校}}}",
        work("name: 组织植入的学段衔接, each: even, lead: even_school, when: 每学期末")),
        {"RES216": "the new kind of cluster is not assessed either", "ROS112": "nothing says how many of the new kind there are"}),
    Kind("ROS113", "a legal standing left open", own_field("legal: unspecified", {**KEYS, "haibowan": "community"})),
    Kind("ROS114", "a school of the wrong kind in a role", lambda e: tried([lambda: wrong(e)]), {"ROS114": "the others in that role are no better", "ROS118": "no school is of that place"}, rows=True),
    Kind("ROS115", "two kinds of clusters that may overlap", lambda e: tried([lambda: overlapping(e)]), {"ROS115": "told at the first of the two kinds", "RES216": "and nobody assesses the new kind"}, joined=True),
    Kind("ROS116", "a role that the cluster does not have", table(unknown_role), rows=True),
    Kind("ROS118", "a condition on what no school is", lambda e: tried([lambda: duty(e, sound(e, "for: school, where: {area: 无此地}"))]), {"RES228": LEFT}, rows=True),
    Kind("ROS119", "a school without a role where several are open to it", lambda e: tried([lambda: roleless(e)]), rows=True),
    Kind("ROS120", "a form that the cluster does not have", table(unknown_form), rows=True),
    Kind("ROS117", "a column of roles with an underscore", table(unused_column), rows=True),
)  # fmt: skip
