"""What is to be done and assessed, read from a canonical tree."""

from __future__ import annotations

from typing import Any

from xuequ.findings.finding import DocPath
from xuequ.language.fields import kind_named
from xuequ.model.elements import (
    Appraisal,
    Criterion,
    Duty,
    Into,
    Measure,
    Phase,
    Result,
    Schedule,
    ScoreLine,
)
from xuequ.model.fields import UNSPECIFIED, frozen, mapping
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

#: An appraisal takes and inherits no parts.
INHERITED_BY_APPRAISALS = frozenset(INHERITED) & frozenset(kind_named("appraisal").fields)


class WorkReader(ElementReader):
    """Reads measures, duties, phases, schedules and appraisals, what is inherited filled in."""

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
        return self.element(Duty, key, said, at, inherited)

    def phase(self, key: str, said: Values, at: At) -> Phase:
        """A phase, or a row of a schedule."""
        handed = handed_on(said, at, NOT_INHERITED)
        duties = tuple(self.duty(*found, handed) for found in section(said, "duties", at))
        return self.element(Phase, key, said, at, duties=duties)

    def schedule(self, key: str, said: Values, at: At) -> Schedule:
        """A schedule with its rows, numbered from 1; it is complete unless it says that it is not."""
        rows = said.get("rows")
        return self.element(
            Schedule,
            key,
            said,
            at,
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
        score = said.get("score")
        lines = score if isinstance(score, list) else [score] if score is not None else []
        return self.element(
            Criterion,
            key,
            said,
            at,
            criteria=self._criteria(said, at),
            score=tuple(
                ScoreLine(
                    fields=frozen(line if isinstance(line, dict) else {"else": line}),
                    at=(*at.at, "score", n) if isinstance(score, list) else (*at.at, "score"),
                )
                for n, line in enumerate(lines)
                if line != UNSPECIFIED
            ),
        )
