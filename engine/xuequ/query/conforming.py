"""What a comparison with the superior scheme finds wrong, each with both places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import DocPath, Finding, Level, Place, Related
from xuequ.findings.nearest import nearest
from xuequ.model.elements import GONE, Source
from xuequ.query.conformance import Conformance, Row, State, Way
from xuequ.query.gaps import Aspect, Gap, Grade
from xuequ.query.inventory import Inventory
from xuequ.query.values import Turn
from xuequ.resolution.plan import Plan

_CODES = {Grade.WEAKER: "CON202", Grade.CONTRARY: "CON203", Grade.UNTOLD: "CON207"}
#: On which side of the superior's value the subordinate's is, and how it comes back.
_SIDES = {
    Turn.LESS: "con_under",
    Turn.MORE: "con_over",
    Turn.SLOWER: "con_slower",
    Turn.FASTER: "con_faster",
    Turn.WEAKER: "con_weaker",
}
_WANTED = {
    Turn.LESS: "con_no_less",
    Turn.MORE: "con_no_more",
    Turn.SLOWER: "con_no_slower",
    Turn.FASTER: "con_no_faster",
    Turn.WEAKER: "con_no_weaker",
}


def findings(found: Conformance) -> tuple[Finding, ...]:
    """All findings of a comparison, in the order of its rows."""
    return tuple(_Findings(found))


class _Findings:
    def __init__(self, found: Conformance) -> None:
        self.found = found
        self.here, self.above = Inventory(found.lower), Inventory(found.upper)

    def __iter__(self) -> Iterator[Finding]:
        yield from self._validity()
        if not self.found.asked:
            yield finding("CON212", self._top("locality"), level=self.found.lower.scheme.locality.level)
        for row in self.found.rows:
            yield from self._of_row(row)
        for path in self.found.strangers:
            place = self.here.place(("answers", path), key=True)
            yield finding("CON206", place, path=path, nearest=nearest(path, self.above.labels()))

    def _of_row(self, row: Row) -> Iterator[Finding]:
        if row.mandate is not None and row.thing is None:
            place = self.above.place(row.at)
            yield finding("CON213", place, name=row.text, nearest=nearest(row.text, self.above.labels()))
        if row.state is State.MISSING:
            yield self._missing(row)
        for gap in row.gaps:
            yield self._gap(row, gap)

    def _missing(self, row: Row) -> Finding:
        superior = Related(place=self.above.place(row.at), label="superior")
        if row.answer_at and row.way is Way.ANSWER:
            return self._unanswered(row, superior)
        if row.mandate is None:
            return finding("CON211", self._adoption(row), superior, name=row.name)
        return finding("CON201", self._top("name"), superior, name=row.name, path=row.text)

    def _unanswered(self, row: Row, superior: Related) -> Finding:
        place = self.here.place(row.answer_at)
        said = self.found.lower.scheme.answers.get(str(row.answer_at[-1]))
        if isinstance(said, dict):
            return finding("CON204", self.here.place(row.answer_at, key=True), superior, name=row.name)
        refs = said if isinstance(said, list) else [said]
        first = str(refs[0]) if refs else ""
        near = nearest(first, self.here.labels())
        return finding("CON205", place, superior, name=row.name, answers=first, nearest=near)

    def _gap(self, row: Row, gap: Gap) -> Finding:
        superior = Related(place=self.above.place(gap.upper_at), label="superior")
        found = finding(
            _CODES[gap.grade],
            self.here.place(gap.lower_at),
            superior,
            name=row.met_by.name if row.met_by else row.name,
            field=gap.label,
            turn=Word(f"turn_{gap.turn}"),
            upper=gap.upper,
            lower=gap.lower,
            side=Word(_SIDES.get(gap.turn, "con_other")),
            wanted=gap.upper if gap.aspect is Aspect.SIZE else Word(_WANTED.get(gap.turn, "con_as_there")),
        )
        soft = gap.soft and found.level is Level.ERROR
        return replace(found, level=Level.WARNING) if soft else found

    def _adoption(self, row: Row) -> Place:
        """Where the policy a dropped constraint came with is adopted."""
        born = row.thing.born[0] if row.thing else ""
        for adopted in self.found.lower.composed.adopted:
            if f"policy:{adopted.policy}" == born:
                return Place(file=adopted.place.file, path=adopted.place.path, on="key")
        return self._top("name")

    def _top(self, field: str) -> Place:
        return self.here.place((field,))

    # whether the superior is in force ------------------------------------------------------------------

    def _validity(self) -> Iterator[Finding]:
        upper, lower = self.found.upper.scheme, self.found.lower.scheme
        expires, from_ = upper.issue.expires, lower.issue.effective or lower.issue.date
        at: DocPath = ("issue", "effective" if lower.issue.effective else "date")
        superior = Related(place=self.above.place(("issue", "expires")), label="superior")
        if expires and from_ and from_ > expires:
            yield finding(
                "CON208",
                self.here.place(at),
                superior,
                name=title(self.found.upper),
                expires=expires,
                from_=from_,
            )
        elif expires and lower.issue.expires > expires:
            until, place = lower.issue.expires, self.here.place(("issue", "expires"))
            yield finding(
                "CON209", place, superior, name=title(self.found.upper), expires=expires, until=until
            )
        for source in lower.sources:
            if source.role in GONE and _is(source, self.found.upper):
                place = self.here.place((*source.at, "as"))
                yield finding("CON210", place, name=source.name, standing=Word(source.role))


def title(plan: Plan) -> str:
    """What a scheme goes out as: the name of its own document, else its own."""
    own = _own(plan)
    return own.name if own else plan.scheme.name


def _own(plan: Plan) -> Source | None:
    key = plan.scheme.issue.source
    return next((source for source in plan.scheme.sources if source.key == key), None)


def _is(source: Source, upper: Plan) -> bool:
    """Whether a source is the superior's document: by its number where both have one, else by name."""
    own = _own(upper)
    numbers = source.number, own.number if own else upper.scheme.issue.number
    if all(numbers):
        return numbers[0] == numbers[1]
    names = {upper.scheme.name, *((own.name, *own.aliases) if own else ())}
    return bool(names & {source.name, *source.aliases})
