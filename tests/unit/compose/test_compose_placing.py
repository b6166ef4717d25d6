"""Where what was taken over stands, and what stands beside it."""

from __future__ import annotations

from copy import deepcopy

import pytest

from schemes import Shelf, codes, composed, document
from xuequ.compose import Adopted, Step, compose
from xuequ.findings.finding import Place

WORK = """\
xuequ: 1
kind: policy
name: 七统一
sources: {opinion: {name: 意见}, basis: {name: 依据, as: basis}}
goals: {balance: {name: 均衡}}
measures: {money: {name: 财务, duties: {ledger: {name: 记账, clause: opinion/一}}}}
duties: {report: {name: 报告}}
"""
NOTHING_TO_DO = "organs: {panel: {name: 专家组}}\n"
BASE = """\
issue: {date: 2024-01-01}
calendar: {school_year: 2024}
answers: {x: {not_applicable: 无}}
organs: {局: {name: 教育局}, 室: {name: 督导室}}
goals: {fair: {name: 均衡}}
adopts: {unities: }
drop: 室
override: {局: {note: 主管}}
"""
SHELF = Shelf({"unities": WORK, "panel": NOTHING_TO_DO}, {"base.yaml": BASE})


def places(found: object) -> list[Place]:
    return [each.place for each in found]  # type: ignore[attr-defined]


# Adoptions ------------------------------------------------------------------------------------------


def test_an_adoption_at_the_top_becomes_a_measure_of_its_key_and_its_policys_name() -> None:
    whole = composed("adopts: {seven: {policy: unities, clause: 三}}\n", SHELF)
    measure = whole.tree["measures"]["seven"]
    assert (measure["name"], measure["adopted"], measure["clause"]) == ("七统一", "seven", "三")
    assert list(measure) == ["name", "clause", "adopted", "measures", "duties"]
    assert whole.origins.of(("measures", "seven")).path == ("adopts", "seven")
    assert whole.origins.of(("measures", "seven")).step is Step.OWN
    duty = whole.origins.of(("measures", "seven", "measures", "money", "duties", "ledger"))
    assert (duty.file, duty.path) == ("policies/unities.yaml", ("measures", "money", "duties", "ledger"))
    assert duty.step is Step.ADOPTED
    assert duty.by == Place(file="scheme.yaml", path=("adopts", "seven"), on="key")


@pytest.mark.parametrize("field", ["name", "note", "unclear"])
def test_what_an_adoption_says_of_itself_its_measure_says(field: str) -> None:
    tree = composed(f"adopts: {{unities: {{{field}: 某话}}}}\n", SHELF).tree
    assert tree["measures"]["unities"][field] == "某话"


def test_what_was_adopted_is_kept_with_where_its_work_stands() -> None:
    text = "measures: {m: {name: 某, adopts: {seven: {policy: unities}}}}\nadopts: {panel: }\n"
    at = ("measures", "m", "adopts", "seven")
    assert composed(text, SHELF).adopted == (
        Adopted(
            key="panel",
            policy="panel",
            name="某政策",
            file="policies/panel.yaml",
            inside=("measures", "panel"),
            at=("adopts", "panel"),
            place=Place(file="scheme.yaml", path=("adopts", "panel"), on="key"),
        ),
        Adopted(
            key="seven",
            policy="unities",
            name="七统一",
            file="policies/unities.yaml",
            inside=("measures", "m"),
            at=at,
            place=Place(file="scheme.yaml", path=at, on="key"),
        ),
    )


def test_a_policy_without_work_becomes_no_measure() -> None:
    assert "measures" not in composed("adopts: {panel: }\n", SHELF).tree


def test_measures_inside_of_measures_adopt_as_well() -> None:
    text = (
        "measures: {m: {name: 某, measures: {n: {name: 某, adopts: {unities: }}}}, o: {adopts: {panel: }}}\n"
    )
    whole = composed(text, SHELF)
    assert list(whole.tree["measures"]["m"]["measures"]["n"]["duties"]) == ["report"]
    assert "duties" not in whole.tree["measures"]["m"]
    assert [each.key for each in whole.adopted] == ["unities", "panel"]
    assert "unities" not in whole.tree["measures"]


def test_sources_of_a_policy_have_the_key_of_the_adoption_in_front() -> None:
    whole = composed("sources: {opinion: {name: 另一份}}\nadopts: {seven: {policy: unities}}\n", SHELF)
    assert list(whole.tree["sources"]) == ["opinion", "seven/opinion", "seven/basis"]
    origin = whole.origins.of(("sources", "seven/opinion", "name"))
    assert (origin.file, origin.path) == ("policies/unities.yaml", ("sources", "opinion", "name"))


def test_what_one_policy_brings_twice_is_there_once_and_its_work_twice() -> None:
    whole = composed(
        "measures: {a: {name: 甲, adopts: {unities: }}, b: {name: 乙, adopts: {unities: }}}\n", SHELF
    )
    assert codes(whole.findings) == []
    assert list(whole.tree["goals"]) == ["balance"]
    assert [list(whole.tree["measures"][key]["duties"]) for key in "ab"] == [["report"], ["report"]]
    assert list(whole.tree["sources"]) == ["unities/opinion", "unities/basis"]


def test_a_key_that_two_files_bring_is_told_at_the_adoption_and_at_the_other() -> None:
    whole = composed("goals: {balance: {name: 自己的}}\nadopts: {unities: }\n", SHELF)
    (found,) = whole.findings
    assert (found.code, found.args["name"]) == ("COM001", "balance")
    assert found.primary == Place(file="scheme.yaml", path=("adopts", "unities"), on="key")
    assert places(found.related) == [Place(file="scheme.yaml", path=("goals", "balance"), on="key")]
    assert found.related[0].label == "other"
    assert whole.tree["goals"]["balance"]["name"] == "自己的"
    assert "report" in whole.tree["measures"]["unities"]["duties"]


def test_what_comes_behind_a_key_that_is_there_comes_all_the_same() -> None:
    shelf = Shelf({"p": "goals: {balance: , quality: }\n"})
    assert list(composed("goals: {balance: }\nadopts: {p: }\n", shelf).tree["goals"]) == [
        "balance",
        "quality",
    ]


def test_how_a_policy_was_issued_and_its_calendar_stay_its_own() -> None:
    shelf = Shelf({"p": "issue: {date: 2024-01-01}\ncalendar: {school_year: 2024}\nduties: {a: }\n"})
    tree = composed("adopts: {p: }\n", shelf).tree
    assert "issue" not in tree
    assert "calendar" not in tree


def test_work_of_a_measures_own_stays_beside_what_it_adopts() -> None:
    text = "measures: {m: {name: 某, duties: {own: {name: 自}}, adopts: {unities: }}}\n"
    assert list(composed(text, SHELF).tree["measures"]["m"]["duties"]) == ["own", "report"]
    clash = composed(text.replace("own", "report"), SHELF)
    assert codes(clash.findings) == ["COM001"]


def test_a_file_is_not_changed_by_what_is_made_of_it() -> None:
    text = "goals: {own: {name: 某}}\nmeasures: {m: {name: 某, duties: {a: }, adopts: {unities: }}}\n"
    text += "adopts: {seven: {policy: unities}}\n"
    file = document(f"{text}override: {{a: {{note: 无}}}}\n")
    before = deepcopy(file.value)
    made = compose(file, SHELF)
    assert file.value == before
    assert made.tree["measures"]["m"]["duties"]["a"] == {"note": "无"}


def test_every_file_that_went_in_is_there_with_what_was_found_in_it() -> None:
    whole = composed("extends: base.yaml\nadopts: {panel: }\n", SHELF)
    assert set(whole.documents) == {
        "scheme.yaml",
        "base.yaml",
        "policies/unities.yaml",
        "policies/panel.yaml",
    }
    assert whole.file == "scheme.yaml"
    broken = Shelf({"a": "adopts: {gone: }\n"})
    assert codes(composed("adopts: {a: }\n", broken).findings) == ["REF109"]


def test_a_policy_that_is_not_there_is_told_at_its_key_with_what_is_nearest() -> None:
    (found,) = composed("adopts: {x: {policy: unites}}\n", SHELF).findings
    assert (found.code, found.args["name"], found.args["nearest"]) == ("REF109", "unites", ("unities",))
    assert found.primary == Place(file="scheme.yaml", path=("adopts", "x"), on="key")


def test_a_circle_of_policies_is_told_in_its_order_where_it_closes() -> None:
    shelf = Shelf({"a": "adopts: {b: }\n", "b": "adopts: {c: }\n", "c": "adopts: {b: }\norgans: {局: }\n"})
    whole = composed("adopts: {a: }\n", shelf)
    (found,) = whole.findings
    assert found.code == "REF111"
    assert found.args["files"] == ["policies/b.yaml", "policies/c.yaml", "policies/b.yaml"]
    assert found.primary == Place(file="policies/c.yaml", path=("adopts", "b"), on="key")
    assert "局" in whole.tree["organs"]


# Extending ------------------------------------------------------------------------------------------


def test_what_a_scheme_says_once_it_does_not_take_from_the_one_it_extends() -> None:
    tree = composed("extends: base.yaml\n", SHELF).tree
    assert "issue" not in tree
    assert "answers" not in tree
    assert "calendar" not in tree
    assert "adopts" not in tree
    assert "drop" not in tree
    assert "override" not in tree
    assert tree["extends"] == "base.yaml"
    assert tree["organs"] == {"局": {"name": "教育局", "note": "主管"}}
    assert "report" in tree["measures"]["unities"]["duties"]


def test_what_was_extended_and_what_is_a_files_own_know_where_they_come_from() -> None:
    whole = composed("extends: base.yaml\norgans: {科: {name: 教育科}}\nprinciples: {公平: }\n", SHELF)
    assert list(whole.tree["organs"]) == ["局", "科"]
    theirs, own = whole.origins.of(("organs", "局", "name")), whole.origins.of(("organs", "科", "name"))
    assert (theirs.file, theirs.path, theirs.step) == ("base.yaml", ("organs", "局", "name"), Step.EXTENDED)
    assert theirs.by == Place(file="scheme.yaml", path=("extends",))
    assert (own.file, own.path, own.step) == ("scheme.yaml", ("organs", "科", "name"), Step.OWN)
    assert whole.origins.of(("principles", "公平")).file == "scheme.yaml"
    adopted = whole.origins.of(("measures", "unities", "duties", "report"))
    assert (adopted.file, adopted.step) == ("policies/unities.yaml", Step.ADOPTED)
    assert [each.key for each in whole.adopted] == ["unities"]


def test_a_field_that_both_say_is_the_files_own() -> None:
    base = Shelf({}, {"base.yaml": "note: 别处的话\norgans: {局: }\n"})
    whole = composed("extends: base.yaml\nnote: 自己的话\n", base)
    origin = whole.origins.of(("note",))
    assert (whole.tree["note"], origin.file, origin.step) == ("自己的话", "scheme.yaml", Step.OWN)
    assert composed("extends: base.yaml\n", base).origins.of(("note",)).file == "base.yaml"


def test_the_roles_of_what_an_extended_scheme_adopts_are_kept() -> None:
    policy = "roles: {host: {name: 主办方, is: organ}}\nduties: {a: {lead: host}}\n"
    base = "organs: {局: }\nadopts: {p: {bind: {host: 局}}}\n"
    whole = composed("extends: base.yaml\n", Shelf({"p": policy}, {"base.yaml": base}))
    assert [(role.role, role.text) for role in whole.roles] == [("host", "局")]


def test_a_key_of_the_extended_scheme_is_not_written_over() -> None:
    whole = composed("extends: base.yaml\ngoals: {new: , fair: {name: 别的}}\n", SHELF)
    (found,) = whole.findings
    assert (found.code, found.args["name"]) == ("COM001", "fair")
    assert found.primary == Place(file="scheme.yaml", path=("goals", "fair"), on="key")
    assert places(found.related) == [Place(file="base.yaml", path=("goals", "fair"), on="key")]
    assert whole.tree["goals"] == {"fair": {"name": "均衡"}, "balance": {"name": "均衡"}, "new": {}}


def test_what_comes_behind_a_key_that_is_taken_is_added_all_the_same() -> None:
    whole = composed("extends: base.yaml\ngoals: {fair: , new: }\n", SHELF)
    assert whole.findings[0].related[0].label == "other"
    assert list(whole.tree["goals"]) == ["fair", "balance", "new"]


def test_nothing_is_extended_where_that_is_left_open() -> None:
    whole = composed("extends: unspecified\n", SHELF)
    assert not whole.findings
    assert "organs" not in whole.tree


def test_a_scheme_that_is_not_there_is_told_at_its_name() -> None:
    (found,) = composed("extends: gone.yaml\norgans: {局: }\n", SHELF).findings
    assert (found.code, found.args["name"]) == ("REF110", "gone.yaml")
    assert found.primary == Place(file="scheme.yaml", path=("extends",))


def test_a_circle_of_schemes_is_told_in_its_order() -> None:
    shelf = Shelf(
        schemes={"a.yaml": "extends: scheme.yaml\norgans: {局: }\n", "scheme.yaml": "extends: a.yaml\n"}
    )
    whole = composed("extends: a.yaml\n", shelf)
    (found,) = whole.findings
    assert found.args["files"] == ["scheme.yaml", "a.yaml", "scheme.yaml"]
    assert found.primary == Place(file="a.yaml", path=("extends",))
    assert "局" in whole.tree["organs"]


# Overriding and dropping ----------------------------------------------------------------------------

LAST = """\
organs: {局: {name: 教育局}}
measures: {m: {name: 某, duties: {report: {name: 报告, amount: {count: 3, of: school}, items: {甲: {note: 旧}, 乙: }}}}}
duties: {visit: {name: 走访}, other: {name: 别的}}
schedules: {表: {rows: [{when: 8月, does: visit}, {when: 9月, duties: {open: {name: 开放日}}}]}}
"""
LAST_SHELF = Shelf(schemes={"last.yaml": LAST})


def test_an_element_of_a_section_is_changed_or_added_by_itself() -> None:
    text = "extends: last.yaml\noverride: {m/report: {items: {甲: {note: 新}, 丙: {note: 添}}}}\n"
    whole = composed(text, LAST_SHELF)
    at = ("measures", "m", "duties", "report")
    assert whole.tree["measures"]["m"]["duties"]["report"]["items"] == {
        "甲": {"note": "新"},
        "乙": {},
        "丙": {"note": "添"},
    }
    new, added = (
        whole.origins.of((*at, "items", "甲", "note")),
        whole.origins.of((*at, "items", "丙", "note")),
    )
    assert (new.path, new.step) == (("override", "m/report", "items", "甲", "note"), Step.OVERRIDE)
    assert (added.file, added.path) == ("scheme.yaml", ("override", "m/report", "items", "丙", "note"))
    assert whole.origins.of((*at, "items", "乙")).file == "last.yaml"


def test_a_field_is_replaced_whole_with_what_was_known_of_its_parts() -> None:
    policy = (
        "parameters: {n: {value: 2}}\nduties: {d: {name: 某, amount: {count: $n, of: school}, note: $n}}\n"
    )
    text = "adopts: {p: }\noverride: {d: {amount: 5, for: school}}\n"
    whole = composed(text, Shelf({"p": policy}))
    duty = ("measures", "p", "duties", "d")
    assert whole.tree["measures"]["p"]["duties"]["d"]["note"] == 2
    replaced = whole.origins.of((*duty, "amount", "count"))
    assert (replaced.file, replaced.path) == ("scheme.yaml", ("override", "d", "amount", "count"))
    assert replaced.by == Place(file="policies/p.yaml", path=("duties", "d", "amount"))
    assert whole.origins.of((*duty, "note")).step is Step.PARAMETER
    assert whole.origins.of((*duty, "for")).step is Step.OVERRIDE


def test_what_is_no_section_is_replaced_whole_and_so_is_what_is_left_open() -> None:
    last = "groups: {g: {of: school, where: {area: 乡村, stage: 小学}}}\ngoals: {a: {items: {甲: }}, b: {name: 乙}}\n"
    text = "extends: last.yaml\noverride: {g: {where: {stage: 初中}}, a: {items: unspecified}, b: {items: {丙: }}}\n"
    tree = composed(text, Shelf(schemes={"last.yaml": last})).tree
    assert tree["groups"]["g"]["where"] == {"stage": "初中"}
    assert tree["goals"] == {"a": {"items": "unspecified"}, "b": {"name": "乙", "items": {"丙": {}}}}


def test_what_an_element_of_a_section_says_beside_stays() -> None:
    last = "goals: {a: {items: {甲: {note: 旧, clause: 一}}}}\n"
    text = "extends: last.yaml\noverride: {a: {items: {甲: {note: 新}}}}\n"
    tree = composed(text, Shelf(schemes={"last.yaml": last})).tree
    assert tree["goals"]["a"]["items"]["甲"] == {"note": "新", "clause": "一"}


def test_what_could_be_several_is_told_with_their_paths() -> None:
    text = "measures: {a: {name: 某, duties: {d: }}, b: {name: 某, duties: {d: }}}\n"
    whole = composed(f"{text}override: {{d: {{note: 无}}}}\ndrop: [a/d, d]\n")
    (found,) = whole.findings
    assert (found.code, found.args["name"], found.args["paths"]) == ("COM006", "d", ["a/d", "b/d"])
    assert found.primary == Place(file="scheme.yaml", path=("override", "d"), on="key")
    assert "duties" in whole.tree["measures"]["b"]
    assert whole.tree["measures"]["a"]["duties"] == {}


def test_what_is_dropped_goes_wherever_it_stands() -> None:
    whole = composed("extends: last.yaml\ndrop: [开放日, visit]\n", LAST_SHELF)
    assert whole.tree["schedules"]["表"]["rows"][1]["duties"] == {}
    assert whole.tree["schedules"]["表"]["rows"][0]["when"] == "8月"
    assert list(whole.tree["duties"]) == ["other"]
    base = LAST_SHELF.scheme("last.yaml", "")
    assert base is not None
    assert "开放日" in str(base.value)


def test_one_thing_may_be_dropped_without_a_list() -> None:
    assert list(composed("extends: last.yaml\ndrop: visit\n", LAST_SHELF).tree["duties"]) == ["other"]


@pytest.mark.parametrize(("written", "path"), [("[other, vist]", ("drop", 1)), ("vist", ("drop",))])
def test_what_is_not_there_to_be_dropped_is_told_at_its_place(
    written: str, path: tuple[str | int, ...]
) -> None:
    (found,) = composed(f"extends: last.yaml\ndrop: {written}\n", LAST_SHELF).findings
    assert (found.code, found.args["name"], found.args["nearest"]) == ("COM002", "vist", ("visit",))
    assert found.primary == Place(file="scheme.yaml", path=path)


def test_roles_and_parameters_of_a_policy_are_not_what_it_overrides() -> None:
    policy = "roles: {d: {name: 某, is: organ}}\nparameters: {e: {value: 1}}\nduties: {d: {name: 事}}\n"
    policy += "override: {d: {note: 新}, e: {}}\n"
    whole = composed("organs: {某: }\nadopts: {p: }\n", Shelf({"p": policy}))
    assert codes(whole.findings) == ["COM002"]
    assert whole.tree["measures"]["p"]["duties"]["d"]["note"] == "新"


def test_what_a_policy_changes_it_changes_in_itself_and_not_in_its_adopter() -> None:
    policy = "duties: {report: {name: 事}}\noverride: {report: {note: 新}}\n"
    whole = composed("duties: {report: {name: 自己的}}\nadopts: {p: }\n", Shelf({"p": policy}))
    assert not whole.findings
    assert whole.tree["duties"]["report"] == {"name": "自己的"}
    assert whole.tree["measures"]["p"]["duties"]["report"]["note"] == "新"
