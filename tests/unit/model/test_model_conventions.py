"""Conventions of a scheme: who of several leads."""

from __future__ import annotations

import schemes
from xuequ.model.elements import Duty, Part
from xuequ.views.context import context
from xuequ.views.tasks import view

SCHEME = """\
organs: {a: 甲科, b: 乙科, c: 丙科}
CONVENTIONS
measures:
  m:
    name: 某项
    responsible: [c, a]
    duties:
      d: {name: 合办, lead: [b, a], support: c}
      e: {name: 共管}
      t: {name: 轮值, lead: [a, b], in_turn: lead}
      s: {name: 各自报送, lead: [a, b]}
      f: {name: 不得收费, force: must_not, lead: [a, b]}
"""
FIRST = "conventions: {joint: first_leads}"


def parts(duty: Duty) -> dict[str, list[str]]:
    return {part.value: [ref.text for ref in refs] for part, refs in duty.parts.items() if refs}


def found(conventions: str) -> dict[str, Duty]:
    scheme = schemes.plan(SCHEME.replace("CONVENTIONS", conventions)).scheme
    return {duty.key: duty for duty in scheme.measures[0].duties}


def test_the_first_named_leads_where_the_scheme_agrees_on_it() -> None:
    duties = found(FIRST)
    assert parts(duties["d"]) == {"lead": ["b"], "responsible": ["a", "c"], "support": ["c"]}
    assert parts(duties["e"]) == {"lead": ["c"], "responsible": ["a"]}
    assert duties["e"].parts[Part.LEAD][0].at == ("measures", "m", "responsible", 0)


def test_turns_what_each_does_by_itself_and_prohibitions_are_left_as_written() -> None:
    with_it, without = found(FIRST), found("")
    for key in ("t", "s", "f"):
        assert parts(with_it[key]) == parts(without[key])


def test_documents_hear_the_convention() -> None:
    rows = view(context(schemes.plan(SCHEME.replace("CONVENTIONS", FIRST)))).rows
    by_name = {row[2]: row[3:5] for row in rows}
    assert by_name["共管"] == ("丙科", "甲科")
