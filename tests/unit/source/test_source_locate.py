"""From paths to lines and columns, before and after marks were given a new shape."""

from __future__ import annotations

import pytest

from reading import FILE, at, read, underlined
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Place, Position, Span
from xuequ.source.document import Document
from xuequ.source.locate import locate, show
from xuequ.source.marks import (
    Mark,
    elements,
    empty,
    entries,
    keyed,
    listed,
    mapping,
    sequence,
    value_of,
    wrapped,
)

TEXT = """\
# 注
measures:
  议事:
    lead: [学区, 学校]
    duties:
      开会: {lead: 学区长, when: 每月}
      报告: 报告工作
      空:
    note: >-
      甲
      乙

rows:
  - months: 八月
    does: x
  - {months: 九月}
  - []
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("measures", "议事", "lead", 1), "4:16 学校"),
        (("measures", "议事", "duties", "开会", "when"), "6:29 每月"),
        (("measures", "议事", "duties", "报告"), "7:11 报告工作"),
        (("measures", "议事", "note"), "9:11 >-"),
        (("measures", "议事"), "3:3 议事"),
        (("measures", "议事", "lead"), "4:5 lead"),
        (("measures", "议事", "duties", "空"), "8:7 空"),
        (("rows", 0), "14:5 months"),
        (("rows", 1), "16:5 {months"),
        (("rows", 2), "17:5 ["),
        (("rows", 1, "months"), "16:14 九月"),
    ],
)
def test_a_value_is_underlined_and_of_a_collection_its_key(path: DocPath, place: str) -> None:
    assert at(TEXT, *path) == place


def test_a_key_is_underlined_when_the_finding_is_about_it() -> None:
    assert at(TEXT, "measures", "议事", "duties", "开会", "when", on_key=True) == "6:23 when"
    assert at(TEXT, "rows", 0, on_key=True) == "14:5 months"


def test_what_is_not_there_is_shown_at_the_nearest_thing_above() -> None:
    assert at(TEXT, "measures", "议事", "duties", "开会", "inform") == "6:7 开会"
    assert at(TEXT, "measures", "议事", "duties", "开会", "inform", on_key=True) == "6:7 开会"
    assert at(TEXT, "measures", "没有", "duties") == "2:1 measures"
    assert at(TEXT, "measures", "议事", "lead", 7) == "4:5 lead"
    assert at(TEXT, "measures", "议事", "duties", "报告", "name") == "7:11 报告工作"
    assert at(TEXT, "rows", 1, "does") == "16:5 {months"


def test_only_the_whole_file_stands_at_its_beginning() -> None:
    assert at(TEXT) == "2:1 measures"
    assert at(TEXT, "没有") == "2:1 measures"


def test_a_span_that_is_known_is_taken_as_it_is() -> None:
    span = Span(Position(3, 1), Position(3, 4))
    document = read(TEXT).document
    assert document is not None
    assert locate(document, Place(file=FILE, path=("rows",), span=span)) == span


def test_an_alias_is_shown_where_it_stands_and_its_content_at_the_anchor() -> None:
    text = "a: &x {b: 甲}\nc: [*x, *y, &y 1]\nd: *x\n"
    assert at(text, "d", "b") == "1:11 甲"
    assert at(text, "d", on_key=True) == "3:1 d"
    assert at(text, "c", 0) == "2:5 *x"


def marks_of(text: str) -> Mark:
    document = read(text).document
    assert document is not None
    return document.marks


def place(text: str, mark: Mark, *path: str | int, on_key: bool = False) -> str:
    document = Document(file=FILE, text=text, value=None, marks=mark)
    span = locate(document, Place(file=FILE, path=path, on="key" if on_key else "value"))
    return underlined(text, Place(file=FILE, span=span))


def test_a_string_element_becomes_its_name_in_place() -> None:
    text = "duties:\n  report: 报告工作\n"
    mark = marks_of(text)
    inner = wrapped(value_of(value_of(mark, "duties"), "report"))
    assert place(text, inner, "name") == "2:11 报告工作"
    assert place(text, inner, "lead") == "2:11 报告工作"


def test_a_list_of_strings_becomes_empty_elements_in_place() -> None:
    text = "items: [甲, 乙, 甲]\n"
    mark = keyed(value_of(marks_of(text), "items"), ["甲", "乙", "甲"])
    assert list(entries(mark)) == ["甲", "乙"]
    assert place(text, mark, "乙") == "1:12 乙"
    assert place(text, mark, "乙", "name") == "1:12 乙"
    assert place(text, mark, "甲", on_key=True) == "1:9 甲"


def test_one_value_becomes_a_list_in_place() -> None:
    text = "lead: 甲\n"
    assert place(text, listed(value_of(marks_of(text), "lead")), 0) == "1:7 甲"


def test_new_collections_stand_where_the_old_ones_stood() -> None:
    text = "a: 甲\nb: [x, y]\n"
    mark = marks_of(text)
    new = mapping(
        mark, {"z": (entries(mark)["b"][0], sequence(value_of(mark, "b"), elements(value_of(mark, "b"))[1:]))}
    )
    assert place(text, new, "z", 0) == "2:8 y"
    assert place(text, empty(value_of(mark, "a"))) == "1:4 甲"
    assert entries(mark).keys() == {"a", "b"}


def test_findings_are_shown_with_their_lines_in_order() -> None:
    document = read(TEXT).document
    assert document is not None
    late = finding("YML101", Place(file=FILE, path=("rows", 0, "months")), key="x")
    early = finding("YML101", Place(file=FILE, path=("measures", "议事", "lead")), key="y")
    elsewhere = finding("YML107", Place(file="other.yaml"))
    shown = show([late, early, elsewhere], {FILE: document})
    assert [one.finding for one in shown] == [elsewhere, early, late]
    assert [one.at.line for one in shown] == ["", "    lead: [学区, 学校]", "  - months: 八月"]
    assert shown[0].at.span is None
