"""What is found in files that are not as they should be. Each finding is told by what it underlines."""

from __future__ import annotations

import pytest

from reading import found, only, read, underlined
from xuequ.findings import text as text_renderer
from xuequ.findings.finding import Place
from xuequ.source.limits import MEGABYTE, MOST_FINDINGS, MOST_MEGABYTES
from xuequ.source.locate import locate, show


def test_a_duplicate_key_is_reported_at_both_places() -> None:
    text = "a: 1\n学区:\n  甲: 1\n  乙: 2\n  甲: 3\n"
    one = only(text)
    assert one.code == "YML101"
    assert underlined(text, one.primary) == "5:3 甲"
    assert [underlined(text, other.place) for other in one.related] == ["3:3 甲"]


def test_of_two_equal_keys_the_first_is_read_and_what_follows_still_checked() -> None:
    text = "a: 1\na: {b: 1, b: 2}\nc: 3\nc: 4\n"
    document, _ = read(text)
    assert document is not None
    assert document.value == {"a": 1, "c": 3}
    assert found(text) == [("YML101", "2:11 b"), ("YML101", "2:1 a"), ("YML101", "4:1 c")]


@pytest.mark.parametrize(
    ("text", "place"),
    [("a:\n\tb: 1\n\tc: 2\n", "2:1"), ("\ta: 1\n", "1:1"), ("a:\n  b: 1\n\tc: 2\n", "3:1")],
)
def test_a_tab_in_the_indentation_is_shown_where_it_stands(text: str, place: str) -> None:
    one = only(text)
    assert one.code == "YML102"
    assert underlined(text, one.primary) == place
    assert one.args["lines"] == text.count("\t")


def test_a_comma_in_braces_that_cuts_prose_is_one_finding_however_many_pieces() -> None:
    text = "duties:\n  a: {name: 听课, 评课, 议课, lead: 学区}\n"
    document, findings = read(text)
    assert [(f.code, underlined(text, f.primary)) for f in findings] == [("YML103", "2:15 , 评课, 议课")]
    assert findings[0].args["whole"] == "听课，评课，议课"
    assert document is not None
    assert document.value == {"duties": {"a": {"name": "听课", "lead": "学区"}}}


def test_a_piece_on_the_next_line_is_underlined_there() -> None:
    assert found("a: {name: 听课,\n  评课, lead: 学区}\n") == [("YML103", "2:3 评课")]


def test_a_full_width_space_before_a_key_is_shown() -> None:
    text = "a: 1\n　b: 2\n"
    document, _ = read(text)
    assert found(text) == [("YML104", "2:1")]
    assert document is not None
    assert document.value == {"a": 1, "b": 2}


def test_damaged_utf8_is_told_from_gbk() -> None:
    text = "甲: 学区长学校\n乙: 成员学校牵头\n"
    damaged = text.encode()[:14] + b"\xff" + text.encode()[14:]
    assert [f.code for f in read(damaged).findings] == ["YML105"]
    gbk = read(text.encode("gbk"))
    assert [f.code for f in gbk.findings] == ["YML106"]
    assert gbk.document is not None
    assert gbk.document.value == {"甲": "学区长学校", "乙": "成员学校牵头"}


def test_a_bad_byte_is_shown_at_its_line_and_column() -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        one = only(mark + "甲: 1\n乙: 二".encode() + b"\xff\n")
        assert one.primary.span is not None
        assert one.primary.span.start == (2, 5)
        assert one.args["byte"] == "FF"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_recognised_and_read_on(encoding: str) -> None:
    document, findings = read("xuequ: 1\nkind: scheme\nname: x\n".encode(encoding))
    assert [f.code for f in findings] == ["YML107"]
    assert document is not None
    assert document.value == {"xuequ": 1, "kind": "scheme", "name": "x"}


def test_control_characters_are_counted_and_taken_for_spaces() -> None:
    text = "a: x\x00y\nb: \x07z\x00\nc: 甲\u2028乙\n"
    document, findings = read(text)
    assert document is not None
    assert document.value == {"a": "x y", "b": "z", "c": "甲 乙"}
    facts = [(f.code, f.args["character"], f.args["times"]) for f in findings]
    assert facts == [("YML108", "U+0000", 2), ("YML108", "U+0007", 1), ("YML108", "U+2028", 1)]
    assert underlined(text, findings[1].primary) == "2:4 \x07"


@pytest.mark.parametrize("character", ["\u200b", "\u200e", "\u202e", "\u2066", "\u2060", "\xad"])
def test_what_nobody_sees_is_told_and_parts_no_name(character: str) -> None:
    text = f"organs: {{教育局: , 督导{character}室: }}\nname: 学区{character}\n"
    document, findings = read(text)
    assert document is not None
    assert document.value == {"organs": {"教育局": None, "督导室": None}, "name": "学区"}
    (found,) = findings
    assert (found.code, found.args["times"]) == ("YML108", 2)
    assert underlined(text, found.primary) == f"1:19 {character}"


def test_places_behind_what_nobody_sees_are_those_of_the_file() -> None:
    text = "事: {\u200b\u200b甲: 一, \u2060乙: 二, 甲: 三}\n"
    document, findings = read(text)
    assert document is not None
    told = {one.code: underlined(text, one.primary) for one in findings if one.code != "YML108"}
    assert told == {"YML101": f"1:{text.rindex('甲') + 1} 甲"}
    at = locate(document, Place(file=document.file, path=("事", "乙"), on="key"))
    assert underlined(text, Place(file=document.file, span=at)) == f"1:{text.index('乙') + 1} 乙"
    shown = show(findings, {document.file: document})
    assert {one.at.line for one in shown} == {text.rstrip()}
    assert "{\ufffd\ufffd甲: 一, \ufffd乙: 二, 甲: 三}" in text_renderer.render(shown, "zh")


@pytest.mark.parametrize("end", ["", "]"])
def test_a_line_is_shown_as_it_is_where_nothing_can_be_read(end: str) -> None:
    text = f"甲: \u200b\u200b\u200b[一, \xad二{end}\n乙: }}\n"
    document, findings = read(text)
    assert document is None
    for one in show(findings, {}):
        assert one.at.span is not None
        assert one.at.line in text.splitlines()
        assert one.at.span.start.column <= len(one.at.line) + 1


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "---\n", "null", "   \n"])
def test_an_empty_file_is_reported(text: str) -> None:
    document, findings = read(text)
    assert document is None
    assert [f.code for f in findings] == ["YML109"]


def test_a_second_document_is_shown_and_not_read() -> None:
    text = "a: 1\n---\na: 2\n"
    document, _ = read(text)
    assert found(text) == [("YML110", "2:1 ---")]
    assert document is not None
    assert document.value == {"a": 1}


@pytest.mark.parametrize("text", ["{a: 1}: 2\nb: 3", "? [a, b]\n: 2\nb: 3", "'': 2\nb: 3", "? \n: 2\nb: 3"])
def test_a_key_that_is_no_word_is_left_out(text: str) -> None:
    document, findings = read(text)
    assert [f.code for f in findings] == ["YML111"]
    assert document is not None
    assert document.value == {"b": 3}


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at() -> None:
    document, findings = read(b"a" * (50 * MEGABYTE))
    assert document is None
    assert [(f.code, f.args["limit"]) for f in findings] == [("YML112", MOST_MEGABYTES)]


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_ends_in_a_finding(sign: str) -> None:
    document, findings = read(sign * 10_000)
    assert document is None
    assert [f.code for f in findings] == ["YML113"]


def test_deep_indentation_ends_in_a_finding() -> None:
    text = "".join(" " * n + "a:\n" for n in range(2000))
    assert [f.code for f in read(text).findings] == ["YML113"]


def test_a_bomb_of_aliases_ends_in_a_finding() -> None:
    layers = ["a0: &a0 [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]"]
    layers += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    one = only("\n".join(layers))
    assert one.code == "YML114"
    assert read("\n".join(layers)).document is None


def test_an_alias_without_its_anchor_and_one_to_itself_are_told_apart() -> None:
    assert found("a: *重点") == [("YML126", "1:4 *")]
    assert found("a: *b\nc: 1") == [("YML115", "1:4 *b")]
    assert found("a: &b [*b]") == [("YML118", "1:8 *b")]


def test_tags_are_refused() -> None:
    text = "a: !!python/object/apply:os.system [x]\nb: !local y"
    document, findings = read(text)
    assert [f.code for f in findings] == ["YML116", "YML116"]
    assert document is not None
    assert document.value == {"a": ["x"], "b": "y"}


def test_a_file_with_very_many_problems_stops_being_read() -> None:
    document, findings = read("a: 1\n" * (MOST_FINDINGS + 500))
    assert document is None
    assert len(findings) == MOST_FINDINGS + 1
    assert findings[-1].code == "YML117"


def test_a_file_that_cannot_be_read_still_shows_the_line() -> None:
    shown = show(read("a: 1\n学区: {甲: 1\n").findings, {})
    assert "2 | 学区: {甲: 1\n  |       ^ never closed\n" in text_renderer.render(shown, "en")


def test_a_colon_in_a_key_over_two_lines_is_told_on_its_own_line() -> None:
    assert ("YML120", "2:8 :") in found("        into: {ap\npraisal:rgets}\n")
