"""A group or post that takes more people than there are, of the locality or of a place that has to find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xuequ.calendar.heads import heads, level_of
from xuequ.calendar.shares import Base
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Group, Post
from xuequ.rules.catalogue.amt108_more_than_there_are import counted
from xuequ.rules.rule_context import RuleContext

CODE = "AMT126"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a group or post; only with a roster that has the head count of whom it is drawn from."""
    bodies: tuple[Group | Post, ...] = (*facts.scheme.groups, *facts.scheme.posts)
    for body in bodies:
        size = body.count
        if size is None or size.low is None or size.low <= 1 or size.share:
            continue
        for name, places in _drawn_from(facts, body):
            short = [base for base in places if base.total is not None and base.total < size.low]
            if short:
                there = counted(facts, short)
                place = facts.place((*body.at, "count"))
                yield finding(CODE, place, name=body.name, asked=size.text, of=name, heads=there)
                break


def _drawn_from(facts: RuleContext, body: Group | Post) -> Iterator[tuple[str, Sequence[Base]]]:
    """Whom it is drawn from, as written, with their heads in each place that has such a group or post."""
    whole = next(iter(facts.plan.units.values())).type
    named = body.each[0].text if len(body.each) == 1 else body.home[0] if body.home else ""
    level = level_of(facts.plan, named) if named else whole
    if not level or len(body.each) > 1 or body.for_each or (isinstance(body, Post) and body.per is not None):
        return
    own = [body.name] if isinstance(body, Group) else []
    refs = body.of if isinstance(body, Group) else body.held_by
    for name in (*own, *(ref.text for ref in (refs if len(refs) == 1 else ()))):
        base = heads(facts.plan, Amount(of=name), () if level == whole else (level,))
        if base is not None:
            yield name, [each for each in base.at(level) if each.level == level] if level != whole else [base]
