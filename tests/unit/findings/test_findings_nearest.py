"""Nearest names."""

from __future__ import annotations

from xuequ.findings.nearest import MOST, nearest, parted


def test_chinese_names_are_near_by_the_characters_they_share() -> None:
    assert nearest("督导办", ["教研室", "督导室", "学区长"]) == ("督导室",)
    assert nearest("学区主任", ["学区长", "教研员", "责任督学"]) == ("学区长",)
    assert nearest("教体局", ["县区教体局", "督导室"]) == ("县区教体局",)


def test_english_names_are_near_by_letters_and_their_order() -> None:
    assert nearest("lead_scool", ["lead_school", "member_school"]) == ("lead_school",)
    assert nearest("supprot", ["support", "report", "oversee"])[0] == "support"
    assert nearest("tac", ["cat_alogue"]) == ()


def test_two_names_written_as_one_word_are_parted_at_the_longest_first() -> None:
    assert parted("成员学校校长", ["成员学校", "成员", "校长", "学校校长"]) == ("成员学校/校长",)
    assert parted("成员学校校长", ["成员学校", "教师"]) == ()


def test_what_is_far_is_not_named() -> None:
    assert nearest("财务", ["督导室", "教研室"]) == ()
    assert nearest("", ["督导室"]) == ()
    assert nearest("督导室", []) == ()


def test_a_name_is_not_near_itself() -> None:
    assert nearest("督导室", ["督导室"]) == ()


def test_there_are_never_more_than_help_can_hold() -> None:
    assert len(nearest("第一组", [f"第{n}组" for n in "二三四五六七"])) == MOST


def test_the_order_of_candidates_changes_nothing() -> None:
    names = ["督导室", "督导组", "督学组", "督导办公室"]
    assert nearest("督导办", names) == nearest("督导办", reversed(names))
