"""The breach of a clause from which nothing in the scheme follows."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.findings.nearest import nearest
from xuequ.rules.rule_context import RuleContext

CODE = "SRC108"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty and clause, where the scheme says clauses of that source at all."""
    answering = [duty for duty in facts.duties if duty.breach]
    if not answering:
        return
    # Few schemes have sanctions, and only they need what reads clauses.
    from xuequ.query.clauses import lies_in
    from xuequ.query.coverage import citing
    from xuequ.query.inventory import Inventory

    cited = [clause for thing in citing(Inventory(facts.plan)) for clause in thing.element.clause]
    for duty in answering:
        for clause in duty.breach:
            keys = {each.key for each in cited if each.source == clause.source}
            known = any(
                key == clause.key or lies_in(key, clause.key) or lies_in(clause.key, key) for key in keys
            )
            if keys and not known:
                near = nearest(clause.key, keys)
                yield finding(
                    CODE, facts.field(duty, "breach"), name=duty.name, clause=clause.number, nearest=near
                )
