"""What pictures make of many schools, and of clusters that a scheme names."""

from __future__ import annotations

from schemes import plan
from xuequ.pictures.organisation import organisation
from xuequ.pictures.responsibility import responsibility
from xuequ.pictures.sketch import CardRow, Sketch
from xuequ.pictures.zones import zones
from xuequ.resolution.plan import Plan

SCHEME = """\
organs:
  局: {name: 教育局}
  科: {name: 督导科, each: [locality, 集团]}
clusters:
  集团:
    name: 教育集团
    members: {龙头校: {leads: true}, 成员校: }
    posts: {总校长: {held_by: 龙头校/校长}}
  责任区: {mirrors: 集团, under: 局}
groups:
  骨干: {each: 集团}
measures:
  教研:
    lead: 局
    duties: {甲: {support: 成员校}, 乙: }
"""


NAMING = SCHEME.replace(
    "    name: 教育集团\n", "    name: 教育集团\n    units: {实验集团: {龙头校: 实验小学}}\n"
)


def many(groups: int) -> Plan:
    """That many groups of three schools."""
    rows = ["code,name,stage,集团,集团.role"]
    for group in range(1, groups + 1):
        for school in range(1, 4):
            role = "龙头校" if school == 1 else "成员校"
            rows.append(f"{group}{school},{group}集{school}校,小学,第{group}集团,{role}")
    return plan(SCHEME, roster="\n".join(rows) + "\n")


def notes(sketch: Sketch) -> dict[str, str]:
    return {box.title: box.note for box in sketch.boxes if box.note}


def test_of_many_of_a_kind_one_is_shown_with_their_number() -> None:
    sketch = organisation(many(9), "zh")
    assert notes(sketch) == {
        "教育集团": "共9个",
        "龙头校": "共9所",
        "成员校": "共18所",
        "总校长": "共9个",
        "责任区": "共9个",
        "督导科": "共9个",
    }
    assert not [box for box in sketch.boxes if "第1集团" in box.title]
    assert {box.title: box.note for box in responsibility(many(9), "en").boxes}["成员校"] == "18 schools"


def test_few_are_shown_one_by_one() -> None:
    titles = {box.title for box in organisation(many(2), "zh").boxes}
    assert {"第1集团", "第2集团", "1集1校", "第1集团总校长"} <= titles


def test_zones_show_the_types_and_beneath_them_every_cluster_with_its_schools_by_role() -> None:
    sketch = zones(many(2), "zh")
    assert [(frame.id, frame.title) for frame in sketch.frames if frame.apart] == [
        ("all 集团", "教育集团（2个）")
    ]
    cards = {box.title: box for box in sketch.boxes if box.frame == "all 集团"}
    assert list(cards) == ["第1集团", "第2集团"]
    assert cards["第1集团"].rows == (CardRow("龙头校：1集1校"), CardRow("成员校（2所）：1集2校、1集3校"))
    assert notes(sketch)["教育集团"] == "共2个"


def test_clusters_that_a_scheme_names_are_no_members_of_their_type() -> None:
    sketch = organisation(plan(NAMING), "zh")
    assert not {"实验集团", "实验小学"} & {box.title for box in sketch.boxes}
    assert notes(sketch)["教育集团"] == "已列1个"
    (card,) = (box for box in zones(plan(NAMING), "zh").boxes if box.title == "实验集团")
    assert (card.frame, card.rows) == ("all 集团", (CardRow("龙头校：实验小学"),))


def test_a_named_cluster_that_something_else_ties_stays() -> None:
    text = NAMING.replace("局: {name: 教育局}", "局: {name: 教育局}\n  专班: {head: 实验集团}")
    assert "实验集团" in {box.title for box in organisation(plan(text), "zh").boxes}
