"""Explaining a duty: each value back to the file that says it."""

from __future__ import annotations

from schemes import Shelf, plan
from xuequ.query.asked import work_named
from xuequ.query.explain import Explanation, Line, Why, elements_named, explain
from xuequ.query.inventory import Inventory

ZONES = """\
roles:
  bureau: {name: 教育行政部门, is: organ}
parameters:
  reported: {value: 每学期末}
measures:
  deliberation:
    name: 议事制度
    support: bureau
    duties:
      report: {name: 报告, each: 学区, lead: 学区, inform: bureau, when: $reported}
clusters: {学区: }
"""
SCHEME = """\
organs: {局: , 室: }
adopts: {zones: {bind: {bureau: 局}}}
override: {report: {inform: 室}}
"""


def told(text: str = SCHEME, name: str = "议事制度/报告", actor: str = "") -> Explanation:
    inventory = Inventory(plan(text, Shelf({"zones": ZONES})))
    (thing,) = elements_named(inventory, name)
    return explain(inventory, thing, actor)


def line(found: Explanation, field: str) -> Line:
    return next(one for one in found.lines if one.field == field)


def test_a_duty_is_found_by_the_tail_of_its_path_in_keys_or_names() -> None:
    whole = plan(SCHEME, Shelf({"zones": ZONES}))
    assert [w.key for w in work_named(whole, "report")] == ["report"]
    assert [w.key for w in work_named(whole, "deliberation/报告")] == ["report"]
    assert work_named(whole, "没有") == ()


def test_the_duty_itself_comes_from_the_policy_by_the_adoption() -> None:
    said, adopted = told().reasons
    assert (said.why, said.place.file) == (Why.SAID, "policies/zones.yaml")
    assert (adopted.why, adopted.place.file, adopted.place.path) == (
        Why.ADOPTED,
        "scheme.yaml",
        ("adopts", "zones"),
    )


def test_an_inherited_part_names_the_measure_and_the_role_that_was_bound() -> None:
    chain = line(told(), "support").reasons
    assert [r.why for r in chain] == [Why.INHERITED, Why.SAID, Why.ROLE, Why.BOUND, Why.ADOPTED]
    assert chain[0].text == "议事制度"
    assert chain[3].place.path == ("adopts", "zones", "bind", "bureau")


def test_an_override_shows_what_it_replaced() -> None:
    found = line(told(), "inform")
    assert found.names == ("室",)
    assert [r.why for r in found.reasons] == [Why.SAID, Why.OVERRIDE, Why.REPLACED]
    assert found.reasons[2].place.file == "policies/zones.yaml"


def test_a_parameter_shows_its_value_and_where_it_was_asked_for() -> None:
    chain = line(told(), "when").reasons
    assert [r.why for r in chain] == [Why.SAID, Why.PARAMETER]
    assert chain[0].place.path == ("parameters", "reported", "value")
    assert chain[1].place.path == ("measures", "deliberation", "duties", "report", "when")


def test_with_an_actor_only_the_fields_that_name_it_are_told() -> None:
    assert [one.field for one in told(actor="室").lines] == ["inform"]
