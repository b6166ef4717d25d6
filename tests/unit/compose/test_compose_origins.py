"""Where a value of a composed tree came from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xuequ.compose.origins import Origin, Origins, Step, graft
from xuequ.findings.finding import DocPath, Place

OWN = Origin(file="a.yaml", path=(), step=Step.OWN)
LEAD = Origin(file="b.yaml", path=("lead",), step=Step.PARAMETER, by=Place(file="a.yaml", path=("adopts",)))


def test_the_longest_prefix_decides_and_the_rest_of_the_path_is_kept() -> None:
    origins = Origins(prefixes={(): OWN, ("duties", "a", "lead"): LEAD})
    assert origins.of(("duties", "a", "name")) == Origin(
        file="a.yaml", path=("duties", "a", "name"), step=Step.OWN
    )
    assert origins.of(("duties", "a", "lead")) == LEAD
    assert origins.of(("duties", "a", "lead", 1)) == Origin(
        file="b.yaml", path=("lead", 1), step=Step.PARAMETER, by=LEAD.by
    )


def test_a_path_that_nothing_stands_for_is_an_error() -> None:
    with pytest.raises(KeyError):
        Origins(prefixes={("duties",): OWN}).of(("organs", "a"))


def test_a_place_is_that_of_the_origin_on_its_value_or_its_key() -> None:
    origins = Origins(prefixes={(): OWN, ("x",): LEAD})
    assert origins.place(("x", 0)) == Place(file="b.yaml", path=("lead", 0))
    assert origins.place(("x",), "key") == Place(file="b.yaml", path=("lead",), on="key")


def test_a_place_in_a_file_leads_back_to_where_it_came_to() -> None:
    there = Origin(file="b.yaml", path=("duties", "x"), step=Step.ADOPTED)
    origins = Origins(
        prefixes={(): OWN, ("measures",): replace(there, path=("duties",)), ("measures", "p", "x"): there}
    )
    assert origins.composed(Place(file="b.yaml", path=("duties", "x", "lead"))) == (
        "measures",
        "p",
        "x",
        "lead",
    )
    assert origins.composed(Place(file="b.yaml", path=("duties", "y", "lead"))) == ("measures", "y", "lead")
    assert origins.composed(Place(file="b.yaml", path=("duties", "x"))) == ("measures", "p", "x")
    assert origins.composed(Place(file="a.yaml", path=("duties", "x"))) == ("duties", "x")
    assert origins.composed(Place(file="b.yaml", path=("organs",))) is None
    assert origins.composed(Place(file="c.yaml", path=("duties", "x"))) is None
    assert [step.value for step in Step] == ["own", "adopted", "extended", "parameter", "override"]


def test_of_two_places_that_one_came_to_the_first_is_meant() -> None:
    once = Origin(file="b.yaml", path=("duties",), step=Step.ADOPTED)
    origins = Origins(prefixes={("measures", "p"): once, ("measures", "q"): once})
    assert origins.composed(Place(file="b.yaml", path=("duties", "x"))) == ("measures", "p", "x")


def test_a_grafted_subtree_has_the_step_and_who_asked_for_it() -> None:
    by = Place(file="a.yaml", path=("extends",))
    prefixes: dict[DocPath, Origin] = {(): OWN}
    other = Origins(prefixes={(): Origin(file="b.yaml", path=(), step=Step.OWN)})
    graft(prefixes, ("duties", "a"), other, ("duties", "b"), Step.EXTENDED, by)
    assert prefixes["duties", "a"] == Origin(file="b.yaml", path=("duties", "b"), step=Step.EXTENDED, by=by)
    assert len(prefixes) == 2


def test_what_came_from_elsewhere_already_keeps_its_step_and_who_asked_for_it() -> None:
    by = Place(file="a.yaml", path=("extends",))
    prefixes: dict[DocPath, Origin] = {(): OWN}
    held = Origins(prefixes={(): OWN, ("duties",): LEAD, ("duties", "b", "when"): OWN, ("organs", "c"): OWN})
    graft(prefixes, ("measures", "a"), held, ("duties",), Step.EXTENDED, by)
    assert prefixes["measures", "a"] == LEAD
    assert prefixes["measures", "a", "b", "when"] == OWN
    assert set(prefixes) == {(), ("measures", "a"), ("measures", "a", "b", "when")}
