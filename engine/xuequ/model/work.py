"""What is to be done and assessed, read from a canonical tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from xuequ.compose.index import row_steps
from xuequ.findings.finding import DocPath
from xuequ.language.fields import kind_named
from xuequ.model.elements import (
    Appraisal,
    Criterion,
    Duty,
    Into,
    Measure,
    Norm,
    Part,
    Phase,
    Ref,
    Result,
    Schedule,
)
from xuequ.model.fields import Fields, mapping
from xuequ.model.reading import (
    INHERITED,
    NOT_INHERITED,
    At,
    ElementReader,
    Inheritance,
    Values,
    handed_on,
    section,
)
from xuequ.model.scoring import read_points, read_score

#: Words that say each does its own.
SEVERALLY = re.compile("各自|分别|各按|各司其职")
#: An appraisal takes and inherits no parts.
INHERITED_BY_APPRAISALS = frozenset(INHERITED) & frozenset(kind_named("appraisal").fields)

#: Who answers for work, as fields of it.
_CARRIERS = frozenset({Part.LEAD.value, Part.RESPONSIBLE.value})


class WorkReader(ElementReader):
    """Reads measures, duties, phases, schedules and appraisals, what is inherited filled in.

    Where the scheme agrees that of several the first named leads (`first_leads`), it leads from here on, and whoever
    asks who leads hears so; each name keeps the place it is written at.
    """

    def __init__(self, fields: Fields, first_leads: bool = False) -> None:
        super().__init__(fields)
        self.first_leads = first_leads

    def measure(self, key: str, said: Values, at: At, inherited: Inheritance) -> Measure:
        """A measure with everything in it."""
        handed = handed_on(said, at, inherited)
        return self.element(
            Measure,
            key,
            said,
            at,
            inherited,
            measures=tuple(self.measure(*found, handed) for found in section(said, "measures", at)),
            duties=tuple(self.duty(*found, handed) for found in section(said, "duties", at)),
            appraisals=tuple(self.appraisal(*found, handed) for found in section(said, "appraisals", at)),
            adopted=said.get("adopted", ""),
        )

    def duty(self, key: str, said: Values, at: At, inherited: Inheritance) -> Duty:
        """One duty."""
        duty = self.element(Duty, key, said, at, self._apt(said, inherited))
        return replace(duty, parts=_led(duty)) if self.first_leads and duty.norm is Norm.DUTY else duty

    def _apt(self, said: Values, inherited: Inheritance) -> Inheritance:
        """What is handed on to a duty, of what it allows or forbids only what can be so of that.

        Who has to do the work of a measure is not who must not do what the duty forbids others; and what comes round
        or has a deadline is the work, not the ban.
        """
        force, _ = inherited.get("force", ("", ()))
        norm = {n.value: n for n in Norm}.get(said.get("force", force), Norm.DUTY)
        if norm is Norm.DUTY or not inherited:
            return inherited
        gone = set(norm.stands_for) if said.keys() & _CARRIERS else set()
        if "force" in said and "when" in inherited:
            whens = self.fields.whens(*inherited["when"])
            gone |= {"when" for when in whens if when.every or when.times or when.by or when.within}
        return {field: value for field, value in inherited.items() if field not in gone}

    def phase(
        self, key: str, said: Values, at: At, row: str = "", doubled: frozenset[str] = frozenset()
    ) -> Phase:
        """A phase, or a row of a schedule; those of its duties that are `doubled` stand under the row's own name."""
        handed = handed_on(said, at, NOT_INHERITED)
        duties = tuple(
            self.duty(
                inner, value, At((*at.path, row, inner), there.at) if inner in doubled else there, handed
            )
            for inner, value, there in section(said, "duties", at)
        )
        return self.element(Phase, key, said, at, duties=duties, row=row)

    def schedule(self, key: str, said: Values, at: At) -> Schedule:
        """A schedule with its rows, numbered from 1; it is complete unless it says that it is not."""
        rows = said.get("rows")
        return self.element(
            Schedule,
            key,
            said,
            at,
            complete=said.get("complete") is not False,
            rows=tuple(self._rows(rows if isinstance(rows, list) else [], at)),
        )

    def _rows(self, rows: list[object], at: At) -> Iterator[Phase]:
        for number, (row, (step, doubled)) in enumerate(zip(rows, row_steps(rows), strict=True)):
            if isinstance(row, dict):
                there = At(at.path, (*at.at, "rows", number))
                yield self.phase(str(number + 1), row, there, step, doubled)

    def appraisal(self, key: str, said: Values, at: At, inherited: Inheritance) -> Appraisal:
        """One appraisal; parts handed on to it are left out."""
        handed = {f: v for f, v in inherited.items() if f in INHERITED_BY_APPRAISALS}
        result = mapping(said, "result")
        return self.element(
            Appraisal,
            key,
            said,
            at,
            handed,
            criteria=self._criteria(said, at),
            result=Result(**self.values(Result, result, (*at.at, "result"))) if result else None,
            bundled={True: "yes", "cluster": "cluster"}.get(said.get("bundled", ""), ""),
            into=self._into(said.get("into"), (*at.at, "into")),
        )

    def _into(self, said: object, at: DocPath) -> Into | None:
        values: dict[str, Any] = self.values(Into, said if isinstance(said, dict) else {}, at)
        if not isinstance(said, dict):
            values["appraisal"] = self.fields.ref(said, at)
        return Into(**values) if values.get("appraisal") else None

    def _criteria(self, said: Values, at: At) -> tuple[Criterion, ...]:
        return tuple(self._criterion(*found) for found in section(said, "criteria", at))

    def _criterion(self, key: str, said: Values, at: At) -> Criterion:
        return self.element(
            Criterion,
            key,
            said,
            at,
            points=self.fields.read_or_tell(read_points, said.get("points"), (*at.at, "points")),
            criteria=self._criteria(said, at),
            score=read_score(self.fields, said.get("score"), (*at.at, "score")),
        )


def _led(duty: Duty) -> Mapping[Part, tuple[Ref, ...]]:
    """The parts of a duty of which the first named leads and the others answer with it; turns stay turns."""
    leads, rest = duty.parts.get(Part.LEAD, ()), duty.parts.get(Part.RESPONSIBLE, ())
    named = leads or rest
    if len(named) < 2 or duty.in_turn or SEVERALLY.search(duty.name):
        return duty.parts
    others: dict[str, Ref] = {}
    for ref in (*named, *rest):
        others.setdefault(ref.text, ref)
    found = {Part.LEAD: (others.pop(named[0].text),), Part.RESPONSIBLE: tuple(others.values())}
    return MappingProxyType({**found, **{part: who for part, who in duty.parts.items() if part not in found}})
