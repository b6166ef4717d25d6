"""More asked for than there are: of the whole locality, or of each place that has to find as many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from xuequ.calendar.heads import heads, level_of, of_whom
from xuequ.calendar.shares import Base
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.amount.amounts import Amount
from xuequ.model.amount.quantity import ONCE
from xuequ.model.elements import Work
from xuequ.rules.amounts import spoken, stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT108"
#: Units of people; what is asked of whom the work is for, where nothing else is said.
_PEOPLE = frozenset({"名", "person", "teacher", "student", "位"})
#: So many places are named.
SHOWN = 3


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an amount; only with a roster that has the head count."""
    for work, said, _, place in stated(facts):
        amount = said
        asked = amount.count
        if asked is not None and not amount.of and asked.unit in _PEOPLE and len(work.for_) == 1:
            amount = replace(amount, of=work.for_[0].text)
        if asked is None or asked.low is None or not amount.of:
            continue
        bases = _bases(facts, work, amount)
        short = [base for base in bases if base.total is not None and base.total < asked.low]
        if short:
            of, there = spoken(facts, amount), counted(facts, short)
            yield finding(CODE, place, name=work.name, asked=asked.text, of=of, heads=there)


def _bases(facts: RuleContext, work: Work, amount: Amount) -> Sequence[Base]:
    """The heads of every place that the number is asked of."""
    plan = facts.plan
    whole = next(iter(plan.units.values())).type
    level = _level(facts, work, amount) or whole
    if level == whole:
        base = heads(plan, amount)
        return () if base is None else (base,)
    among = of_whom(plan, work, whole)
    if among is None or (base := heads(plan, amount, (level,), among)) is None:
        return ()
    has = {task.unit for task in facts.tasks.get(work.path, ())}
    schools = {school for unit in has & plan.units.keys() for school in plan.units[unit].schools}
    return [
        each
        for each in base.at(level)
        if each.level == level and (each.code in has or plan.units[each.code].schools <= schools & among)
    ]


def _level(facts: RuleContext, work: Work, amount: Amount) -> str:
    """The type of places each of which is asked for the number; empty for all together, or where nobody can tell."""
    each = [ref.text for ref in work.each] if len(work.each) == 1 else []
    if amount.hold:
        return level_of(facts.plan, amount.hold)
    if any(per.size != ONCE for per in amount.per):
        return ""
    named = [name for per in amount.per for name in (each if per.unit == "unit" else [per.unit])]
    return next((level for name in (*named, *each) if (level := level_of(facts.plan, name))), "")


def counted(facts: RuleContext, short: Sequence[Base]) -> Said:
    """How many there are, by place where the places are asked one by one."""
    units = facts.plan.units
    if short[0].code == next(iter(units)):
        return Said(*[f"{short[0].total}"] * 2)
    shown = [f"{units[base.code].name} {base.total}" for base in short[:SHOWN]]
    more = len(short) - len(shown)
    zh, en = f" 等 {len(short)} 处" if more else "", f" and {more} more places" if more else ""
    return Said(f"{'、'.join(shown)}{zh}", f"{', '.join(shown)}{en}")
