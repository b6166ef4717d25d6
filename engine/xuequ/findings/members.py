"""Findings that several elements share: how they are put together, and what is left of one without some of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from xuequ.findings.finding import Finding, Place, Related, Sharer


def facts_of(members: Sequence[Sharer]) -> Mapping[str, object]:
    """What the message says of them."""
    return {"names": [each.name for each in members], "count": len(members)}


def beside(place: Place, members: Sequence[Sharer]) -> tuple[Related, ...]:
    """Their places, each once, without the one the finding itself stands at."""
    places = {each.at: Related(place=each.at, label=each.label) for each in members if each.at != place}
    return tuple(places.values())


def narrowed(found: Finding, kept: Sequence[Sharer]) -> Finding:
    """The finding about some of its members alone; it moves to the first of them if its own place is gone."""
    gone = {each.at for each in found.members} - {each.at for each in kept}
    place = kept[0].at if found.primary in gone else found.primary
    return replace(
        found,
        args={**found.args, **facts_of(kept)},
        primary=place,
        related=tuple(each for each in found.related if each.place not in gone and each.place != place),
        members=tuple(kept),
    )
