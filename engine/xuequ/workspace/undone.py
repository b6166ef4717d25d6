"""What is still to be done on schemes: every finding, everything marked as open (待定) or doubtful (待核)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from xuequ.compose.names import MAKING
from xuequ.findings.finding import DocPath, Finding, Place
from xuequ.findings.members import narrowed
from xuequ.findings.overview import by_cost
from xuequ.findings.report import position
from xuequ.findings.shown import Spot
from xuequ.findings.wording import Language, level_word, worded
from xuequ.language.fields import Sort, kind_named
from xuequ.language.standing import element_at, name_at
from xuequ.rules.folding import NOTED
from xuequ.rules.settling import DRAFTER, Settlers
from xuequ.source.locate import locate
from xuequ.views.undone import Undone

if TYPE_CHECKING:
    from xuequ.resolution.plan import Plan
    from xuequ.workspace.check_run import Surveyed

OPEN = "unspecified"
DOUBT = "unclear"


def undone(surveyed: Surveyed, lang: Language) -> tuple[Undone, ...]:
    """Everything once: what a finding stands at is not said again as open.

    What several elements share has a line each, unless it stands at the one value that mends them all.
    """
    return tuple(dict.fromkeys(_Lists(surveyed, lang).all()))


class _Lists:
    def __init__(self, surveyed: Surveyed, lang: Language) -> None:
        self._surveyed = surveyed
        self._lang = lang
        self._settlers = [Settlers(plan) for plan in surveyed.plans]
        self._seen: set[Place] = set()

    def all(self) -> Iterator[Undone]:
        """Findings by what they cost, then what is open, then what is doubtful."""
        for one in by_cost(self._surveyed.shown):
            if one.finding.code != NOTED:
                yield from self._of_finding(one.finding)
        for plan in self._surveyed.plans:
            yield from self._of_marks(plan, OPEN)
        for plan in self._surveyed.plans:
            yield from self._of_marks(plan, DOUBT)

    def _of_finding(self, found: Finding) -> Iterator[Undone]:
        inherited = found.primary.on == "value" and found.primary not in [each.at for each in found.members]
        members = () if inherited else found.members
        for part in [narrowed(found, [each]) for each in members] or [found]:
            beside = [each.place for each in part.related if each.label == "open_too"]
            place = part.members[0].at if members else part.primary
            self._seen.update((place, *beside))
            said = worded(part, self._lang)
            kind = f"{level_word(part.level, self._lang)} {part.code}"
            yield self._line((place, *beside), kind, said.message, said.help)

    def _of_marks(self, plan: Plan, mark: str) -> Iterator[Undone]:
        tree, origins = plan.composed.tree, plan.composed.origins
        for at, value in _marked(tree, (), mark):
            place = origins.place(at)
            if place not in self._seen:
                self._seen.add(place)
                element = element_at(at)
                name, field = name_at(tree, element.path), self._called(element.kind, at[len(element.path) :])
                yield self._line((place,), *self._words(name, field, value))

    def _words(self, name: str, field: str, why: str) -> tuple[str, str, str]:
        """The kind of a mark, what it is about, and what would settle it."""
        of = f"`{name}` 的" if name else ""
        where = f" of `{name}`" if name else ""
        if why == OPEN:
            zh, en = f"{of}`{field}`待定", f"`{field}`{where} is left open"
            settle = (
                "写明；确实不定的删去这一项",
                "say it, or leave the field out where nothing is to be said",
            )
            return self._say("待定", "open"), self._say(zh, en), self._say(*settle)
        ask = (
            "与发文机关核对后改正，并删去 `待核`（unclear）",
            "ask the issuer, mend it, and take `unclear` away",
        )
        zh, en = f"`{name}` 待核：{why}", f"`{name}` to be verified: {why}"
        return self._say("待核", "doubt"), self._say(zh, en), self._say(*ask)

    def _called(self, kind: str, at: DocPath) -> str:
        """What a field is called, with those it stands in."""
        names = []
        for step in at:
            field = kind_named(kind or "scheme").fields.get(str(step)) if isinstance(step, str) else None
            if field is None:
                continue
            names.append(field.zh if self._lang == "zh" else field.key)
            if field.sort is not Sort.FIELDS:
                break
            kind = field.holds
        return "/".join(names)

    def _line(self, places: Iterable[Place], kind: str, what: str, how: str) -> Undone:
        first, *others = dict.fromkeys(places)
        spots = [self._spot(place) for place in (first, *others)]
        return Undone(self._who(first), kind, what, how, self._say("、", ", ").join(dict.fromkeys(spots)))

    def _spot(self, place: Place) -> str:
        """A place as `file:line:column`."""
        source = self._surveyed.sources.get(place.file)
        return position(Spot(file=place.file, span=place.span if source is None else locate(source, place)))

    def _who(self, place: Place) -> str:
        those = next((found for each in self._settlers if (found := each.of(place))), (DRAFTER,))
        return self._say("、", ", ").join(
            each if isinstance(each, str) else self._say(*each) for each in those
        )

    def _say(self, zh: str, en: str) -> str:
        return zh if self._lang == "zh" else en


def _marked(value: object, at: DocPath, mark: str) -> Iterator[tuple[DocPath, str]]:
    """Where a tree says that something is open, or doubtful and why."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if at or key not in MAKING:
                yield from _marked(inner, (*at, key), mark)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _marked(inner, (*at, number), mark)
    elif mark == OPEN and value == OPEN:
        yield at, OPEN
    elif mark == DOUBT and at[-1:] == (DOUBT,) and isinstance(value, str) and value != OPEN:
        yield at, value
