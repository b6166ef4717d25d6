"""A duty that says neither how often nor by when; gathered by measure, or for the whole document."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.check.gathering import gathered
from xuequ.check.timing import OPTIONAL, in_phases, in_rows
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding

CODE = "TIM101"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for the document if most of its duties have no time, else one a measure or duty."""
    elsewhere = in_phases(facts) | in_rows(facts)
    asked = [d for d in facts.duties if d.force not in OPTIONAL and d.path not in elsewhere]
    holes = [duty for duty in asked if not duty.when]
    for found in gathered(facts, "when", holes, asked):
        names = [duty.name for duty in found.works]
        yield finding(CODE, found.place, *found.related, names=names, count=len(names), total=len(asked))
