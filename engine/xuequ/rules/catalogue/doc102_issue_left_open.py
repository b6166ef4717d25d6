"""What a text needs before it can be issued and somebody marked as open: issuer, date, number, receivers."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Issue, Source
from xuequ.rules.rule_context import RuleContext

CODE = "DOC102"
NEEDED = ("issued_by", "date", "number", "to", "effective", "expires")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding that lists what is open, of the text's own entry among the sources as well.

    An issue that says nothing of it is a draft and left alone.
    """
    issue = facts.scheme.issue
    own = [source for source in facts.own_sources if issue.source in source.labels]
    entries: tuple[Issue | Source, ...] = (issue, *own)
    places = [(field, (*e.at, field)) for e in entries for field in NEEDED if field in e.unspecified]
    if issue.unspecified.intersection(NEEDED):
        first, *others = (facts.place(at) for _, at in places)
        related = (Related(place=place, label="open_too") for place in others)
        yield finding(CODE, first, *related, names=[Word(f"issue_{field}") for field in dict(places)])
