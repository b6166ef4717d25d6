"""Runs the rule pages: Markdown files whose YAML blocks say on which line which code is expected.

A line that ends in `# RES201` must be reported with that code, and no line without one. Blocks under a heading
that begins with "Bad" must have an expectation, those under "Good" none. A CSV block after a YAML block is
its roster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import schemes

from xuequ.check import rules, run
from xuequ.findings.finding import Finding
from xuequ.source.locate import locate

PAGES = sorted(Path(__file__).parent.glob("*.md"))
BLOCK = re.compile(r"^## (?P<title>.+?)$|^```(?P<kind>yaml|csv)\n(?P<text>.*?)^```$", re.M | re.S)
EXPECTED = re.compile(r"#\s*((?:[A-Z]{3}\d{3}[ ,]*)+)$")


class Case(NamedTuple):
    """One YAML block with its roster."""

    page: str
    title: str
    text: str
    roster: str | None


def cases() -> Iterator[Case]:
    for page in PAGES:
        title, pending = "", None
        for found in BLOCK.finditer(page.read_text("utf-8")):
            if found["title"]:
                title = found["title"]
            elif found["kind"] == "csv" and pending is not None:
                pending = pending._replace(roster=found["text"])
            else:
                if pending is not None:
                    yield pending
                pending = Case(page.stem, title, found["text"], None)
        if pending is not None:
            yield pending


ALL = list(cases())


def wanted(text: str) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for number, line in enumerate(text.splitlines(), 1):
        match = EXPECTED.search(line)
        if match:
            found |= {(number, code) for code in re.findall(r"[A-Z]{3}\d{3}", match[1])}
    return found


def reported(case: Case) -> Iterator[tuple[str, int, Finding]]:
    plan = schemes.plan(
        case.text, roster=case.roster and re.sub(r"\s*# [A-Z]{3}\d{3}$", "", case.roster, flags=re.M)
    )
    document = plan.composed.documents["scheme.yaml"]
    offset = schemes.HEAD.count("\n")
    for finding in (*plan.composed.findings, *plan.findings, *run(plan)):
        if finding.primary.file == "roster.csv":
            assert isinstance(finding.primary.path[0], int)
            yield "roster", finding.primary.path[0], finding
        else:
            yield "scheme", locate(document, finding.primary).start.line - offset, finding


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.page}-{c.title}")
def test_each_line_is_reported_as_its_page_says(case: Case) -> None:
    found = list(reported(case))
    expected = {("scheme", *w) for w in wanted(case.text)} | {
        ("roster", *w) for w in wanted(case.roster or "")
    }
    assert {(where, line, f.code) for where, line, f in found} == expected


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.page}-{c.title}")
def test_a_bad_example_expects_the_rule_of_its_page_and_a_good_one_nothing(case: Case) -> None:
    expected = {code for _, code in wanted(case.text) | wanted(case.roster or "")}
    if case.title.startswith("Bad"):
        assert case.page in expected
    else:
        assert not expected


def test_every_rule_has_a_page_with_a_bad_and_a_good_example() -> None:
    shown = {(case.page, case.title.split(":")[0]) for case in ALL}
    assert {(rule.code, kind) for rule in rules() for kind in ("Bad", "Good")} <= shown
