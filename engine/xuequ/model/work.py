"""What is to be done and assessed, read from a canonical tree."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from xuequ.findings.finding import DocPath
from xuequ.language.fields import kind_named
from xuequ.model.elements import (
    Appraisal,
    Criterion,
    Duty,
    Into,
    Measure,
    Part,
    Phase,
    Result,
    Schedule,
    ScoreLine,
)
from xuequ.model.fields import UNSPECIFIED, frozen, mapping, text, texts
from xuequ.model.reading import (
    INHERITED,
    NOT_INHERITED,
    At,
    ElementReader,
    Inheritance,
    Values,
    effective,
    handed_on,
    section,
    unspecified,
)

#: An appraisal takes and inherits no parts.
INHERITED_BY_APPRAISALS = frozenset(INHERITED) & frozenset(kind_named("appraisal").fields)


class WorkReader(ElementReader):
    """Reads measures, duties, phases, schedules and appraisals, what is inherited filled in."""

    def _work(self, key: str, said: Values, at: At, inherited: Inheritance) -> dict[str, Any]:
        def eff(field: str) -> tuple[Any, DocPath]:
            return effective(field, said, at, inherited)

        refs = self.fields.refs
        parts = {part: refs(*eff(part.value)) for part in Part}
        return {
            **self.element(key, said, at, inherited),
            "unspecified": unspecified(said)
            | {f for f, (v, _) in inherited.items() if f not in said and v == UNSPECIFIED},
            "parts": MappingProxyType({part: who for part, who in parts.items() if who}),
            "each": refs(*eff("each")),
            "for_": refs(*eff("for")),
            "when": self.fields.whens(*eff("when")),
            "amount": self.fields.amounts(*eff("amount")),
            "serves": refs(*eff("serves")),
            "needs": refs(*eff("needs")),
            "for_each": texts(eff("for_each")[0]),
            "how": texts(eff("how")[0]),
            "basis": refs(*eff("basis")),
            "if_": text(eff("if")[0]),
            "excepted": refs(*eff("except")),
            "where": frozen(eff("where")[0]),
            "measure": at.path[:-1],
            "origin": MappingProxyType({f: p for f, (_, p) in inherited.items() if f not in said}),
        }

    def measure(self, key: str, said: Values, at: At, inherited: Inheritance) -> Measure:
        """A measure with everything in it."""
        handed = handed_on(said, at, inherited)
        return Measure(
            **self._work(key, said, at, inherited),
            measures=tuple(self.measure(*s, handed) for s in section(said, "measures", at)),
            duties=tuple(self.duty(*s, handed) for s in section(said, "duties", at)),
            appraisals=tuple(self.appraisal(*s, handed) for s in section(said, "appraisals", at)),
            adopted=text(said.get("adopted")),
        )

    def duty(self, key: str, said: Values, at: At, inherited: Inheritance) -> Duty:
        """One duty."""
        refs = self.fields.refs
        return Duty(
            **self._work(key, said, at, inherited),
            output=refs(said.get("output"), (*at.at, "output")),
            sets_up=refs(said.get("sets_up"), (*at.at, "sets_up")),
            touches=texts(said.get("touches")),
            in_turn=text(said.get("in_turn")),
        )

    def phase(self, key: str, said: Values, at: At) -> Phase:
        """A phase, or a row of a schedule."""
        handed = handed_on(said, at, NOT_INHERITED)
        return Phase(
            **self._work(key, said, at, NOT_INHERITED),
            does=self.fields.refs(said.get("does"), (*at.at, "does")),
            duties=tuple(self.duty(*s, handed) for s in section(said, "duties", at)),
        )

    def schedule(self, key: str, said: Values, at: At) -> Schedule:
        """A schedule with its rows, numbered from 1."""
        rows = said.get("rows")
        return Schedule(
            **self.element(key, said, at),
            year=text(said.get("year")),
            school_year=text(said.get("school_year")),
            complete=said.get("complete") is not False,
            rows=tuple(
                self.phase(str(number + 1), row, At(at.path, (*at.at, "rows", number)))
                for number, row in enumerate(rows if isinstance(rows, list) else [])
                if isinstance(row, dict)
            ),
        )

    def appraisal(self, key: str, said: Values, at: At, inherited: Inheritance) -> Appraisal:
        """One appraisal; parts handed on to it are left out."""
        handed = {f: v for f, v in inherited.items() if f in INHERITED_BY_APPRAISALS}
        own = {f: v for f, v in said.items() if f not in Part._value2member_map_}
        refs, there = self.fields.refs, at.at
        into = said.get("into")
        result = mapping(said, "result")
        return Appraisal(
            **self._work(key, own, at, handed),
            assess=refs(said.get("assess"), (*there, "assess")),
            rubric=refs(said.get("rubric"), (*there, "rubric")),
            criteria=self._criteria(said, at),
            grades=texts(said.get("grades")),
            result=Result(
                counts_for=texts(result.get("counts_for")),
                strength=text(result.get("strength")),
                award=text(result.get("award")),
            )
            if result
            else None,
            bundled={True: "yes", "cluster": "cluster"}.get(said.get("bundled", ""), ""),
            into=self._into(into, (*there, "into")),
            yields_to=self.fields.ref(said.get("yields_to"), (*there, "yields_to")),
        )

    def _into(self, said: object, at: DocPath) -> Into | None:
        if isinstance(said, dict):
            target = self.fields.ref(said.get("appraisal"), (*at, "appraisal"))
            weight = self.fields.quantity(said.get("weight"), (*at, "weight"))
            return Into(appraisal=target, weight=weight) if target else None
        target = self.fields.ref(said, at)
        return Into(appraisal=target) if target else None

    def _criteria(self, said: Values, at: At) -> tuple[Criterion, ...]:
        return tuple(self._criterion(*s) for s in section(said, "criteria", at))

    def _criterion(self, key: str, said: Values, at: At) -> Criterion:
        score = said.get("score")
        lines = score if isinstance(score, list) else [score] if score is not None else []
        return Criterion(
            **self.element(key, said, at),
            points=self.fields.quantity(said.get("points"), (*at.at, "points")),
            criteria=self._criteria(said, at),
            score=tuple(
                ScoreLine(
                    fields=frozen(line if isinstance(line, dict) else {"else": line}),
                    at=(*at.at, "score", n) if isinstance(score, list) else (*at.at, "score"),
                )
                for n, line in enumerate(lines)
                if line != UNSPECIFIED
            ),
            value=text(said.get("value")),
            evidence=texts(said.get("evidence")),
            where=frozen(said.get("where")),
            per=text(said.get("per")),
            against=texts(said.get("against")),
            veto=said.get("veto") is True,
        )
