"""Two versions of a scheme: what changed in meaning, by which measure, and for whom."""

from __future__ import annotations

import pytest

import localities
from schemes import NOTHING, Shelf, plan
from xuequ.query.difference import Change, Changes, Sort, difference
from xuequ.query.moves import Seat
from xuequ.query.values import Turn

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
    "a smaller share": ("share: 15%", "share: 10%", "轮岗", "amount", Turn.LESS, "教师的15%", "教师的10%"),
    "a larger share": ("share: 15%", "share: 20%", "轮岗", "amount", Turn.MORE, "教师的15%", "教师的20%"),
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
    assert [(a.field, a.turn, a.old, a.new) for a in change.aspects] == [(field, turn, was, now)]


def test_a_new_duty_says_what_it_asks_and_of_whom() -> None:
    changes = compared("  交流:\n", "    # 新\n      听课: {lead: 中心校, when: 每周}\n  交流:\n")
    change = only(changes)
    assert (change.sort, change.kind, change.thing.name) == (Sort.ADDED, "duty", "听课")
    assert {a.field: a.new for a in change.aspects} == {"each": "学区", "lead": "中心校", "when": "每周"}
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
    assert found.changes[1].aspects[-1][:4] == ("measure", Turn.DIFFERENT, "交流", "研修")


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
    assert only(compared("[轮岗, 培训]", "[轮岗]", before)).aspects[0][:4] == (
        "requires",
        Turn.DIFFERENT,
        "轮岗、培训",
        "轮岗",
    )


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
