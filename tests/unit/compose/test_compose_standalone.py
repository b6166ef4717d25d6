"""A policy by itself: what stands in for the roles it asks its adopter for."""

from __future__ import annotations

from schemes import NOTHING, POLICY_HEAD, document
from xuequ.compose import Composed, Step, rehearse

POLICY = """\
roles:
  unit: {name: 学区, is: unit, each: county}
  organ: {name: 主管部门, is: organ}
  post: {is: post}
  schools: {name: 试点学校, is: schools}
  people: {name: 骨干, is: people}
  plain: {name: 谁}
  county: {name: 县区, is: unit}
  town: {name: 县, is: organ}
parameters: {often: {value: 每月}, open: {name: 口径}}
duties:
  a: {lead: organ, inform: [plain, $often], when: $often, amount: {count: $open}}
"""


def rehearsed(text: str = POLICY) -> Composed:
    return rehearse(document(text, "policies/some.yaml", POLICY_HEAD), NOTHING)


def test_each_role_is_declared_as_what_it_is() -> None:
    tree = rehearsed().tree
    assert tree["clusters"] == {"unit": {"name": "学区", "each": "county"}}
    assert tree["organs"]["organ"] == {"name": "主管部门"}
    assert tree["organs"]["plain"] == {"name": "谁"}
    assert tree["posts"] == {"post": {"name": "post"}}
    assert tree["groups"] == {"people": {"name": "骨干"}, "schools": {"name": "试点学校", "of": "school"}}


def test_a_role_that_is_there_anyway_needs_no_stand_in() -> None:
    assert "county" not in rehearsed().tree["clusters"]
    named = rehearsed("roles: {area: {name: 县区, is: unit}, after: {name: 片区, is: unit}}\n").tree
    assert named["clusters"] == {"after": {"name": "片区"}}


def test_a_body_with_the_name_of_a_level_has_its_key_for_a_name() -> None:
    tree = rehearsed("roles: {area: {name: 县区, is: organ}, office: {name: 办公室, is: organ}}\n").tree
    assert tree["organs"] == {"area": {"name": "area"}, "office": {"name": "办公室"}}


def test_what_the_policy_declares_itself_goes_before_a_stand_in() -> None:
    tree = rehearsed("roles: {a: {name: 甲, is: organ}}\norgans: {a: {name: 乙}, b: {name: 丙}}\n").tree
    assert tree["organs"] == {"a": {"name": "乙"}, "b": {"name": "丙"}}


def test_a_stand_in_comes_from_its_role() -> None:
    origin = rehearsed().origins.of(("organs", "organ", "name"))
    assert (origin.file, origin.path, origin.step) == (
        "policies/some.yaml",
        ("roles", "organ", "name"),
        Step.OWN,
    )


def test_parameters_take_their_own_values_everywhere() -> None:
    duty = rehearsed().tree["duties"]["a"]
    assert duty["when"] == "每月"
    assert duty["inform"] == ["plain", "每月"]
    assert duty["amount"] == {"count": "unspecified"}
    assert duty["lead"] in ("organ", ["organ"])


def test_names_are_looked_up_as_in_a_province() -> None:
    assert rehearsed().tree["locality"] == {"name": "某政策", "level": "province"}
    assert rehearsed("duties: {a: }\n").tree["duties"] == {"a": {}}


def test_a_role_called_like_a_level_is_that_level() -> None:
    text = "roles: {area: {name: 县区, is: unit}}\nduties: {a: {each: area, for: [area, area/school]}}\n"
    tree = rehearse(document(text, "policies/some.yaml", POLICY_HEAD), NOTHING).tree
    assert tree["duties"]["a"] == {"each": "county", "for": ["county", "county/school"]}
    assert "clusters" not in tree
