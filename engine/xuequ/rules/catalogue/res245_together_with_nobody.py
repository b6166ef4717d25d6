"""Work that is to be done together, and one party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Norm, Part
from xuequ.rules.rule_context import RuleContext

CODE = "RES245"
TOGETHER = re.compile(
    "共同(?=研究|制定|制订|组织|开展|商|推进|承担|做好|完成|管理|实施|负责|编写|举办)|联合(?=制定|制订|印发|发文|督查|检查|执法|举办|开展(?:督查|检查))"
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty whose name says so and which names one party at most, that is one by its nature."""
    for duty in facts.duties:
        if duty.norm is not Norm.DUTY or not TOGETHER.search(duty.name) or duty.for_:
            continue
        doing = [
            ref for part in (Part.LEAD, Part.RESPONSIBLE, Part.SUPPORT) for ref in duty.parts.get(part, ())
        ]
        if (
            len(doing) == 1
            and not facts.many(duty, doing[0])
            and not _is_group(facts, duty.path, doing[0].at)
        ):
            yield finding(CODE, facts.key(duty), name=duty.name, lead=facts.written(duty, doing))


def _is_group(facts: RuleContext, path: tuple[str, ...], at: tuple[str | int, ...]) -> bool:
    """Whether a name is that of a group or cluster, which is several."""
    binding = facts.plan.bindings.get((path, at))
    element = facts.declared.get(binding.actor) if binding else None
    return element is None or any(element is each for each in (*facts.scheme.groups, *facts.scheme.clusters))
