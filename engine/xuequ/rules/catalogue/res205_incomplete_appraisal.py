"""An appraisal without an assessor, an object or anything to be assessed against.

What it finds: an appraisal with no `assess`, no `for`, or with neither `rubric` nor `criteria`; what is missing
is one finding. Why it matters: whoever is assessed asks first by whom and against what.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal
from xuequ.rules.rule_context import RuleContext

CODE = "RES205"
MISSING = {"assess": Word("no_assessor"), "for": Word("no_object"), "rubric": Word("no_rubric")}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an appraisal."""
    for appraisal in facts.appraisals:
        missing = list(_missing(appraisal))
        if missing:
            first = missing[0] if missing[0] in appraisal.unspecified else ""
            place = facts.field(appraisal, first) if first else facts.key(appraisal)
            yield finding(CODE, place, name=appraisal.name, missing=[MISSING[field] for field in missing])


def _missing(appraisal: Appraisal) -> Iterator[str]:
    if not appraisal.assess:
        yield "assess"
    if not appraisal.for_:
        yield "for"
    if not appraisal.rubric and not appraisal.criteria:
        yield "rubric"
