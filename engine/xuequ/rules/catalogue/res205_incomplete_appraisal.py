"""An appraisal without an assessor, an object or anything to be assessed against.

What it finds: an appraisal with no `assess`, no `for`, or with neither `rubric` nor `criteria`; what is missing
is one finding. One that another counts in may have its rubric elsewhere. Why it matters: whoever is assessed asks
first by whom and against what.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import counted_in

CODE = "RES205"
MISSING = {"assess": Word("no_assessor"), "for": Word("no_object"), "rubric": Word("no_rubric")}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an appraisal."""
    targets = [into for into in (counted_in(facts, each) for each in facts.appraisals) if into]
    for appraisal in facts.appraisals:
        missing = [field for field in _missing(appraisal) if not (field == "rubric" and appraisal in targets)]
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
