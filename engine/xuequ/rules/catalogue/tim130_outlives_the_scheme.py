"""A term or a stay that is longer than the scheme holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.elements import Duty, Element
from xuequ.rules.rule_context import RuleContext

CODE = "TIM130"
#: How many months a unit has.
_MONTHS = {"month": 1, "semester": 6, "school_year": 12, "学年": 12, "学期": 6, "year": 12}
#: What a programme of several years is called.
_PROGRAMME = re.compile(r"(?P<length>[一二三四五六七八九十\d]+年)(?=行动|规划|计划|提升|攻坚|实施)")
_STAY = re.compile(
    "(?:期限|任期|聘期|服务期|交流期|支教|轮岗|挂职|聘任)(?!.{0,8}(?:教龄|以来|之前)).{0,6}?(?P<length>[一二两三四五六七八九十\\d]+个?(?:学年|年))(?![级度内前])"
)
#: A note that says what follows.
_SETTLED = re.compile("届满|期满|到期|失效|续任|衔接")
#: What is said in words is told as how long something lasts.
_WORDED = {"name": "lasts", "how": "lasts"}
_MONTH, _YEAR = 30.4375, 13
TRIAL = re.compile("试行|试点|暂行")


class _Length(NamedTuple):
    """How many months a scheme holds, how it says so, and where."""

    months: float
    text: str
    at: DocPath


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post or duty."""
    whole = _length(facts)
    if whole is None:
        return
    # The plan of one year does not create the posts it speaks of, a trial does.
    posts = whole.months > _YEAR or bool(TRIAL.search(facts.scheme.name))
    for element, said, field in _lengths(facts):
        if field == "term" and not posts:
            continue
        months = _MONTHS.get(said.unit, 0) * (said.low or 0)
        if months > whole.months + 1 and not _SETTLED.search(element.note):
            related = Related(place=facts.place(whole.at), label="in_force")
            place = facts.key(element) if field == "name" else facts.place((*element.at, field))
            yield finding(
                CODE,
                place,
                related,
                name=element.name,
                what=Word(f"of_{_WORDED.get(field, field)}"),
                text=said.text,
                length=whole.text,
            )


def _length(facts: RuleContext) -> _Length | None:
    """By the days of the issue, else by the name of a programme."""
    issue = facts.scheme.issue
    try:
        first, last = (date.fromisoformat(day) for day in (issue.effective or issue.date, issue.expires))
    except ValueError:
        named = _PROGRAMME.search(facts.scheme.name)
        read = read_quantity(named["length"]) if named and not issue.expires else None
        months = _MONTHS.get(read.unit, 0) * (read.low or 0) if isinstance(read, Quantity) else 0
        return _Length(float(months), named["length"], ("name",)) if named and months else None
    if last < first:
        return None
    text = f"{first} — {last}"
    return _Length(((last - first).days + 1) / _MONTH, text, (*issue.at, "expires"))


def _lengths(facts: RuleContext) -> Iterator[tuple[Element, Quantity, str]]:
    """Every term, and how long duties last or people stay, with its field."""
    for post in facts.scheme.posts:
        if post.term is not None:
            yield post, post.term, "term"
    for duty in facts.duties:
        if duty.lasts is not None:
            yield duty, duty.lasts, "lasts"
        for amount in duty.amount:
            if amount.quantity is not None and not amount.trend:
                yield duty, amount.quantity, "amount"
        yield from _in_words(duty)


def _in_words(duty: Duty) -> Iterator[tuple[Element, Quantity, str]]:
    """How long people stay, as the name or the way of a duty says it: 交流期限不少于四年."""
    for field, text in (("name", duty.name), *(("how", how) for how in duty.how)):
        found = _STAY.search(text)
        read = read_quantity(found["length"]) if found else None
        if isinstance(read, Quantity):
            yield duty, read, field
