"""Findings that several elements share, and what is left of them without some."""

from __future__ import annotations

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding, Place, Sharer
from xuequ.findings.members import narrowed


def place(*path: str) -> Place:
    return Place(file="a.yaml", path=path)


def sharer(name: str) -> Sharer:
    return Sharer(name=name, place=place("duties", name), at=place("duties", name, "when"), label="duty")


def told(at: Place, *names: str) -> Finding:
    return shared("TIM101", at, [sharer(name) for name in names], total=9)


def test_their_names_and_places_are_those_of_the_finding() -> None:
    found = told(place("measures"), "甲", "乙")
    assert found.args == {"names": ["甲", "乙"], "count": 2, "total": 9}
    assert [each.place.path for each in found.related] == [("duties", "甲", "when"), ("duties", "乙", "when")]


def test_the_place_of_the_finding_is_not_said_again_beside_it() -> None:
    found = told(place("duties", "甲", "when"), "甲", "乙")
    assert [each.place.path[1] for each in found.related] == ["乙"]


def test_without_some_of_them_the_others_keep_it() -> None:
    found = told(place("measures"), "甲", "乙", "丙")
    left = narrowed(found, found.members[1:])
    assert left.args["names"] == ["乙", "丙"]
    assert left.args["count"] == 2
    assert left.primary == place("measures")
    assert [each.place.path[1] for each in left.related] == ["乙", "丙"]


def test_it_moves_on_where_its_own_place_was_that_of_one_that_is_gone() -> None:
    found = told(place("duties", "甲", "when"), "甲", "乙", "丙")
    left = narrowed(found, found.members[1:])
    assert left.primary == place("duties", "乙", "when")
    assert [each.place.path[1] for each in left.related] == ["丙"]
