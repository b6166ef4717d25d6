"""Levels and options: what a reader asked for is what rules and findings get."""

from __future__ import annotations

import schemes
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Level, Place
from xuequ.rules import Rule, Settings, run
from xuequ.rules.rule_context import RuleContext

SCHEME = "organs: {教育局: }\nduties: {汇总: {lead: 教育局}}\n"


def one(facts: RuleContext) -> list[Finding]:
    return [
        finding("TIM113", Place(file="a"), name="甲", month=9, count=3, most=facts.setting("TIM113", "most"))
    ]


RULE = Rule("TIM113", lambda facts: iter(one(facts)), {"most": 8})


def test_a_rule_gets_its_defaults() -> None:
    (found,) = run(schemes.plan(SCHEME), (RULE,))
    assert found.args["most"] == 8
    assert found.level is Level.NOTE


def test_a_rule_gets_what_was_set() -> None:
    (found,) = run(schemes.plan(SCHEME), (RULE,), Settings(options={"TIM113": {"most": 2}}))
    assert found.args["most"] == 2


def test_a_level_of_its_own_goes_before_that_of_the_family() -> None:
    settings = Settings(levels={"TIM": None, "TIM113": Level.ERROR})
    (found,) = run(schemes.plan(SCHEME), (RULE,), settings)
    assert found.level is Level.ERROR


def test_a_rule_that_is_off_does_not_run() -> None:
    def fails(facts: RuleContext) -> list[Finding]:
        raise AssertionError

    rule = Rule("TIM113", lambda facts: iter(fails(facts)))
    assert run(schemes.plan(SCHEME), (rule,), Settings(levels={"TIM": None})) == ()


def test_findings_of_any_stage_can_be_graded() -> None:
    read = finding("AMT002", Place(file="a"), text="3..1")
    assert Settings(levels={"AMT": None}).graded([read]) == ()
    (graded,) = Settings(levels={"AMT002": Level.NOTE}).graded([read])
    assert graded.level is Level.NOTE
    assert Settings().graded([read]) == (read,)


def test_a_rule_that_raises_is_told_by_name_and_the_others_still_run() -> None:
    def raises(facts: RuleContext) -> list[Finding]:
        raise LookupError("nothing")

    rules = (Rule("GOA102", lambda facts: iter(raises(facts))), RULE)
    broken, found = run(schemes.plan(SCHEME), rules)
    assert broken.code == "INT001"
    assert broken.args["name"] == "GOA102"
    assert found.code == "TIM113"
