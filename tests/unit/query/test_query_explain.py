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


EVERY = """\
organs: {局: , 室: {under: 局, head: 局}}
goals: {公平: }
sources: {意见: {as: basis}}
clusters: {片: {members: {头校: {leads: true}, 小校: }, size: {schools: ..5}, forms: {紧密: {legal: merged}}}}
measures:
  流动:
    each: 片
    serves: 公平
    force: encouraged
    duties:
      支教:
        lead: unspecified
        for: 小校
        where: {form: 紧密}
        amount: {share: 20%, of: teacher, hold: 片}
        if: 缺编时
        how: 双向选择
        basis: 意见
        except: 头校
        items: [报名, 公示]
        needs: 摸底
        clause: 第三条
      摸底: {lead: 室, note: 每年一次}
appraisals:
  年评:
    assess: 局
    for: 片
    criteria: {管理: {points: 40, evidence: [台账, 照片]}}
    into: {appraisal: 总评, weight: 30%}
  总评: {assess: 局, for: 片}
"""


def values(name: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for one in told(EVERY, name).lines:
        found.setdefault(one.label.zh, []).append(one.said.zh)
    return {label: "、".join(said) for label, said in found.items()}


def test_every_field_of_a_duty_is_told_in_words() -> None:
    assert values("支教") == {
        "条款": "第三条",
        "每": "片",
        "牵头": "〔待定〕",
        "对象": "小校",
        "条件": "所用模式为紧密",
        "除外": "头校",
        "情形": "缺编时",
        "前提": "摸底",
        "语气": "鼓励",
        "数额": "教师的20%，以片为口径",
        "方式": "双向选择",
        "依据": "意见",
        "内容": "报名、公示",
        "服务目标": "公平",
    }


def test_indicators_are_told_with_what_they_say() -> None:
    found = values("年评")
    assert found["指标"] == "管理"
    assert (found["“管理”的分值"], found["“管理”的佐证"]) == ("40", "台账、照片")
    assert found["计入"] == "考核：总评，权重30%"


def test_what_is_no_work_is_explained_as_well() -> None:
    assert values("室") == {"隶属": "局", "负责人": "局"}
    assert values("片") == {"规模": "学校数不超过5所", "成员": "头校、小校", "模式": "紧密"}
    assert values("紧密")["法人"] == "合并"


def test_fixed_words_in_a_chain_are_told_as_fixed_words() -> None:
    chain = next(one for one in told(EVERY, "支教").lines if one.field == "lead").reasons
    assert chain[-1].field is not None
    assert chain[-1].text == "unspecified"


def test_of_two_adoptions_the_one_that_brought_it_is_named() -> None:
    policies = {
        key: f"xuequ: 1\nkind: policy\nname: {name}\nduties: {{{duty}: {{lead: school}}}}\n"
        for key, name, duty in (("甲策", "甲政策", "某事"), ("乙策", "乙政策", "另事"))
    }
    inventory = Inventory(plan("adopts: {甲策: {}, 乙策: {}}\n", Shelf(policies)))
    names = {}
    for name in ("某事", "另事"):
        (thing,) = elements_named(inventory, name)
        names[name] = [
            reason.text for reason in explain(inventory, thing).reasons if reason.why is Why.ADOPTED
        ]
    assert names == {"某事": ["甲政策"], "另事": ["乙政策"]}
