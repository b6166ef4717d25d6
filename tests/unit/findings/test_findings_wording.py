"""Findings in words."""

from __future__ import annotations

import pytest

from xuequ.findings.catalogue import Entry, Text, finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Level, Place
from xuequ.findings.wording import LONGEST, Unworded, label_words, worded

HERE = Place(file="scheme.yaml")
ENTRY = Entry(
    code="REF999",
    slug="made-up",
    level=Level.ERROR,
    zh=Text(
        message="找不到 `{names}`，查过 {places}",
        help="写作 `{first}`；是不是 `{nearest}`？",
        label="{names[0]}",
    ),
    en=Text(
        message="no `{names}` in {places}",
        help="write `{first}`; did you mean `{nearest}`?",
        label="{names[0]}",
    ),
)


@pytest.fixture(autouse=True)
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xuequ.findings.wording.entry", lambda code: ENTRY)


def made(**args: object) -> Finding:
    facts = {"names": ("甲", "乙"), "places": ["大学区", "县区"], "nearest": ("丙",), "first": "丁"}
    return Finding(code="REF999", level=Level.ERROR, args={**facts, **args}, primary=HERE)


def test_lists_are_joined_as_each_language_joins_them() -> None:
    assert worded(made(), "zh").message == "找不到 `甲`、`乙`，查过 大学区、县区"
    assert worded(made(), "en").message == "no `甲`, `乙` in 大学区, 县区"


def test_one_name_of_a_list_can_be_asked_for() -> None:
    assert worded(made(), "en").label == "甲"


def test_a_clause_of_the_help_that_has_nothing_to_name_is_left_out() -> None:
    assert worded(made(), "en").help == "write `丁`; did you mean `丙`?"
    assert worded(made(nearest=()), "en").help == "write `丁`"
    assert worded(made(nearest=()), "zh").help == "写作 `丁`"
    assert worded(made(first=""), "zh").help == "是不是 `丙`？"
    assert worded(made(nearest=(), first=""), "zh").help == ""


def test_a_missing_fact_is_our_own_mistake_and_says_which() -> None:
    bare = Finding(code="REF999", level=Level.ERROR, args={"names": ()}, primary=HERE)
    with pytest.raises(Unworded, match=r"REF999 has no 'places'"):
        worded(bare, "en")


def test_a_message_stays_one_line_whatever_the_drafter_wrote() -> None:
    said = worded(made(names=("甲\n乙\x1b[31m", "x" * 500)), "en").message
    assert "\n" not in said
    assert "\x1b" not in said
    assert len(said) < LONGEST + 60


def test_values_are_written_as_in_the_file() -> None:
    assert worded(made(places=[True, None, 3]), "en").message.endswith("in true, nothing, 3")
    assert worded(made(places={"b", "a"}), "zh").message.endswith("a、b")


def test_what_is_said_in_each_language_is_told_in_the_readers() -> None:
    found = made(places=Said("大学区等", "districts"), first=Said("大学区/甲", "district/甲"))
    assert worded(found, "zh").message == "找不到 `甲`、`乙`，查过 大学区等"
    assert worded(found, "en").help.startswith("write `district/甲`")


def test_a_label_has_words_in_both_languages() -> None:
    assert label_words("first", "zh") == "第一次写在这里"
    assert label_words("first", "en") == "first written here"
    with pytest.raises(Unworded, match="nowhere"):
        label_words("nowhere", "en")


def test_levels_come_from_the_catalogue() -> None:
    assert finding("YML201", HERE, encoding="GBK").level is Level.NOTE
