"""What bodies are called beside others of their kind."""

from __future__ import annotations

import pytest

from schemes import plan
from xuequ.resolution.placed_names import placed_name


@pytest.mark.parametrize(
    ("place", "name", "whole"),
    [
        ("育红小学教育集团", "教育集团理事会", "育红小学教育集团理事会"),
        ("城关学区", "学区主任", "城关学区主任"),
        ("城关学区督导责任区", "督导责任区责任督学", "城关学区督导责任区责任督学"),
        ("东城幼教集团", "集团园长", "东城幼教集团园长"),
        ("甲集团", "理事会", "甲集团理事会"),
    ],
)
def test_what_the_place_ends_with_and_the_name_begins_with_is_said_once(
    place: str, name: str, whole: str
) -> None:
    assert placed_name(place, name) == whole


@pytest.mark.parametrize(
    ("place", "name"),
    [
        pytest.param("安康市", "市场监管局", id="one character may be chance"),
        pytest.param("城关学区", "学区化办学工作小组", id="another word that only begins like the place"),
        pytest.param("城关学区", "学区", id="nothing would be left of the name"),
    ],
)
def test_names_that_only_look_alike_are_said_whole(place: str, name: str) -> None:
    assert placed_name(place, name) == place + name


def test_bodies_posts_and_mirrored_zones_of_a_roster_have_such_names() -> None:
    text = """\
organs: {局: }
clusters:
  学区:
    organs: {学区理事会: }
    posts: {学区主任: }
  学区责任区: {mirrors: 学区, under: 局}
"""
    whole = plan(text, roster="code,name,stage,学区\n1,甲校,小学,城关学区\n2,乙校,小学,西关学区\n")
    names = {node.name for node in whole.nodes.values()}
    assert {"城关学区理事会", "西关学区主任", "城关学区责任区"} <= names
