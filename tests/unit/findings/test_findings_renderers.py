"""Findings as text and as JSON, to the character."""

from __future__ import annotations

import json as plain_json
from dataclasses import replace
from itertools import permutations

from xuequ.findings import json, text
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Level, Place, Position, Span
from xuequ.findings.shown import Shown, Spot, ordered
from xuequ.findings.width import width

FILE = "examples/某县.yaml"


def span(line: int, start: int, end: int) -> Span:
    return Span(Position(line, start), Position(line, end))


def duplicate() -> Shown:
    return Shown(
        finding=finding("YML101", Place(file=FILE), key="学区长"),
        at=Spot(file=FILE, span=span(12, 5, 8), line="    学区长: 甲", label=""),
        related=(Spot(file=FILE, span=span(9, 5, 8), line="    学区长: {name: 乙}", label="first"),),
    )


def test_text_underlines_to_the_cell_in_chinese() -> None:
    assert text.render([duplicate()], "zh") == (
        "错误[YML101]: 同一处有两个 `学区长`\n"
        "  --> examples/某县.yaml:12:5\n"
        "   |\n"
        "12 |     学区长: 甲\n"
        "   |     ^^^^^^ 又写了一次\n"
        "  ::: examples/某县.yaml:9:5\n"
        "   |\n"
        " 9 |     学区长: {name: 乙}\n"
        "   |     ------ 第一次写在这里\n"
        "   = 建议: 合并成一个，或者给其中一个换名；现在只读了第一个\n"
    )


def test_text_speaks_english_as_well() -> None:
    said = text.render([duplicate()], "en")
    assert said.startswith("error[YML101]: `学区长` stands here twice\n")
    assert said.endswith("   = help: merge the two or rename one; only the first was read\n")


def test_wide_characters_before_the_place_move_the_underline_by_two_cells() -> None:
    line = "甲（一）: ok"
    at = Spot(file=FILE, span=span(1, 7, 9), line=line)
    shown = replace(duplicate(), at=at, related=())
    under = text.render([shown], "en").splitlines()[4]
    assert under.index("^") - len("  | ") == width("甲（一）: ")
    assert under.count("^") == 2


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    several = Span(Position(3, 4), Position(5, 2))
    shown = replace(duplicate(), at=Spot(file=FILE, span=several, line="a: 甲乙  "), related=())
    assert "  |    ^^^^ written again\n" in text.render([shown], "en")


def test_an_empty_place_still_has_one_caret() -> None:
    shown = replace(duplicate(), at=Spot(file=FILE, span=span(3, 3, 3), line="a:"), related=())
    assert "  |   ^ written again\n" in text.render([shown], "en")


def test_where_only_the_file_is_known_no_line_is_made_up() -> None:
    shown = Shown(finding=finding("YML107", Place(file=FILE)), at=Spot(file=FILE, span=None))
    assert text.render([shown], "en") == (
        "error[YML107]: the file is UTF-16, which some editors call Unicode\n"
        " --> examples/某县.yaml\n"
        "  = help: save it as UTF-8\n"
    )


def test_a_long_line_is_shown_around_its_place() -> None:
    line = "甲" * 5000 + "学区长" + "乙" * 5000
    shown = replace(duplicate(), at=Spot(file=FILE, span=span(1, 5001, 5004), line=line), related=())
    rows = text.render([shown], "en").splitlines()
    assert len(rows[3]) < 200
    cells = width(rows[3][: rows[3].index("学")])
    assert rows[4].index("^") == cells
    assert rows[4].count("^") == 6


def test_signs_that_would_move_the_cursor_are_not_printed() -> None:
    shown = replace(duplicate(), at=Spot(file=FILE, span=span(1, 3, 4), line="\t\x1b[2J\u202e甲"), related=())
    assert not {"\x1b", "\u202e", "\t"} & set(text.render([shown], "en"))


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b[" not in text.render([duplicate()], "en")
    coloured = text.render([duplicate()], "en", colour=True)
    assert "\x1b[1;31merror[YML101]\x1b[0m" in coloured


def test_findings_are_a_blank_line_apart_and_nothing_is_nothing() -> None:
    assert text.render([], "zh") == ""
    assert "\n\n错误" in text.render([duplicate(), duplicate()], "zh")


def test_the_closing_line_counts_by_level() -> None:
    note = Shown(finding=finding("YML201", Place(file=FILE), encoding="GBK"), at=Spot(file=FILE, span=None))
    assert text.closing([duplicate(), duplicate(), note], "en") == "2 errors, 1 note"
    assert text.closing([duplicate(), note], "zh") == "错误 1 个，提示 1 个"
    assert text.closing([], "en") == "no findings"


def test_json_has_the_form_that_others_read() -> None:
    assert plain_json.loads(json.render([duplicate()], "en")) == {
        "version": 1,
        "findings": [
            {
                "code": "YML101",
                "level": "error",
                "message": "`学区长` stands here twice",
                "help": "merge the two or rename one; only the first was read",
                "file": FILE,
                "start": {"line": 12, "column": 5},
                "end": {"line": 12, "column": 8},
                "related": [
                    {
                        "label": "first written here",
                        "file": FILE,
                        "start": {"line": 9, "column": 5},
                        "end": {"line": 9, "column": 8},
                    }
                ],
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "notes": 0},
    }


def test_json_keeps_chinese_readable_and_is_json_without_findings() -> None:
    assert "学区长" in json.render([duplicate()], "zh")
    assert plain_json.loads(json.render([], "zh"))["findings"] == []


def test_json_says_null_where_only_the_file_is_known() -> None:
    shown = Shown(finding=finding("YML107", Place(file=FILE)), at=Spot(file=FILE, span=None))
    found = plain_json.loads(json.render([shown], "en"))["findings"][0]
    assert found["start"] is None
    assert found["end"] is None


def test_findings_stand_in_one_order_however_they_were_found() -> None:
    first = duplicate()
    second = replace(first, finding=replace(first.finding, code="YML111", level=Level.ERROR))
    third = replace(first, at=replace(first.at, span=span(13, 1, 2)))
    fourth = replace(first, at=replace(first.at, file="z.yaml"))
    wanted = (first, second, third, fourth)
    assert all(ordered(some) == wanted for some in permutations(wanted))


def test_what_was_found_twice_is_shown_once() -> None:
    assert ordered([duplicate(), duplicate()]) == (duplicate(),)
