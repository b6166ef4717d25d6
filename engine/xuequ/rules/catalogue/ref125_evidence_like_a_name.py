"""Evidence called nearly as something the scheme produces, does or rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.findings.nearest import is_one_other, is_slip
from xuequ.model.scoring import every
from xuequ.rules.rule_context import RuleContext

CODE = "REF125"
#: What evidence may be called after.
KINDS = ("output", "duty", "source")
#: Characters that tell one thing of a series from the next: 一季度报表, 二季度报表.
_COUNTING = frozenset("0123456789一二三四五六七八九十甲乙丙丁上中下前后")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each piece of evidence that is no declared name, and one character from one."""
    labels = frozenset(facts.plan.declarations.labels(KINDS))
    for appraisal in facts.appraisals:
        for criterion in every(appraisal.criteria):
            for text in criterion.evidence:
                if text not in labels and (near := slips(text, labels)):
                    yield finding(CODE, facts.field(criterion, "evidence"), name=text, nearest=near)


def slips(text: str, labels: Iterable[str]) -> tuple[str, ...]:
    """The names that a text is but for one character, which is none of those that count."""
    alike = (label for label in labels if label[:1] == text[:1] and abs(len(label) - len(text)) <= 1)
    near = (label for label in alike if is_slip(text, (label,)) or is_one_other(text, label))
    return tuple(sorted(label for label in near if not _counts(text, label)))


def _counts(one: str, other: str) -> bool:
    differing = {*one} ^ {*other}
    return bool(differing & _COUNTING)
