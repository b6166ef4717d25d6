"""Slips of syntax in the drafter's words: the code, and exactly what is underlined."""

from __future__ import annotations

import pytest

from reading import found, only, underlined

SLIPS = {
    "a full-width colon": ("a: 1\n名称：安康市\nb: 2\n", "YML119", "2:3 ："),
    "a full-width colon in the first line": ("名称：安康市\nb: 2\n", "YML119", "1:3 ："),
    "a full-width colon in braces": ("a: {名称：安康, b: 1}\n", "YML119", "1:7 ："),
    "no space after the colon": ("name:安康市\nkind: scheme\n", "YML120", "1:5 :"),
    "no space after the colon, further down": ("a: 1\nname:安康市\nkind: scheme\n", "YML120", "2:5 :"),
    "no space after the colon in braces": ("a: {lead:甲, for: 乙}\n", "YML120", "1:9 :"),
    "nothing after the colon in braces": ("a: {lead:}\n", "YML120", "1:9 :"),
    "a brace never closed": ("a: {b: 1\nc: 2\n", "YML121", "1:4 {"),
    "a bracket never closed": ("a: [甲, 乙\nc: 2\n", "YML121", "1:4 ["),
    "a quote never closed": ("a: '甲\nb: 2\n", "YML122", "1:4 '"),
    "a double quote never closed": ('a: {b: "甲}\nc: 2\n', "YML122", '1:8 "'),
    "text after a quote": ('name: "三区"一体化\n', "YML123", "1:11 一"),
    "text after a bracket": ("a: [甲] 乙\n", "YML123", "1:8 乙"),
    "a key that is missing in braces": ("a: {: 甲}\n", "YML111", "1:5 :"),
    "less indented than the first line": ("  a: 1\nb: 2\n", "YML124", "2:1 b: 2"),
    "indented too far": ("a:\n  b: 1\n    c: 2\n", "YML124", "3:5 c: 2"),
    "indented too little": ("a:\n    b: 1\n  c: 2\n", "YML124", "3:3 c: 2"),
    "something under a value": ("name: 甲\n  level: city\n", "YML124", "2:3 level: city"),
    "a list among keys": ("a: 1\n- b\n", "YML124", "2:1 - b"),
    "keys among a list": ("- a\nb: 1\n", "YML124", "2:1 b: 1"),
    "brackets in a text in braces": ("a: {b: 青教[2025]1号, c: 1}\n", "YML136", "1:10 [2025]"),
    "full-width braces": ("a: ｛b: 1｝\n", "YML137", "1:4 ｛"),
    "full-width braces and colon": ("a: ｛b：1｝\n", "YML137", "1:4 ｛"),
    "full-width brackets": ("a: ［甲，乙］\n", "YML137", "1:4 ［"),
    "a brace closed in a comment": ("a: {b: 纪要 #1}\nc: 2\n", "YML138", "1:11 #1}"),
    "a brace closed in a comment, further down": ("a: {b: 1,\n  c: 纪要 #1}\n", "YML138", "2:9 #1}"),
    "a key indented with full-width spaces": ("a:\n\u3000\u3000b: 1\n  c: 2\n", "YML139", "2:1"),
    "a list indented with full-width spaces": ("a:\n\u3000- b\n\u3000- c\n", "YML139", "2:1"),
    "a key under another, too far in by a full-width space": (
        "a:\n  b:\n  \u3000c: 2\n  d: 3\n",
        "YML139",
        "3:3",
    ),
    "a second colon": ("name: 时间: 每月\n", "YML125", "1:9 :"),
    "a second colon in braces": ("a: {name: 时间: 每月}\n", "YML125", "1:13 :"),
    "a full-width comma between fields": ("a: {lead: 甲，for: 乙}\n", "YML135", "1:12 ，"),
    "prose with a comma and a colon in braces": ("a: {name: 甲，乙 丙: 丁}\n", "YML125", "1:16 :"),
    "no colon before a brace": ("a: 1\n甲 {name: 乙}\n", "YML132", "2:1 甲"),
    "no colon before a brace with two entries": ("a: 1\n甲 {name: 乙, for: 丙}\n", "YML132", "2:1 甲"),
    "a full-width colon before a brace": ("a: 1\n甲： {name: 乙}\n", "YML119", "2:2 ："),
    "a full-width colon before two entries": ("甲： {name: 乙, for: 丙}\n", "YML119", "1:2 ："),
    "an at sign": ("name: @甲\n", "YML126", "1:7 @"),
    "a percent sign": ("share: %15\n", "YML126", "1:8 %"),
    "a backtick": ("name: `甲`\n", "YML126", "1:7 `"),
    "emphasis": ("name: *重点*\n", "YML126", "1:7 *"),
    "an ampersand": ("name: &甲 乙\n", "YML126", "1:7 &"),
    "an exclamation mark": ("name: !甲\n", "YML126", "1:7 !"),
    "a question mark": ("name: ? 甲\n", "YML126", "1:7 ?"),
    "a dash in brackets": ("a: [- b]\n", "YML126", "1:5 -"),
    "an unknown escape": ('a: "C:\\甲"\n', "YML127", "1:7 \\甲"),
    "text beside a block sign": ("a: > 甲\n", "YML128", "1:4 >"),
    "a missing comma": ('a: {b: "x" c: 2}\n', "YML130", "1:12 c"),
    "an item indented under text": ("a:\n - b\n  - c\n", "YML131", "3:3 -"),
    "a first line without a colon": ("a:\n  甲 乙\n  丙: 丁\n", "YML132", "2:3 甲 乙"),
    "a line without a colon": ("a: 1\n牵头\nb: 2\n", "YML132", "2:1 牵头"),
    "a bracket too many": ("a: 甲\n}\n", "YML133", "2:1 }"),
    "a comma too many": ("a: [b, , c]\n", "YML133", "1:8 ,"),
    "a list beside its key": ("a: - b\n", "YML134", "1:4 -"),
    "something else": ("a: 1\n...\nb: 2\n", "YML129", "3:1 b"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_is_named_and_underlined(slip: str) -> None:
    text, code, place = SLIPS[slip]
    assert found(text) == [(code, place)]


def test_what_to_write_instead_is_shown_with_the_drafters_words() -> None:
    one = only("a: 1\n名称： 安康市\nb: 2\n")
    assert (one.args["key"], one.args["rest"]) == ("名称", "安康市")


def test_an_unclosed_bracket_shows_where_it_was_noticed() -> None:
    text = "a: [甲, 乙\nc: 2\n"
    (noticed,) = only(text).related
    assert underlined(text, noticed.place) == "2:2 :"


def test_wrong_indentation_shows_the_line_above_that_it_does_not_fit() -> None:
    text = "a:\n  b: 1\n\n  # 注\n    c: 2\n"
    (above,) = only(text).related
    assert underlined(text, above.place) == "2:3 b: 1"
