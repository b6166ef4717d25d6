"""What a text needs before it can be issued and somebody marked as open: issuer, date, number, receivers."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.rules.rule_context import RuleContext

CODE = "DOC102"
NEEDED = ("issued_by", "date", "number", "to", "effective", "expires")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding that lists what is open; an issue that says nothing of it is a draft and left alone."""
    issue = facts.scheme.issue
    left = [field for field in NEEDED if field in issue.unspecified]
    if left:
        first, *others = (facts.place((*issue.at, field)) for field in left)
        related = (Related(place=place, label="open_too") for place in others)
        yield finding(CODE, first, *related, names=[Word(f"issue_{field}") for field in left])
