"""One finding for each thing to mend: what several rules say of one element is told together.

The catalogue says which finding takes another one in (`within`): that nobody assesses, when, and to what use, are
three rules and one appraisal to be completed. Comments and baselines speak of what each rule found; this comes after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from xuequ.findings.catalogue import Within, entry, finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import DocPath, Finding, Place, Related, Sharer
from xuequ.findings.members import narrowed
from xuequ.findings.report import ORDER
from xuequ.language.standing import element_at, element_path

#: An element of a file.
Element: TypeAlias = tuple[str, DocPath]
#: What the drafter noted himself; where a rule reports the element, it is not said again.
NOTED = "SRC102"


def folded(
    findings: Iterable[Finding], silent: Iterable[Finding], off: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """The findings with those that belong together made one; what is not concerned is the same value as before.

    `silent` are findings that are not told and count as reported all the same; `off` says of a code that nobody
    wants it, so that nothing is told under it.
    """
    listed = tuple(findings)
    untold = tuple(silent)
    told = tuple(_without_said(_without_noted(listed, (*listed, *untold)), untold))
    return tuple(_merged(told, off))


class _Part(NamedTuple):
    """What one finding says of one of its elements; `sharer` is None where the finding has just one."""

    finding: Finding
    sharer: Sharer | None

    @property
    def at(self) -> Place:
        return self.sharer.at if self.sharer else self.finding.primary


def _parts(found: Finding) -> Iterator[tuple[Element, _Part]]:
    for sharer in found.members:
        yield (sharer.place.file, sharer.place.path), _Part(found, sharer)
    if not found.members:
        yield _element(found.primary), _Part(found, None)


def _beside(found: Finding) -> Iterator[tuple[Element, _Part]]:
    """The elements that a finding speaks of beside its own: an entry among the sources, for the issue."""
    own = _element(found.primary)
    yield from ((at, _Part(found, None)) for each in found.related if (at := _element(each.place)) != own)


def _element(place: Place) -> Element:
    return (place.file, element_path(place.path))


def _without_noted(listed: Sequence[Finding], every: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without doubts about elements that others stand at; what most of a file lacks stands at none."""
    noted = [found for found in listed if found.code == NOTED]
    reported: set[Element] = set()
    for found in every if noted else ():
        at = _element(found.primary)
        if found.code != NOTED and at[1]:
            reported |= {at, *(element for element, _ in _parts(found))}
    for found in listed:
        kept = [each for element, part in _parts(found) if element not in reported and (each := part.sharer)]
        if found.code != NOTED or len(kept) == len(found.members):
            yield found
        elif kept:
            yield narrowed(found, kept)


def _without_said(listed: Iterable[Finding], silent: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without what one that is not told says anyway: a number nobody leads, with no lead."""
    said = {(element, found.code) for found in silent for element, _ in _parts(found)}
    for found in listed:
        kept = [part for element, part in _parts(found) if not _is_said(element, part, said)]
        if len(kept) == len(found.members) or (kept and not found.members):
            yield found
        elif kept:
            yield narrowed(found, [part.sharer for part in kept if part.sharer])


def _is_said(element: Element, part: _Part, said: AbstractSet[tuple[Element, str]]) -> bool:
    return any((element, each.code) in said and not each.word for each in _takers(element, part))


class Together(NamedTuple):
    """A finding, or one of those that share it, that is told under `code` with others of its element at `places`."""

    finding: Finding
    sharer: Sharer | None
    code: str
    places: tuple[Place, ...]


def told_together(findings: Iterable[Finding], off: Callable[[str], bool]) -> Iterator[Together]:
    """What is told as a part of one finding for its element, for comments that speak of that by its code."""
    for element, held in _by_element(tuple(findings)).items():
        for host, those in _hosts(element, held, off):
            keys = (part.sharer.place for part in those if part.sharer)
            places = tuple(dict.fromkeys((*(part.at for part in those), *keys)))
            yield from (Together(part.finding, part.sharer, host, places) for part in those)


def _by_element(listed: Sequence[Finding]) -> dict[Element, list[_Part]]:
    """What is said of each element by findings that take others in or are taken in."""
    inner = [found for found in listed if entry(found.code).within]
    hosts = {each.code for found in inner for each in entry(found.code).within.values()}
    parts: dict[Element, list[_Part]] = {}
    for found in listed if inner else ():
        said = _parts(found) if found.code in hosts or entry(found.code).within else ()
        for element, part in (*said, *(_beside(found) if found.code in hosts and not found.members else ())):
            parts.setdefault(element, []).append(part)
    return parts


def _merged(listed: Sequence[Finding], off: Callable[[str], bool]) -> Iterator[Finding]:
    """The findings, where one about an element takes in others about it; two of a kind make one that is not there."""
    parts = _by_element(listed)
    gone: dict[int, set[Element]] = {}
    whole: dict[tuple[str, object, tuple[Word, ...]], list[list[_Part]]] = {}
    for element, held in parts.items():
        for host, those in _hosts(element, held, off):
            words = tuple(word for part in those if (word := _within(element, part, host)))
            own = [part for part in those if part.finding.code == host]
            if words:
                key = (host, id(own[0].finding) if own else element, words)
                whole.setdefault(key, []).append(own + [part for part in those if part not in own])
            for part in those if words else (part for part in those if part not in own):
                gone.setdefault(id(part.finding), set()).add(element)
    for found in listed:
        left = [(element, part) for element, part in _parts(found) if element not in gone.get(id(found), ())]
        if id(found) not in gone:
            yield found
        elif kept := [part.sharer for _, part in left if part.sharer]:
            yield narrowed(found, kept)
    for (host, _, missing), alike in whole.items():
        yield _one(host, missing, alike)


def _hosts(
    element: Element, held: Sequence[_Part], off: Callable[[str], bool]
) -> Iterator[tuple[str, list[_Part]]]:
    """The codes under which several of these are told together, each with them."""
    codes = dict.fromkeys(each.code for part in held for each in _takers(element, part))
    for host in codes:
        those = [p for p in held if p.finding.code == host or _within(element, p, host) is not None]
        those.sort(key=lambda part: part.finding.code, reverse=True)
        present = any(part.finding.code == host for part in those)
        named = all(_within(element, part, host) for part in those)
        if len({part.finding.code for part in those}) > 1 and not off(host) and (present or named):
            yield host, those


def _one(host: str, words: Sequence[Word], alike: Sequence[Sequence[_Part]]) -> Finding:
    """The finding that says it all, of one element or of several that lack the same."""
    first = alike[0][0]
    every = [part for parts in alike for part in parts]
    level = min((part.finding.level for part in every), key=ORDER.index)
    if first.finding.code == host:
        sharers = [part.sharer for parts in alike if (part := parts[0]).sharer]
        base = narrowed(first.finding, sharers) if sharers else first.finding
    else:
        name = first.sharer.name if first.sharer else first.finding.args["name"]
        base = finding(
            host, first.sharer.place if first.sharer else first.finding.primary, name=name, missing=()
        )
    before = base.args["missing"]
    missing = [*(before if isinstance(before, (list, tuple)) else ()), *words]
    told = {base.primary, *(each.place for each in base.related)}
    said = (part.at for part in every if part.at.on == "value")
    places = dict.fromkeys(place for place in said if place not in told)
    related = (*base.related, *(Related(place=place, label="open_too") for place in places))
    return replace(base, level=level, args={**base.args, "missing": missing}, related=related)


def _within(element: Element, part: _Part, host: str) -> Word | None:
    """The word under which `host` says what this one says of the element; None where it does not take it in."""
    return next((Word(each.word) for each in _takers(element, part) if each.code == host), None)


def _takers(element: Element, part: _Part) -> Iterable[Within]:
    """What takes this one in: that of the element's kind."""
    within = entry(part.finding.code).within
    found = within.get(element_at(element[1]).kind) if within else None
    return (found,) if found else ()
