"""A share that does not say on which level it must be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.amounts import base, spoken, stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT101"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a share; with a roster it shows what each reading comes to."""
    for work, amount, _, place in stated(facts):
        if amount.share is None or amount.hold or work.each:
            continue
        heads = base(facts, amount)
        found: Mapping[str, object] = {}
        if heads is not None:
            from xuequ.calendar.shares import readings  # only a roster has heads to count

            found = readings(amount.share, heads, (heads.level, "school"))
        yield finding(
            CODE,
            place,
            name=work.name,
            share=amount.share.text,
            of=spoken(facts, amount),
            heads=heads.total if heads is not None else "",
            exact=found.get("exact", ""),
            whole=found.get(heads.level, "") if heads is not None else "",
            schools=found.get("school", ""),
        )
