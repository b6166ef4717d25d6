"""Runs the rule pages: their examples say on which line their rule is expected.

A line of an example that ends in `# RES201` must be reported with that code, and no line without one. A comment
`# setting NAME: VALUE` in an example sets an option of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

import schemes
from xuequ.findings.finding import Finding
from xuequ.rules import Settings, run
from xuequ.rules.manual import HEADINGS, Example, codes, page
from xuequ.rules.registry import rules
from xuequ.source.locate import locate

EXPECTED = re.compile(r"#\s*((?:[A-Z]{3}\d{3}[ ,]*)+)$")
SETTING = re.compile(r"^# setting (?P<name>\w+): (?P<value>\S+)$", re.M)
PAGES = tuple(page(code) for code in codes())
RULES = {rule.code: rule for rule in rules()}


class Case(NamedTuple):
    """One example of one page."""

    code: str
    example: Example


ALL = [Case(each.code, example) for each in PAGES for example in each.examples]


def wanted(text: str) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for number, line in enumerate(text.splitlines(), 1):
        match = EXPECTED.search(line)
        if match:
            found |= {(number, code) for code in re.findall(r"[A-Z]{3}\d{3}", match[1])}
    return found


def settings(case: Case) -> Settings:
    said = {m["name"]: m["value"] for m in SETTING.finditer(case.example.scheme)}
    options = {name: int(value) if value.isdigit() else value for name, value in said.items()}
    return Settings(options={case.code: options})


def reported(case: Case) -> Iterator[tuple[str, int, Finding]]:
    """What the page's own rule finds, and what is wrong before any rule runs."""
    roster = re.sub(r"\s*# [A-Z]{3}\d{3}$", "", case.example.roster, flags=re.M)
    plan = schemes.plan(case.example.scheme, roster=roster or None)
    document = plan.composed.documents["scheme.yaml"]
    whole = case.example.scheme.startswith("xuequ")
    offset = 0 if whole else schemes.HEAD.count("\n")
    own = run(plan, (RULES[case.code],), settings(case))
    for finding in (*plan.composed.findings, *plan.findings, *own):
        if finding.primary.file == "roster.csv":
            assert isinstance(finding.primary.path[0], int)
            yield "roster", finding.primary.path[0], finding
        else:
            yield "scheme", locate(document, finding.primary).start.line - offset, finding


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.example.title['en']}")
def test_each_line_is_reported_as_its_page_says(case: Case) -> None:
    found = list(reported(case))
    expected = {("scheme", *w) for w in wanted(case.example.scheme)}
    expected |= {("roster", *w) for w in wanted(case.example.roster)}
    assert {(where, line, f.code) for where, line, f in found} == expected


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.example.title['en']}")
def test_a_bad_example_expects_the_rule_of_its_page_and_a_good_one_nothing(case: Case) -> None:
    expected = {code for _, code in wanted(case.example.scheme) | wanted(case.example.roster)}
    if case.example.bad:
        assert case.code in expected
    else:
        assert not expected


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_a_page_with_every_heading_and_a_bad_and_a_good_example(code: str) -> None:
    held = page(code)
    assert held.code == code
    for language, headings in HEADINGS.items():
        assert tuple(held.sections[language]) == headings
        assert all(held.sections[language].values())
    assert {example.bad for example in held.examples} == {True, False}


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_settings_of_a_page_are_those_of_its_rule(code: str) -> None:
    for language, headings in HEADINGS.items():
        text = page(code).sections[language][headings[-1]]
        named = set(re.findall(r"^- `(\w+)`", text, re.M))
        assert named == set(RULES[code].options), text
        assert bool(named) or text in ("无", "none")


def test_every_page_belongs_to_a_rule() -> None:
    assert set(codes()) == set(RULES)


def test_every_code_belongs_to_one_rule_and_names_its_module() -> None:
    found = [rule.code for rule in rules()]
    assert len(found) == len(set(found))
    for rule in rules():
        assert rule.check.__module__.rpartition(".")[2].startswith(rule.code.lower() + "_")
