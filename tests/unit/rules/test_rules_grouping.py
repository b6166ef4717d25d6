"""Holes are told where one edit mends them, and once."""

from __future__ import annotations

import schemes
from xuequ.model.elements import Duty
from xuequ.rules.grouping import gathered, together
from xuequ.rules.rule_context import RuleContext


def holes(text: str) -> tuple[RuleContext, list[Duty], list[Duty]]:
    facts = RuleContext(schemes.plan(text))
    return facts, [duty for duty in facts.duties if not duty.when], list(facts.duties)


def told(text: str) -> list[tuple[str, int]]:
    facts, open_, every = holes(text)
    return [(str(found.place.path[-1]), len(found.works)) for found in gathered(facts, "when", open_, every)]


def test_a_single_hole_stands_at_its_own_key() -> None:
    assert told("duties: {甲: {when: 每月}, 乙: }") == [("乙", 1)]


def test_a_hole_that_somebody_marked_stands_at_its_value() -> None:
    assert told("duties: {甲: {when: 每月}, 乙: {when: unspecified}}") == [("when", 1)]


def test_the_outermost_measure_without_any_is_told_once() -> None:
    inner = "measures: {外: {measures: {内: {duties: [甲, 乙]}, 另: {duties: [丙]}}}}\n"
    rest = "duties: {丁: {when: 每月}, 戊: {when: 每月}, 己: {when: 每月}}"
    assert told(inner + rest) == [("外", 3)]


def test_a_measure_with_one_sound_duty_is_told_duty_by_duty() -> None:
    text = "measures: {外: {duties: {甲: , 乙: , 丙: {when: 每月}, 丁: {when: 每月}}}}"
    assert told(text) == [("甲", 1), ("乙", 1)]


def test_what_most_of_a_scheme_lacks_is_one_finding_that_lists_where() -> None:
    text = "measures: {外: {duties: [甲, 乙, 丙, 丁]}, 另: {duties: {戊: , 己: {when: 每月}}}}"
    facts, open_, every = holes(text)
    (found,) = gathered(facts, "when", open_, every)
    assert found.document
    assert found.place.path == ("measures",)
    assert [each.name for each in found.sharers] == ["甲", "乙", "丙", "丁", "戊"]


def test_one_value_that_several_inherit_is_one_place() -> None:
    facts, _, every = holes(
        "measures: {外: {when: 定期, duties: [甲, 乙]}, 另: {duties: {丙: {when: 及时}}}}"
    )
    (found,) = together(facts, "when", every)
    assert found.place.path[-2:] == ("外", "when")
    assert {each.at.path[-2] for each in found.sharers} == {"外", "丙"}
    assert len(found.works) == 3


def test_nothing_gathered_is_nothing_told() -> None:
    assert not list(together(RuleContext(schemes.plan("duties: {甲: {when: 每月}}")), "when", []))
