"""What an element says, field by field: which fields, in which words, and when two of them mean the same."""

from __future__ import annotations

import pytest

from schemes import plan
from xuequ.query.inventory import Inventory, Thing
from xuequ.query.statements import (
    Statement,
    binding_words,
    frame,
    meaning,
    named_actors,
    said,
    statements,
    told_parts,
)

SCHEME = """\
issue: {issued_by: 局, to: [片区, school], number: 某教〔2025〕1号, effective: 2025-09-01}
calendar: {rest: [2025-10-10], semesters: {autumn: 9月1日至1月20日}}
conventions: {joint: first_leads}
sources: {规程: {name: 督导规程, as: basis}}
organs:
  局: {aliases: [教育局], kind: bureau}
  室: {name: 督导室, under: 局, head: unspecified}
goals: {质量: {items: {优质率: {count: 85%, items: {小学: {count: 90%}}}, 满意度: }}}
groups: {名师: {of: teacher}}
constraints: {分开: {never: {who: 局, edge: administers, whom: [school, 室]}}}
clusters:
  片区:
    size: {schools: 3..9, towns: ..2, force: in_principle}
    every_school: true
    members: {头校: {leads: true}, 小校: }
    forms: {紧密: {legal: merged}}
measures:
  督查:
    each: 片区
    lead: 室
    force: in_principle
    clause: 第三条
    duties:
      巡查: {for: 小校/principal, when: [每月, 每学期末], where: {area: 乡村, form: 紧密}, how: [现场, 随机]}
      通报: {inform: 局, amount: [{share: 20%, of: 名师}, 3人], needs: 巡查, basis: 规程, output: 通报稿}
appraisals:
  年评: {assess: 局, for: 片区, bundled: true, result: {counts_for: [评优], strength: 高}, criteria: {甲: {points: 5}}}
mandates: {下级: {each: county, requires: [片区, 巡查], bound: {片区: floor}}}
"""


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return Inventory(plan(SCHEME))


def thing(inventory: Inventory, name: str) -> Thing:
    return next(
        t for t in (*inventory.things, *inventory.others) if t.path[-1] == name and t.kind != "output"
    )


def told(inventory: Inventory, name: str) -> dict[tuple[str, ...], Statement]:
    return {one.key[1:]: one for one in statements(inventory, thing(inventory, name))}


def words(inventory: Inventory, name: str, *key: str) -> tuple[str, str]:
    return tuple(said(inventory, told(inventory, name)[key]))  # type: ignore[return-value]


# which fields ------------------------------------------------------------------------------------------


def test_own_fields_and_those_handed_on_come_in_the_order_of_the_language(inventory: Inventory) -> None:
    found = [one.field.key for one in statements(inventory, thing(inventory, "巡查"))]
    assert found == ["clause", "each", "lead", "for", "where", "force", "when", "how"]


def test_a_field_handed_on_stands_where_it_is_written(inventory: Inventory) -> None:
    found = told(inventory, "巡查")
    assert found["lead",].at == ("measures", "督查", "lead")
    assert found["for",].at == ("measures", "督查", "duties", "巡查", "for")


def test_parts_of_an_element_are_told_with_their_fields_and_names(inventory: Inventory) -> None:
    found = told(inventory, "质量")
    assert [key for key, one in found.items() if one.is_part] == [
        ("优质率", "items"),
        ("优质率", "小学", "items"),
        ("满意度", "items"),
    ]
    assert found["优质率", "小学", "count"].label == ("“优质率/小学”的数量", "count of “优质率/小学”")
    assert found["优质率", "items"].label == ("内容", "items")


def test_elements_that_are_things_themselves_are_told_by_name_alone(inventory: Inventory) -> None:
    assert told(inventory, "督查")["duties",].value == ["巡查", "通报"]
    assert told(inventory, "片区")["members",].value == ["头校", "小校"]


def test_a_scheme_tells_how_it_goes_out_and_when_it_rests_and_not_how_it_is_put_together(
    inventory: Inventory,
) -> None:
    found = {one.key: one.value for one in statements(inventory, frame(inventory))}
    assert found["issue", "number"] == "某教〔2025〕1号"
    assert found["calendar", "rest"] == ["2025-10-10"]
    assert found["scheme", "locality"] == {"name": "某县", "level": "county"}
    assert not {key[-1] for key in found} & {"xuequ", "kind", "adopts", "organs", "duties"}


def test_who_leads_what_is_forbidden_must_not_do_it() -> None:
    forbidden = Inventory(
        plan("organs: {局: }\nduties: {收费: {lead: 局, force: must_not}, 表彰: {lead: 局, force: may}}")
    )
    labels = {name: told(forbidden, name)["lead",].label for name in ("收费", "表彰")}
    assert labels == {"收费": ("不得", "must not"), "表彰": ("可以", "may")}


# in words ----------------------------------------------------------------------------------------------

WORDS = {
    "actors by their names": ("通报", ("inform",), "局", "局"),
    "a body by its name": ("巡查", ("lead",), "督导室", "督导室"),
    "a principal with the school": ("巡查", ("for",), "小校校长", "小校校长"),
    "what is open": ("室", ("head",), "〔待定〕", "unspecified"),
    "times": ("巡查", ("when",), "每月、每学期末", "每月, 每学期末"),
    "a condition": ("巡查", ("where",), "地域为乡村，所用模式为紧密", "area: 乡村, form: 紧密"),
    "texts": ("巡查", ("how",), "现场、随机", "现场, 随机"),
    "a fixed word": ("巡查", ("force",), "原则上", "in principle"),
    "work": ("通报", ("needs",), "巡查", "巡查"),
    "a source": ("通报", ("basis",), "督导规程", "督导规程"),
    "a number": ("质量", ("优质率", "count"), "85%", "85%"),
    "sizes": (
        "片区", ("size",),
        "学校数3—9所，镇数不超过2个乡镇，语气：原则上",
        "schools: 3–9 schools, towns: at most 2 towns, force: in principle",
    ),
    "yes": ("片区", ("every_school",), "是", "yes"),
    "a mapping of fields": ("年评", ("result",), "用于：评优，力度：高", "counts for: 评优, strength: 高"),
    "a mapping by names": ("下级", ("bound",), "片区：不低于", "片区: floor"),
    "a relation": (
        "分开", ("never",),
        "主体：局，关系：管理，客体：学校、督导室",
        "who: 局, edge: administers, whom: 学校, 督导室",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "key", "zh", "en"), WORDS.values(), ids=WORDS)
def test_a_value_is_told_in_the_language_of_the_reader(
    inventory: Inventory, name: str, key: tuple[str, ...], zh: str, en: str
) -> None:
    assert words(inventory, name, *key) == (zh, en)


def test_amounts_are_told_with_what_they_are_of(inventory: Inventory) -> None:
    assert words(inventory, "通报", "amount")[0] == "名师的20%、3人"


def test_parts_are_told_by_name_with_what_is_said_of_them(inventory: Inventory) -> None:
    parts = [one for one in statements(inventory, thing(inventory, "质量")) if one.inside]
    assert told_parts(inventory, parts).zh == "优质率（数量85%）、优质率/小学（数量90%）、满意度"
    inner = [one for one in parts if len(one.inside) == 2]
    assert told_parts(inventory, inner) == ("小学（数量90%）", "小学 (count: 90%)")


# in meaning --------------------------------------------------------------------------------------------

SAME = {
    "a name and a key": ("lead: 教育局", "lead: 局"),
    "names in another order": ("support: [局, 室]", "support: [室, 局]"),
    "a Chinese and an English word": ("for: 学校", "for: school"),
    "a role by its principal": ("for: 小校/校长", "for: 小校/principal"),
    "a rhythm in words and in fields": ("when: 每周五下午", "when: {every: week, at: fri afternoon}"),
    "rhythms in another order": ("when: [每月, 9月]", "when: [9月, 每月]"),
    "a number in words": ("amount: 不低于百分之二十", "amount: {share: 不低于20%}"),
    "conditions in another order": ("where: {area: 乡村, town: 甲镇}", "where: {town: 甲镇, area: 乡村}"),
    "a list of one": ("how: [现场]", "how: 现场"),
    "a base by name": ("amount: {share: 20%, of: 名师}", "amount: {share: 百分之二十, of: 名师}"),
}
OTHER = {
    "another body": ("lead: 局", "lead: 室"),
    "another rhythm": ("when: 每月", "when: 每周"),
    "another number": ("amount: 20%", "amount: 25%"),
    "another bound": ("amount: 不低于20%", "amount: 20%"),
    "another base": ("amount: {share: 20%, of: teacher}", "amount: {share: 20%, of: 名师}"),
    "another level": ("amount: {share: 20%, hold: 片区}", "amount: {share: 20%, hold: county}"),
    "another column": ("where: {area: 乡村}", "where: {town: 乡村}"),
    "another value of a column": ("where: {area: 乡村}", "where: {area: 城区}"),
    "something left open": ("lead: unspecified", "lead: 局"),
    "one more": ("how: 现场", "how: [现场, 书面]"),
}


def meanings(*fields: str) -> list[object]:
    found = []
    for field in fields:
        inventory = Inventory(plan(f"{SCHEME}duties: {{某事: {{{field}}}}}\n"))
        (one,) = statements(inventory, thing(inventory, "某事"))
        found.append(meaning(inventory, one))
    return found


@pytest.mark.parametrize(("first", "second"), SAME.values(), ids=SAME)
def test_what_is_written_otherwise_and_means_the_same_is_equal(first: str, second: str) -> None:
    one, other = meanings(first, second)
    assert one == other


@pytest.mark.parametrize(("first", "second"), OTHER.values(), ids=OTHER)
def test_what_means_something_else_is_not_equal(first: str, second: str) -> None:
    one, other = meanings(first, second)
    assert one != other


# who is named ------------------------------------------------------------------------------------------


def test_whoever_a_field_names_is_found_in_mappings_too(inventory: Inventory) -> None:
    never = told(inventory, "分开")["never",]
    assert [(field.key, ref.text) for field, ref in named_actors(never)] == [
        ("who", "局"),
        ("whom", "school"),
        ("whom", "室"),
    ]


def test_whom_an_amount_is_of_has_no_part_in_it(inventory: Inventory) -> None:
    assert not list(named_actors(told(inventory, "通报")["amount",]))
    assert [ref.text for _, ref in named_actors(told(inventory, "通报")["inform",])] == ["局"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("连任不超过两届", ("不", "两")),
        ("每年3次，不得少于20%", ("3", "不得", "20%")),
        ("原教研机构", ()),
        ("应当回避，可以委托", ("应当", "可以")),
    ],
)
def test_of_a_note_only_what_binds_is_taken(text: str, found: tuple[str, ...]) -> None:
    assert binding_words(text) == found


def test_indicators_have_lists_of_steps_and_sizes_their_units() -> None:
    text = (
        "clusters: {片: {size: {students: ..900}}}\n"
        "appraisals: {评: {assess: 片, for: 片, criteria: {甲: {points: 5, "
        "score: [{if: 良, points: 3}, {if: 优, points: 5}]}}}}\n"
    )
    inventory = Inventory(plan(text))
    assert words(inventory, "片", "size") == ("学生数不超过900名学生", "students: at most 900 students")
    assert words(inventory, "评", "甲", "score")[0].count("；") == 1
    assert "; " in words(inventory, "评", "甲", "score")[1]


def test_several_parts_stand_side_by_side() -> None:
    inventory = Inventory(plan("goals: {标: {items: {甲: {name: 甲项, count: 3}, 乙: }}}\n"))
    parts = [one for one in statements(inventory, thing(inventory, "标")) if one.inside]
    assert told_parts(inventory, parts) == ("甲项（数量3）、乙", "甲项 (count: 3), 乙")


def test_a_listed_cluster_states_what_its_type_asks_for() -> None:
    inventory = Inventory(
        plan("clusters: {片: {states: [主题], members: {头校: }, units: {东: {头校: [一小], 主题: 艺术}}}}\n")
    )
    assert told(inventory, "东")["主题",].value == "艺术"
    assert told(inventory, "东")["头校",].value == ["一小"]


def test_rows_of_a_schedule_stand_where_they_are_listed() -> None:
    inventory = Inventory(
        plan("duties: {某事: {lead: school}}\nschedules: {表: {rows: [{when: 3月, does: 某事}]}}\n")
    )
    row = next(each for each in inventory.others if each.kind == "row")
    assert [(one.field.key, one.at) for one in statements(inventory, row)] == [
        ("when", ("schedules", "表", "rows", 0, "when")),
        ("does", ("schedules", "表", "rows", 0, "does")),
    ]
    assert row.name == "表 3月"


@pytest.mark.parametrize("name", ["学校", "school"])
def test_a_built_in_actor_means_the_same_in_both_languages_where_nothing_binds_it(name: str) -> None:
    inventory = Inventory(plan(f"issue: {{to: [{name}, 片/{name}]}}\nclusters: {{片: }}\n"))
    (to,) = (one for one in statements(inventory, frame(inventory)) if one.field.key == "to")
    assert meaning(inventory, to) == frozenset({(("school",),), (("片",), ("school",))})
