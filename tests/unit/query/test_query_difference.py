"""Two versions of a scheme: what changed in meaning, by which measure, and for whom."""

from __future__ import annotations

import pytest

import localities
from schemes import NOTHING, Shelf, plan
from xuequ.model.amount.amounts import Amount, read_amounts
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.elements import Force
from xuequ.model.time.reading import read_when
from xuequ.query.difference import Change, Changes, Sort, difference
from xuequ.query.moves import Seat
from xuequ.query.values import (
    Turn,
    amount_pairs,
    said_amount,
    turn_of_amount,
    turn_of_force,
    turn_of_quantity,
    turn_of_rhythm,
    turn_of_words,
)

OLD = """\
organs: {教育局: , 督导室: , 教研室: }
clusters: {学区: {members: {中心校: {leads: true}, 成员校: }}}
measures:
  议事:
    each: 学区
    duties:
      开会: {lead: 中心校, for: 成员校, when: 每月}
      报告: {lead: 学区, inform: 教育局, when: 每学期末, output: 工作报告}
  交流:
    duties:
      轮岗: {lead: 教育局, for: teacher, amount: {share: 15%, of: teacher}}
      培训: {lead: 教研室, for: teacher, when: 每学期}
appraisals:
  学区考核: {assess: 督导室, for: 学区, when: 每学年, rubric: 考核办法}
"""


def compared(old: str, new: str, before: str = OLD, shelf: Shelf = NOTHING) -> Changes:
    assert old in before
    return difference(plan(before, shelf), plan(before.replace(old, new), shelf))


def only(changes: Changes) -> Change:
    (change,) = changes.changes
    return change


def notices(changes: Changes) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]]:
    return {n.actor: [(s.gained, s.lost, s.kept) for s in n.shares] for n in changes.notices}


def test_the_same_scheme_has_not_changed() -> None:
    assert not difference(plan(OLD), plan(OLD)).changes


@pytest.mark.parametrize("name", localities.NAMES)
def test_another_language_of_keys_changes_nothing_in_meaning(name: str) -> None:
    changes = difference(localities.role_plan(name), localities.plan(name, folder="examples/zh"))
    assert not changes
    assert not changes.notices
    assert {change.sort for change in changes.changes} <= {Sort.REKEYED}


def test_order_and_style_change_nothing() -> None:
    mixed = OLD.replace(
        "organs: {教育局: , 督导室: , 教研室: }", "organs:\n  教研室:\n  督导室: {}\n  教育局:"
    )
    assert not difference(plan(OLD), plan(mixed)).changes


ASPECTS = {
    "slower": ("when: 每月", "when: 每学期", "开会", "when", Turn.SLOWER, "每月", "每学期"),
    "faster": ("when: 每月", "when: 每周", "开会", "when", Turn.FASTER, "每月", "每周"),
    "loose": ("when: 每月", "when: 定期", "开会", "when", Turn.SLOWER, "每月", "定期"),
    "no time": (", when: 每月", "", "开会", "when", Turn.DROPPED, "每月", ""),
    "another clock": ("每学期末, output", "每季度, output", "报告", "when", Turn.CLOCKS_DIFFER, "每学期末", "每季度"),
    "another lead": ("开会: {lead: 中心校", "开会: {lead: 教研室", "开会", "lead", Turn.DIFFERENT, "中心校", "教研室"),
    "a smaller share": ("share: 15%", "share: 10%", "轮岗", "amount", Turn.LESS, "15% of 教师", "10% of 教师"),
    "a larger share": ("share: 15%", "share: 20%", "轮岗", "amount", Turn.MORE, "15% of 教师", "20% of 教师"),
    "another output": ("工作报告", "年度报告", "报告", "output", Turn.DIFFERENT, "工作报告", "年度报告"),
    "a report dropped": (", inform: 教育局", "", "报告", "inform", Turn.DROPPED, "教育局", ""),
    "oversight added": ("开会: {", "开会: {oversee: 督导室, ", "开会", "oversee", Turn.ADDED, "", "督导室"),
    "another assessor": ("assess: 督导室", "assess: 教育局", "学区考核", "assess", Turn.DIFFERENT, "督导室", "教育局"),
    "another rubric": ("rubric: 考核办法", "rubric: 细则", "学区考核", "rubric", Turn.DIFFERENT, "考核办法", "细则"),
    "weaker": ("开会: {", "开会: {force: may, ", "开会", "force", Turn.WEAKER, "must", "may"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "name", "field", "turn", "was", "now"), ASPECTS.values(), ids=ASPECTS)
def test_a_changed_field_is_told_with_both_values(
    old: str, new: str, name: str, field: str, turn: Turn, was: str, now: str
) -> None:
    change = only(compared(old, new))
    assert (change.sort, change.thing.name) == (Sort.CHANGED, name)
    assert [(a.field, a.turn, a.old.en, a.new.en) for a in change.aspects] == [(field, turn, was, now)]


def test_a_new_duty_says_what_it_asks_and_of_whom() -> None:
    changes = compared("  交流:\n", "    # 新\n      听课: {lead: 中心校, when: 每周}\n  交流:\n")
    change = only(changes)
    assert (change.sort, change.kind, change.thing.name) == (Sort.ADDED, "duty", "听课")
    assert {a.field: a.new.zh for a in change.aspects} == {"each": "学区", "lead": "中心校", "when": "每周"}
    assert notices(changes) == {"中心校": [(("lead",), (), ())]}


def test_a_dropped_duty_is_told_to_those_who_had_it() -> None:
    changes = compared("      培训: {lead: 教研室, for: teacher, when: 每学期}\n", "")
    assert (only(changes).sort, only(changes).thing.name) == (Sort.DROPPED, "培训")
    assert notices(changes) == {"教研室": [((), ("lead",), ())], "教师": [((), ("for",), ())]}


def test_a_duty_that_moves_to_another_lead_is_told_to_both() -> None:
    changes = compared("lead: 教研室", "lead: 教育局")
    assert notices(changes) == {
        "教育局": [(("lead",), (), ())],
        "教研室": [((), ("lead",), ())],
        "教师": [((), (), ("for",))],
    }


def test_a_duty_that_moves_to_another_measure_is_not_a_new_one() -> None:
    training = "      培训: {lead: 教研室, for: teacher, when: 每学期}\n"
    moved = OLD.replace(training, "").replace("appraisals:", f"  研修:\n    duties:\n{training}appraisals:")
    found = difference(plan(OLD), plan(moved))
    assert [(c.kind, c.sort, c.thing.name) for c in found.changes] == [
        ("measure", Sort.ADDED, "研修"),
        ("duty", Sort.MOVED, "培训"),
    ]
    moved_to = found.changes[1].aspects[-1]
    assert (moved_to.field, moved_to.turn, moved_to.old.zh, moved_to.new.zh) == (
        "measure",
        Turn.DIFFERENT,
        "交流",
        "研修",
    )


def test_a_renamed_body_is_one_change_and_not_one_in_every_duty() -> None:
    changes = difference(plan(OLD), plan(OLD.replace("教研室", "教研中心")))
    change = only(changes)
    assert (change.sort, change.old and change.old.name, change.thing.name) == (
        Sort.RENAMED,
        "教研室",
        "教研中心",
    )
    assert [n.actor for n in changes.notices] == ["教研中心"]


def test_a_renamed_duty_is_known_by_what_it_says() -> None:
    change = only(compared("轮岗: {", "交流轮岗: {"))
    assert (change.sort, change.old and change.old.name, change.thing.name) == (
        Sort.RENAMED,
        "轮岗",
        "交流轮岗",
    )


def test_a_renamed_measure_moves_nothing_in_it() -> None:
    changes = compared("  交流:\n", "  教师交流:\n")
    assert [(c.kind, c.sort) for c in changes.changes] == [("measure", Sort.RENAMED)]


def test_another_key_under_the_same_name_is_no_change_in_meaning() -> None:
    changes = compared("轮岗: {", "rotation: {name: 轮岗, ")
    assert (only(changes).sort, bool(changes), changes.notices) == (Sort.REKEYED, False, ())


def test_a_policy_adopted_under_another_key_is_the_same() -> None:
    shelf = Shelf({"zones": "duties: {报告: {lead: 局, when: 每月}}\nroles: {局: {is: organ}}\n"})
    before = "organs: {局: }\nadopts: {zones: {}}\n"
    found = compared("{zones: {}}", "{三区: {policy: zones}}", before, shelf)
    assert {c.sort for c in found.changes} <= {Sort.REKEYED}


def test_validity_and_mandates_are_compared() -> None:
    before = f"issue: {{expires: 2026-12-31}}\n{OLD}mandates: {{下级: {{requires: [轮岗, 培训]}}}}\n"
    assert only(compared("2026-12-31", "2027-12-31", before)).aspects[0].field == "expires"
    (requires,) = only(compared("[轮岗, 培训]", "[轮岗]", before)).aspects
    assert (requires.field, requires.old.zh, requires.new.zh) == ("requires", "轮岗、培训", "轮岗")


def test_rows_of_a_schedule_are_known_by_their_month() -> None:
    before = (
        OLD
        + "schedules:\n  表:\n    rows:\n      - {when: 9月, does: 轮岗}\n      - {when: 10月, does: 培训}\n"
    )
    change = only(
        compared(
            "      - {when: 9月, does: 轮岗}\n",
            "      - {when: 8月, does: 开会}\n      - {when: 9月, does: 轮岗}\n",
            before,
        )
    )
    assert (change.kind, change.sort, change.thing.name) == ("row", Sort.ADDED, "表 8月")


# every field ------------------------------------------------------------------------------------------

WHOLE = """\
issue: {issued_by: 局, date: 2025-08-20}
calendar: {rest: [2025-10-10]}
sources: {规程: {name: 某市督导规程, as: basis}, 旧文: {as: basis}}
organs:
  局: {kind: bureau}
  室: {kind: supervision, under: 局, head: 局, members: 局}
  中心: {kind: research}
posts: {专员: {appointed_by: 室, held_by: 局, term: 3 years, note: 连任不超过两届}}
groups: {名校: {of: school, where: {area: urban}}}
goals: {质量: {items: {优质率: {count: 85%}}}}
clusters:
  片区:
    size: {schools: ..9}
    members: {牵头校: {leads: true}, 成员校: {of: school}}
    forms: {紧密型: {legal: merged}, 联盟型: {legal: kept}}
constraints: {自主: {protects: [finance], never: {who: 片区, edge: administers, whom: school}}}
duties:
  联评: {each: 片区, lead: 牵头校, for: 成员校, where: {form: 紧密型}, clause: 第六条, how: 现场, if: 有申请时}
  公示: {lead: 室, for: 名校, basis: 规程, needs: 联评, items: [结果, 意见], output: 公示表, serves: 质量}
  约谈: {lead: 局, for: school, breach: 第八条, except: 成员校, amount: {share: 20%, of: teacher, hold: 片区}}
appraisals:
  年评:
    assess: 室
    for: 片区
    criteria: {管理: {points: 40, evidence: 台账}, 成效: {points: 60, where: {area: urban}}}
    into: {appraisal: 总评, weight: 30%}
  总评: {assess: 局, for: 片区}
"""

FIELDS = {
    "the number of a document": ("date: 2025-08-20", "date: 2025-08-20, number: 某教〔2025〕3号", "number"),
    "receivers": ("date: 2025-08-20", "date: 2025-08-20, to: 片区", "to"),
    "the issuer": ("issued_by: 局", "issued_by: 室", "issued_by"),
    "a day off": ("2025-10-10", "2025-10-13", "rest"),
    "what a source is for": ("旧文: {as: basis}", "旧文: {as: repeals}", "as"),
    "a head": ("head: 局", "head: 室", "head"),
    "a member": ("members: 局", "members: [局, 中心]", "members"),
    "who appoints": ("appointed_by: 室", "appointed_by: 局", "appointed_by"),
    "a term": ("3 years", "5 years", "term"),
    "a figure in a note": ("不超过两届", "不超过三届", "note"),
    "the condition of a group": ("{of: school, where: {area: urban}}", "{of: school, where: {area: rural}}", "where"),
    "the number of an item": ("85%", "95%", "count"),
    "a size": ("..9", "..12", "size"),
    "who leads a cluster": ("牵头校: {leads: true}", "牵头校: ", "leads"),
    "a legal form": ("legal: merged", "legal: kept", "legal"),
    "what is protected": ("[finance]", "[finance, personnel]", "protects"),
    "what must never be": ("edge: administers", "edge: leads", "never"),
    "the condition of a duty": ("where: {form: 紧密型}", "where: {form: 联盟型}", "where"),
    "a clause": ("第六条", "第七条", "clause"),
    "a clause that is broken": ("breach: 第八条", "breach: 第八条第二款", "breach"),
    "a manner": ("how: 现场", "how: 书面", "how"),
    "a case": ("if: 有申请时", "if: 有投诉时", "if"),
    "a basis": ("basis: 规程, ", "", "basis"),
    "a precondition": ("needs: 联评, ", "", "needs"),
    "an item": ("[结果, 意见]", "[结果]", "items"),
    "a goal served": (", serves: 质量", "", "serves"),
    "an exception": ("except: 成员校, ", "", "except"),
    "a level an amount holds on": ("hold: 片区", "hold: county", "amount"),
    "points of an indicator": ("points: 40", "points: 45", "points"),
    "evidence of an indicator": ("evidence: 台账", "evidence: 照片", "evidence"),
    "the condition of an indicator": ("60, where: {area: urban}", "60", "where"),
    "a weight": ("weight: 30%", "weight: 40%", "into"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field"), FIELDS.values(), ids=FIELDS)
def test_whatever_bears_meaning_is_told_when_it_changes(old: str, new: str, field: str) -> None:
    aspects = [aspect for change in compared(old, new, WHOLE).meant for aspect in change.aspects]
    assert [aspect.field for aspect in aspects] == [field]
    assert aspects[0].old != aspects[0].new


def test_a_note_that_binds_nobody_to_anything_is_no_change() -> None:
    noted = WHOLE.replace("中心: {kind: research}", "中心: {kind: research, note: 原教研机构}")
    assert not compared("原教研机构", "与进修学校合署", noted)


def test_of_rows_of_one_month_it_is_said_which_row_it_is() -> None:
    table = OLD + "schedules: {月表: {rows: [{when: 4月, does: 轮岗}, {when: 5月, does: 培训}]}}\n"
    assert only(compared("when: 5月", "when: 4月", table)).thing.name == "月表 4月（第2行）"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("个人隐私除外", "个人隐私和商业秘密除外"),
        ("优先安排山区教学点", "优先安排新建学校"),
        ("仅限公办园", "仅限普惠园"),
        ("寄宿、走读等方式", "寄宿、走读、日托等方式"),
    ],
)
def test_a_note_that_leaves_out_or_puts_first_somebody_else_is_a_change(old: str, new: str) -> None:
    noted = WHOLE.replace("中心: {kind: research}", f"中心: {{kind: research, note: 2025年起，{old}}}")
    (aspect,) = only(compared(old, new, noted)).aspects
    assert (aspect.field, aspect.new.zh) == ("note", f"2025年起，{new}")


def test_a_condition_with_bounds_is_told_in_words() -> None:
    noted = WHOLE.replace("where: {area: urban}}}\ngoals", "where: {班数: 12..}}}\ngoals")
    (aspect,) = only(compared("12..", "18..", noted)).aspects
    assert (aspect.old.zh, aspect.new.zh, aspect.new.en) == (
        "班数不少于12",
        "班数不少于18",
        "班数: at least 18",
    )


def test_who_answers_for_what_falls_in_a_row_is_told_when_the_row_changes() -> None:
    table = OLD + "schedules: {月表: {rows: [{when: 4月, does: [培训, 轮岗]}, {when: 11月, does: 议事}]}}\n"
    assert set(notices(compared("4月", "5月", table))) == {"教研室", "教育局", "教师"}
    found = compared("[培训, 轮岗]", "轮岗", table)
    assert notices(found)["教研室"] == [((), (), ())]
    # It still leads the training, which only falls in that row no longer.
    (notice,) = (one for one in found.notices if one.actor == "教研室")
    assert [share.through for share in notice.shares] == [("培训",)]
    assert {"中心校", "学区"} <= set(notices(compared("11月", "12月", table)))


def test_another_clause_is_a_change_of_its_own_kind() -> None:
    change = only(compared("第六条", "第七条", WHOLE))
    assert (change.sort, change.aspects[0].old.zh, change.aspects[0].new.zh) == (
        Sort.RENUMBERED,
        "第六条",
        "第七条",
    )


@pytest.mark.parametrize(("old", "new"), [("第六条", "第6条"), ("breach: 第八条", "breach: 第 8 条")])
def test_a_clause_written_another_way_is_the_same(old: str, new: str) -> None:
    assert not compared(old, new, WHOLE).changes


def test_an_indicator_that_changed_is_told_alone_and_by_its_name() -> None:
    (aspect,) = only(compared("points: 40", "points: 45", WHOLE)).aspects
    assert (aspect.label.zh, aspect.old.zh, aspect.new.zh) == ("“管理”的分值", "40", "45")


def test_an_indicator_that_is_new_comes_with_all_that_is_said_of_it() -> None:
    (aspect,) = only(compared("成效: {", "特色: {points: 5, evidence: 报告}, 成效: {", WHOLE)).aspects
    assert (aspect.turn, aspect.new.zh) == (Turn.ADDED, "特色（分值5，佐证：报告）")


def test_conditions_and_sizes_are_told_in_words() -> None:
    (condition,) = only(compared("where: {form: 紧密型}", "where: {form: 联盟型}", WHOLE)).aspects
    assert (condition.old.zh, condition.new.zh) == ("所用模式为紧密型", "所用模式为联盟型")
    (size,) = only(compared("..9", "..12", WHOLE)).aspects
    assert (size.old.zh, size.new.zh) == ("学校数不超过9所", "学校数不超过12所")


# bodies under another name -----------------------------------------------------------------------------

NAMED = """\
organs: {市教体局: {kind: bureau}, 乡镇中心校: {each: town}}
posts: {乡镇中心校联络员: {appointed_by: 乡镇中心校}}
duties:
  指导乡镇中心校开展教研: {lead: 市教体局, for: 乡镇中心校, when: 每学期}
  落实经费: {each: town, lead: 乡镇中心校}
  检查: {each: town, lead: 乡镇中心校, for: school, if: 乡镇中心校认为必要时}
"""


def test_a_body_whose_name_stands_in_keys_and_texts_is_renamed_once() -> None:
    changes = difference(plan(NAMED), plan(NAMED.replace("乡镇中心校", "镇中心校")))
    renamed = [(c.kind, c.thing.name) for c in changes.meant]
    assert renamed == [("organ", "镇中心校")]
    assert {c.sort for c in changes.changes} == {Sort.RENAMED}
    assert [n.actor for n in changes.notices] == ["镇中心校"]


def test_a_body_without_any_work_is_known_by_a_name_like_its_own() -> None:
    change = only(
        compared(
            "教研室: }",
            "教师教研室: }",
            OLD.replace("      培训: {lead: 教研室", "      培训: {lead: 督导室"),
        )
    )
    assert (change.sort, change.thing.name) == (Sort.RENAMED, "教师教研室")


def test_bodies_of_unlike_names_and_works_are_two() -> None:
    before = "organs: {甲局: , 乙所: }\nduties: {一事: {lead: 甲局, when: 每月}, 二事: {lead: 乙所}}\n"
    after = "organs: {甲局: , 丙院: }\nduties: {一事: {lead: 甲局, when: 每月}, 三项: {lead: 丙院}}\n"
    found = difference(plan(before), plan(after))
    assert {(c.kind, c.sort) for c in found.changes} >= {("organ", Sort.ADDED), ("organ", Sort.DROPPED)}


def test_of_two_equally_alike_neither_is_taken() -> None:
    before = "organs: {西山中心: }\n"
    after = "organs: {西山一中心: , 西山二中心: }\n"
    assert {c.sort for c in difference(plan(before), plan(after)).changes} == {Sort.ADDED, Sort.DROPPED}


# force -------------------------------------------------------------------------------------------------

WORDED = {
    "weaker": ("应当回避", "可以回避", Turn.WEAKER),
    "stronger": ("可以公开", "应当公开", Turn.STRONGER),
    "reversed": ("可以兼任", "不得兼任", Turn.OPPOSITE),
    "forbidden": ("必须收取", "严禁收取", Turn.OPPOSITE),
}


@pytest.mark.parametrize(("before", "after", "turn"), WORDED.values(), ids=WORDED)
def test_a_sentence_of_another_force_is_not_renamed(before: str, after: str, turn: Turn) -> None:
    change = only(compared(before, after, f"constraints: {{规矩: {{name: 有关人员{before}}}}}\n"))
    assert (change.sort, [(a.field, a.turn) for a in change.aspects]) == (Sort.CHANGED, [("force", turn)])
    assert (change.aspects[0].old.zh, change.aspects[0].new.zh) == (f"有关人员{before}", f"有关人员{after}")


def test_a_duty_that_becomes_forbidden_is_reversed() -> None:
    (force,) = only(compared("轮岗: {", "轮岗: {force: must_not, ")).aspects
    assert (force.turn, force.old.zh, force.new.zh) == (Turn.OPPOSITE, "必须", "不得")


def test_who_must_not_do_it_is_told_so_and_not_that_they_lead() -> None:
    found = notices(
        compared("  交流:\n", "    # 新\n      收费: {lead: 中心校, for: 成员校, force: must_not}\n  交流:\n")
    )
    assert found == {"中心校": [(("must_not",), (), ())], "成员校": [(("for",), (), ())]}


# notices of bodies ---------------------------------------------------------------------------------------


def test_whoever_heads_appoints_holds_or_belongs_is_told_when_that_ends_or_begins() -> None:
    heads = notices(compared("head: 局", "head: 中心", WHOLE))
    assert heads["局"] == [((), ("head",), ("under", "members"))]
    assert heads["中心"] == [(("head",), (), ())]
    assert notices(compared("appointed_by: 室", "appointed_by: 中心", WHOLE))["中心"] == [
        (("appointed_by",), (), ())
    ]
    assert notices(compared("held_by: 局", "held_by: 中心", WHOLE))["局"] == [((), ("held_by",), ())]
    assert notices(compared("of: school, where", "of: [school, 中心], where", WHOLE))["中心"] == [
        (("of",), (), ())
    ]
    assert notices(compared("whom: school", "whom: 中心", WHOLE))["学校"] == [((), ("whom",), ())]


# schools -----------------------------------------------------------------------------------------------

ROSTER = """\
code,name,学区,学区.role
1,一小,东片,中心校
2,二小,东片,成员校
3,三小,西片,中心校
4,四小,西片,成员校
"""


def moved(old: str, new: str) -> list[tuple[str, Seat, Seat]]:
    changes = difference(plan(OLD, roster=ROSTER), plan(OLD, roster=ROSTER.replace(old, new)))
    return [(move.school, move.old, move.new) for move in changes.moves]


def test_a_school_in_another_cluster_has_moved() -> None:
    assert moved("2,二小,东片", "2,二小,西片") == [
        ("二小（2）", Seat(("东片",), ("成员校",)), Seat(("西片",), ("成员校",)))
    ]


def test_a_school_in_another_role_has_moved() -> None:
    (one,) = moved("4,四小,西片,成员校", "4,四小,西片,中心校")
    assert (one[0], one[2].roles) == ("四小（4）", ("中心校",))


def test_a_renamed_cluster_moves_nobody() -> None:
    assert moved("西片", "西城片") == []


def test_a_new_school_comes_from_nowhere() -> None:
    (one,) = moved("4,四小,西片,成员校\n", "4,四小,西片,成员校\n5,五小,西片,成员校\n")
    assert (one[0], one[1].units, one[2].units) == ("五小（5）", (), ("西片",))


def test_schools_that_a_scheme_lists_itself_are_compared_too() -> None:
    before = OLD.replace(
        "成员校: }}}", "成员校: }, units: {东片: {中心校: 一小, 成员校: [二小]}, 西片: {中心校: 三小}}}}"
    )
    found = compared(
        "成员校: [二小]}, 西片: {中心校: 三小", "成员校: []}, 西片: {中心校: 三小, 成员校: 二小", before
    )
    assert [(m.school, m.old.units, m.new.units) for m in found.moves] == [("二小", ("东片",), ("西片",))]


def test_a_row_of_another_month_is_the_row_of_what_falls_in_it() -> None:
    before = (
        OLD
        + "schedules:\n  表:\n    rows:\n      - {when: 9月, does: 轮岗}\n      - {when: 12月, does: 培训}\n"
    )
    change = only(compared("when: 12月", "when: 11月", before))
    assert (change.kind, change.sort) == ("row", Sort.CHANGED)
    assert [(a.field, a.old.zh, a.new.zh) for a in change.aspects] == [("when", "12月", "11月")]


def test_those_who_name_a_renamed_body_need_no_notice_of_it() -> None:
    changes = difference(plan(WHOLE), plan(WHOLE.replace("中心: {kind", "进修中心: {kind")))
    assert [notice.actor for notice in changes.notices] == ["进修中心"]
    led = WHOLE.replace("head: 局", "head: 中心")
    changes = difference(plan(led), plan(led.replace("中心", "进修中心")))
    assert [notice.actor for notice in changes.notices] == ["进修中心"]


def test_a_large_scheme_in_which_everything_is_renamed_is_still_told_apart() -> None:
    def large(tag: str) -> str:
        bodies = ", ".join(f"第{n}所{tag}: " for n in range(120))
        duties = "".join(f"  事{tag}{n}: {{lead: 第{n % 120}所{tag}, how: 第{n}种}}\n" for n in range(240))
        return f"organs: {{{bodies}}}\nduties:\n{duties}"

    changes = difference(plan(large("")), plan(large("新"))).changes
    assert {change.sort for change in changes} == {Sort.RENAMED}
    assert len(changes) == 120 + 240


# who is who --------------------------------------------------------------------------------------------


def test_a_body_whose_new_name_holds_the_old_one_is_not_named_twice_in_texts() -> None:
    before = "organs: {教育局: }\nduties: {汇总: {lead: 教育局, how: 报县教育局（教育局备案）}}\n"
    after = before.replace("教育局: }", "县教育局: }").replace("lead: 教育局", "lead: 县教育局")
    after = after.replace("（教育局备案）", "（县教育局备案）")
    (change,) = difference(plan(before), plan(after)).changes
    assert (change.kind, change.sort) == ("organ", Sort.RENAMED)


def test_what_came_with_a_policy_is_known_by_where_it_was_written() -> None:
    first = Shelf({"片区": "duties: {核查: {name: 核查学位, lead: school}, 公开: {lead: school}}\n"})
    before = "adopts: {甲: {policy: 片区}}\n"
    after = "adopts: {乙: {policy: 片区}}\noverride: {乙/核查: {name: 摸排生源, lead: principal}}\n"
    found = difference(plan(before, first), plan(after, first)).changes
    assert {
        (c.kind, c.sort, c.thing.name) for c in found if c.kind == "duty" and c.sort is not Sort.REKEYED
    } == {("duty", Sort.RENAMED, "摸排生源")}


def test_somebody_from_outside_has_one_notice_by_its_name() -> None:
    before = "issue: {to: [县人大, 学校]}\nduties: {某事: {lead: school, inform: 县人大}}\n".replace(
        ", inform: 县人大", ""
    )
    changes = compared("issue: {to: [县人大, 学校]}", "issue: {to: [school], cc: 县人大}", before)
    assert notices(changes) == {"学校": [((), (), ("to",))], "县人大": [(("cc",), ("to",), ())]}


def test_work_of_many_shared_fields_and_another_lead_is_other_work() -> None:
    before = "organs: {甲局: , 乙局: }\nduties: {整治: {lead: 甲局, when: 每月, for: school, how: 联合}}\n"
    after = "organs: {甲局: , 乙局: }\nduties: {观摩: {lead: 乙局, when: 每年, for: school, how: 现场}}\n"
    assert {c.sort for c in difference(plan(before), plan(after)).changes} == {Sort.ADDED, Sort.DROPPED}


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        ("力争全覆盖", "可以全覆盖", Turn.WEAKER),
        ("鼓励全覆盖", "原则上全覆盖", Turn.STRONGER),
        ("公开结果", "公布结果", Turn.DIFFERENT),
        ("应公开", "须公开", Turn.DIFFERENT),
        ("公开", "可以公开", Turn.WEAKER),
    ],
)
def test_words_of_obligation_are_told_from_other_words(before: str, after: str, turn: Turn) -> None:
    assert turn_of_words(before, after) is turn


def test_forces_and_numbers_stand_to_one_another() -> None:
    assert turn_of_force(Force.MAY, Force.MAY) is Turn.SAME
    several, three = read_quantity("若干所"), read_quantity("3所")
    assert isinstance(several, Quantity)
    assert isinstance(three, Quantity)
    assert turn_of_quantity(several, three) is turn_of_quantity(three, several) is Turn.DIFFERENT
    assert said_amount(None, str) == ""


def test_what_a_policy_brings_elsewhere_under_another_name_is_known_by_its_birth() -> None:
    shelf = Shelf({"片区": "duties: {核查: {name: 核查学位, lead: school}, 公开: {lead: school}}\n"})
    before = "adopts: {片区: {}}\n"
    other = "{name: 摸排生源, lead: principal, how: 入户}"
    after = f"measures: {{招生: {{adopts: {{片区: {{}}}}}}}}\noverride: {{招生/核查: {other}}}\n"
    found = difference(plan(before, shelf), plan(after, shelf)).changes
    changed = [(c.sort, c.old and c.old.name, c.new and c.new.name) for c in found if c.kind == "duty"]
    assert (Sort.RENAMED, "核查学位", "摸排生源") in changed
    assert not [sort for sort, _, _ in changed if sort in (Sort.ADDED, Sort.DROPPED)]


def amounts(value: object) -> tuple[Amount, ...]:
    read = read_amounts(value)
    assert isinstance(read, tuple)
    return read


def test_amounts_of_one_thing_are_held_against_each_other_whatever_their_order() -> None:
    first = amounts([{"share": "10%", "of": "甲"}, {"count": 3}, {"value": "5万元"}])
    second = amounts([{"count": 2}, {"value": "6万元"}, {"share": "20%", "of": "甲"}])
    turns = [turn_of_amount(*pair) for pair in amount_pairs(first, second)]
    assert turns == [Turn.MORE, Turn.LESS, Turn.MORE]
    alone = amount_pairs(amounts({"share": "10%", "of": "甲"}), amounts({"count": 2}))
    assert [turn_of_amount(*pair) for pair in alone] == [Turn.DIFFERENT]


def test_a_time_that_comes_or_goes_is_neither_slower_nor_faster() -> None:
    monthly = read_when("每月")
    assert isinstance(monthly, tuple)
    assert turn_of_rhythm(monthly, ()) is Turn.DROPPED
    assert turn_of_rhythm((), monthly) is Turn.ADDED
    assert turn_of_rhythm((), ()) is turn_of_rhythm(monthly, monthly) is Turn.SAME


def test_the_clause_of_a_scheme_itself_is_compared_too() -> None:
    change = only(compared("clause: 总则", "clause: 附则", f"clause: 总则\n{OLD}"))
    assert (change.kind, change.sort) == ("scheme", Sort.RENUMBERED)


def test_items_and_phases_in_another_order_are_a_change() -> None:
    def orders(before: str, after: str) -> list[tuple[str, str, str]]:
        found = difference(plan(before), plan(after))
        return [
            (a.label.zh, a.old.zh, a.new.zh) for c in found.changes for a in c.aspects if "次序" in a.label.zh
        ]

    steps = "duties: {评审: {items: {初评: {items: [书面, 现场]}, 复评: }}}"
    assert orders(steps, steps) == []
    assert orders(steps, "duties: {评审: {items: {复评: , 公示: , 初评: {items: [现场, 书面]}}}}") == [
        ("内容的次序", "初评、复评", "复评、公示、初评"),
        ("“初评”的内容的次序", "书面、现场", "现场、书面"),
    ]
    assert orders("duties: {评审: {items: [一, 二, 三]}}", "duties: {评审: {items: [三, 四]}}") == []
    assert orders("phases: [动员, 试点, 推广]", "phases: [动员, 推广, 试点]") == [
        ("阶段的次序", "动员、试点、推广", "动员、推广、试点")
    ]


def test_an_exception_that_is_no_actor_is_told_and_has_no_notice() -> None:
    said = "organs: {局: , 科: }\nduties: {公开: {lead: 局, when: 每年, except: [科, 涉密事项]}}"
    found = difference(plan(said), plan(said.replace("涉密事项", "法律另有规定的")))
    assert [(a.old.zh, a.new.zh) for c in found.changes for a in c.aspects] == [
        ("科、涉密事项", "科、法律另有规定的")
    ]
    assert {notice.actor for notice in found.notices} == {"局", "科"}


ORDERED = """\
conventions: {joint: first_leads}
organs: [甲局, 乙局]
duties:
  共办: {lead: [甲局, 乙局]}
  值守: {lead: [甲局, 乙局], in_turn: lead}
  报批: {lead: 甲局, approve: 乙局, inform: 乙局, gate: [approve, inform]}
  同贺: {lead: 甲局, support: [甲局, 乙局]}
appraisals: {年评: {assess: 甲局, for: 乙局, grades: [好, 中, 差]}}
"""


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("共办: {lead: [甲局, 乙局]", "共办: {lead: [乙局, 甲局]", "牵头的次序"),
        ("值守: {lead: [甲局, 乙局]", "值守: {lead: [乙局, 甲局]", "牵头的次序"),
        ("[approve, inform]", "[inform, approve]", "须先的次序"),
        ("[好, 中, 差]", "[差, 中, 好]", "等次的次序"),
    ],
)
def test_the_order_of_values_is_told_where_it_says_something(old: str, new: str, label: str) -> None:
    (aspect,) = only(compared(old, new, ORDERED)).aspects
    assert aspect.label.zh == label


def test_the_order_of_those_who_support_says_nothing() -> None:
    assert not compared("support: [甲局, 乙局]", "support: [乙局, 甲局]", ORDERED)


THROUGH = """\
organs: [校车办, 财政所]
groups:
  远校: {of: school, where: {area: 乡村}}
  乘车校: {of: [远校, 校车办]}
  司机: {of: [校车办, 财政所]}
duties:
  补贴: {lead: 财政所, for: 乘车校}
  发车: {lead: 校车办}
  停运: {lead: 财政所, force: may, suspends: 发车}
  培训: {lead: 校车办, amount: {share: 20%, of: 司机}}
"""


def test_who_works_for_a_group_is_told_that_it_is_another() -> None:
    told = {notice.actor: notice.shares for notice in compared("area: 乡村", "area: 镇区", THROUGH).notices}
    assert [share.through for share in told["财政所"]] == [("补贴",)]
    smaller = {
        notice.actor: notice.shares for notice in compared("[校车办, 财政所]}", "[财政所]}", THROUGH).notices
    }
    assert any(share.through == ("培训",) or share.lost for share in smaller["校车办"])


def test_a_stop_that_is_lifted_takes_no_work_from_anybody() -> None:
    told = {notice.actor: notice.shares for notice in compared(", suspends: 发车", "", THROUGH).notices}
    assert [(share.lost, share.kept) for share in told["财政所"]] == [((), ("may",))]
    assert [(share.lost, share.kept, share.through) for share in told["校车办"]] == [((), (), ("发车",))]


def test_to_whom_parts_of_an_amount_fall_and_whose_result_weighs_otherwise_are_told() -> None:
    text = (
        "organs: {局: , 甲所: , 乙所: , 督室: }\n"
        "duties: {拨款: {lead: 局, when: 每年, amount: {count: 9万元, split: "
        "[{units: 甲所, count: 4万元}, {units: 乙所, count: 5万元}]}}}\n"
        "appraisals:\n"
        "  片评: {assess: 局, for: 甲所, when: 每年, into: {appraisal: 年评, weight: 10%}}\n"
        "  年评: {assess: 督室, for: 乙所, when: 每年}\n"
    )
    other = text.replace("4万元", "2万元").replace("5万元", "7万元")
    assert told(text, other) == {"局": ["拨款"], "甲所": ["拨款"], "乙所": ["拨款"]}
    assert told(text, text.replace("10%", "30%")) == {
        name: ["片评"] for name in ("局", "甲所", "督室", "乙所")
    }


def told(old: str, new: str) -> dict[str, list[str]]:
    found = difference(plan(old), plan(new))
    return {each.actor: [share.change.thing.name for share in each.shares] for each in found.notices}
