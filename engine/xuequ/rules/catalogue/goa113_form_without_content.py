"""Forms of clusters to choose from that are only names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterForm
from xuequ.rules.rule_context import RuleContext

CODE = "GOA113"
#: What a name says that needs no more: 小学学区, 九年一贯制.
PLAIN = re.compile(
    "小学|初中|高中|中学|幼儿|学前|九年|十二年|一贯制|完全|城区|农村|乡镇|跨|[一二三四五\\d]\\+"
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a kind of cluster with two such forms or more."""
    for cluster in facts.scheme.clusters:
        empty = [form for form in cluster.forms if _is_empty(form)]
        if len(empty) > 1:
            related = facts.others(empty[1:], "duty")
            names = [form.name for form in empty]
            yield finding(CODE, facts.key(empty[0]), *related, kind=cluster.name, names=names)


def _is_empty(form: ClusterForm) -> bool:
    said = (
        form.note,
        form.items,
        form.members,
        form.same,
        form.link,
        form.size,
        form.states,
        form.legal,
        form.apart_from,
    )
    settled = form.overlap is not None or form.every_school is not None or form.open
    return not any(said) and not settled and not PLAIN.search(form.name)
