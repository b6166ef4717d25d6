"""Evidence that no duty yields and no source is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Related
from xuequ.model.elements import Appraisal
from xuequ.model.scoring import every
from xuequ.rules.catalogue.ref125_evidence_like_a_name import slips
from xuequ.rules.rule_context import RuleContext

CODE = "GOA110"
#: What somebody has to draw up for the purpose; what every school has (教案, 照片) is there anyway.
DRAWN_UP = re.compile(
    "(?:报告|台账|通报|公报|简报|名册|清单|统计表|报表|数据库|(?:监测|检测|测评|调查|评估|统计|抽测)(?:结果|数据)?)$"
)
_APART = re.compile("[、，,；;]|以及|和(?=.{2})|及(?=.{2})")
_SIGNS = re.compile(r"[“”\"《》〈〉\s]|^(?:查看|查阅|核查|调阅|依据|根据|以)")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an appraisal."""
    known: frozenset[str] | None = None
    for appraisal in facts.appraisals:
        asked = list(_evidence(facts, appraisal))
        if asked and known is None:
            known = _known(facts)
        missing = [
            (name, place)
            for name, place in asked
            # What is nearly called like one of them is told as a slip.
            if known is not None and not _is_known(name, known) and not slips(name, known)
        ]
        if missing:
            (_, first), *others = missing
            names = list(dict.fromkeys(name for name, _ in missing))
            related = (Related(place=place, label="open_too") for _, place in others)
            yield finding(CODE, first, *related, appraisal=appraisal.name, names=names)


def _evidence(facts: RuleContext, appraisal: Appraisal) -> Iterator[tuple[str, Place]]:
    """Everything somebody has to draw up that the criteria ask for, with its place."""
    for criterion in every(appraisal.criteria):
        for text in criterion.evidence:
            for part in _APART.split(text):
                name = _SIGNS.sub("", part)
                if DRAWN_UP.search(name):
                    yield name, facts.place((*criterion.at, "evidence"))


def _known(facts: RuleContext) -> frozenset[str]:
    """What duties yield, and what sources, duties and appraisals are called."""
    outputs = {output.text for duty in facts.duties for output in duty.output}
    elements = (*facts.scheme.sources, *facts.duties, *facts.appraisals)
    return frozenset(_SIGNS.sub("", each) for each in outputs.union(*(e.labels for e in elements)))


def _is_known(name: str, known: frozenset[str]) -> bool:
    """Whether it is one of them, said in full or in part: 学区工作报告 for 工作报告."""
    return any(name in each or (len(each) > 1 and each in name) for each in known)
