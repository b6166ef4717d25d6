"""Which values a YAML file has."""

from __future__ import annotations

import gc

import pytest

from reading import read, value

STRINGS = [
    "no",
    "yes",
    "on",
    "12:30",
    "010101",
    "010",
    "2014-05-30",
    "1e3",
    ".5",
    "5.",
    "0x1F",
    "0o7",
    ".inf",
    ".nan",
]
STRINGS += ["True", "NULL", "1_000", "15%", "1..2", "3-5", "+", "=", "<<", "110101199003077758", "1 2", "三"]


@pytest.mark.parametrize("word", STRINGS)
def test_what_looks_like_a_word_is_a_string(word: str) -> None:
    assert value(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("7", 7),
        ("-3", -3),
        ("+5", 5),
        ("1.5", 1.5),
        ("0.25", 0.25),
        ("-0.5", -0.5),
    ],
)
def test_only_these_are_no_strings(word: str, wanted: object) -> None:
    held = value(
        f"a: {word}\nb: [{word}]\nc: {{d: {word}, e: 1}}" if word else "a:\nb: [null]\nc: {d: , e: 1}"
    )
    assert held == {"a": wanted, "b": [wanted], "c": {"d": wanted, "e": 1}}
    assert isinstance(held, dict)
    assert type(held["a"]) is type(wanted)


def test_whatever_is_quoted_is_a_string() -> None:
    assert value("a: '7'\nb: \"true\"\nc: ''\nd: |\n  5") == {"a": "7", "b": "true", "c": "", "d": "5"}


def test_keys_are_strings_as_they_are_written() -> None:
    assert value("2014: a\ntrue: b\n'05': c\nnull: d") == {"2014": "a", "true": "b", "05": "c", "null": "d"}


def test_order_is_kept() -> None:
    held = value("丙: 1\n甲: 2\n乙: 3")
    assert isinstance(held, dict)
    assert list(held) == ["丙", "甲", "乙"]


def test_a_double_less_than_sign_is_an_ordinary_key() -> None:
    assert value("a: &x {b: 1}\nc: {<<: *x, d: 2}") == {"a": {"b": 1}, "c": {"<<": {"b": 1}, "d": 2}}


@pytest.mark.parametrize(
    "written",
    [
        "甲，\n  乙",
        "'甲，\n  乙'",
        '"甲，\n  乙"',
        ">-\n  甲，\n  乙",
        ">-\n  甲，\n  乙\n",
        "甲，   \n      乙",
    ],
)
def test_chinese_over_several_lines_is_joined_without_a_space(written: str) -> None:
    assert value(f"a: {written}") == {"a": "甲，乙"}
    assert value(f"a: {written}".replace("\n", "\r\n")) == {"a": "甲，乙"}


def test_numbers_in_chinese_join_and_words_do_not() -> None:
    assert value("a: 共有\n  60\n  所学校 of\n  two kinds\n  甲") == {"a": "共有60所学校 of two kinds 甲"}
    assert value("a: >\n  到\n  2025\n  年 in\n  all\n") == {"a": "到2025年 in all\n"}


def test_a_blank_line_and_a_deeper_line_keep_their_breaks() -> None:
    text = "a: >\n  甲\n  乙\n\n  丙\n    丁\n  戊\n  己\n\n\n  庚\n"
    assert value(text) == {"a": "甲乙\n丙\n  丁\n戊己\n\n庚\n"}
    assert value("a: 甲\n\n  乙\n  丙") == {"a": "甲\n乙丙"}


def test_a_literal_block_is_left_as_it_is() -> None:
    assert value("a: |\n  甲\n  乙\n") == {"a": "甲\n乙\n"}


def test_escapes_in_quoted_lines_still_count() -> None:
    assert value('a: "甲\\n乙\n  丙\\t丁"') == {"a": "甲\n乙丙\t丁"}
    assert value("a: '甲''乙\n  丙'") == {"a": "甲'乙丙"}
    assert value('a: "x \\\n  y"') == {"a": "x y"}


def test_spaces_the_drafter_wrote_stay() -> None:
    assert value("a: 甲 乙\n  丙 丁") == {"a": "甲 乙丙 丁"}
    assert value("a: >-\n  甲 乙\n  丙") == {"a": "甲 乙丙"}


def test_an_alias_stands_for_its_anchor() -> None:
    assert value("a: &x [1, {b: 2}]\nc: *x\nd: [*x]") == {
        "a": [1, {"b": 2}],
        "c": [1, {"b": 2}],
        "d": [[1, {"b": 2}]],
    }
    assert value("a: &x 甲\n*x : 1") == {"a": "甲", "甲": 1}


def test_a_byte_order_mark_is_no_matter() -> None:
    document, findings = read("\ufeffa: 1".encode())
    assert document is not None
    assert document.value == {"a": 1}
    assert not findings


def test_elements_written_as_nothing_but_their_key_may_stand_in_braces() -> None:
    assert value("a: {甲, 乙, 丙}") == {"a": {"甲": None, "乙": None, "丙": None}}
    assert value("a: {甲: {b: 1}, 乙}") == {"a": {"甲": {"b": 1}, "乙": None}}


def test_a_file_may_hold_anything_at_its_top() -> None:
    assert value("[1, 2]") == [1, 2]
    assert value("甲") == "甲"


def test_reading_leaves_the_collector_as_it_found_it() -> None:
    assert gc.isenabled()
    read("a: [")
    assert gc.isenabled()
    gc.disable()
    try:
        read("a: 1")
        assert not gc.isenabled()
    finally:
        gc.enable()
