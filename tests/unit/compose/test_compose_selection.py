"""What of a policy is taken over: `only` and `without`, parameters, roles."""

from __future__ import annotations

import pytest

from schemes import Shelf, codes, composed
from xuequ.compose import Composed, Step
from xuequ.findings.finding import Place

POLICY = """\
roles:
  bureau: {name: 主管部门, aliases: [主管局], is: organ}
  area: {name: 片区, is: unit}
parameters:
  towns: {value: 2, min: 1, max: 3}
  least: {min: 2}
  most: {max: 5}
  open: {name: 口径}
sources: {opinion: {name: 指导意见}}
goals: {balance: {name: 均衡}, quality: {name: 质量}}
organs:
  panel: {name: 专家组, head: bureau, posts: {chair: {name: 组长}}}
  office: {name: 办公室, under: bureau/finance}
measures:
  money: {name: 财务, duties: {ledger: {name: 记账, count: $towns}, audit: {name: 审计}}}
  staff: {name: 师资, duties: {training: {name: 培训, lead: [bureau, panel]}}}
duties:
  report: {name: 报告, note: 共$towns个, when: $open, inform: [$who, bureau]}
appraisals: {yearly: {name: 考核}}
"""


def adopted(
    fields: str = "", policy: str = POLICY, scheme: str = "organs: {局: {aliases: [某局]}}\n"
) -> Composed:
    bind = "bind: {bureau: 局, area: county}"
    said = f"{bind}, {fields}" if fields and "bind" not in fields else fields or bind
    return composed(f"{scheme}adopts: {{p: {{{said}}}}}\n", Shelf({"p": policy}))


def taken(fields: str) -> set[str]:
    """The paths of the elements that came, work below its measure."""
    tree = adopted(fields).tree
    work = tree.get("measures", {}).get("p", {})
    found = {*tree.get("goals", {}), *(key for key in tree.get("organs", {}) if key != "局")}
    found |= {*work.get("duties", {}), *work.get("appraisals", {})}
    for key, measure in work.get("measures", {}).items():
        found |= {key, *(f"{key}/{duty}" for duty in measure.get("duties", {}))}
    return found


EVERYTHING = {
    "balance", "quality", "panel", "office", "report", "yearly",
    "money", "money/ledger", "money/audit", "staff", "staff/training",
}  # fmt: skip


# only and without -----------------------------------------------------------------------------------


def test_without_a_choice_everything_comes() -> None:
    assert taken("") == EVERYTHING


def test_only_keeps_what_it_names_with_what_is_above_and_below_it() -> None:
    work = {"money", "money/ledger"}
    assert taken("only: [ledger]") == EVERYTHING - {
        "report",
        "yearly",
        "staff",
        "staff/training",
        "money/audit",
    }
    assert taken("only: [money]") & {"money", "money/ledger", "money/audit", "staff"} == {
        *work,
        "money/audit",
    }


def test_only_narrows_just_the_sections_it_names_something_in() -> None:
    assert taken("only: [均衡]") == EVERYTHING - {"quality"}
    assert taken("only: [panel]") == EVERYTHING - {"office"}
    assert taken("only: [yearly, 质量]") == {"panel", "office", "quality", "yearly"}


def test_without_leaves_out_what_it_names_with_all_below_it() -> None:
    assert taken("without: [money]") == EVERYTHING - {"money", "money/ledger", "money/audit"}
    assert taken("without: money/audit") == EVERYTHING - {"money/audit"}


def test_what_is_left_out_is_left_out_of_what_is_kept() -> None:
    assert taken("only: [money], without: [审计]") & {"money/ledger", "money/audit"} == {"money/ledger"}


def test_a_single_text_is_as_good_as_a_list_of_one() -> None:
    assert taken("only: ledger") == taken("only: [ledger]")


@pytest.mark.parametrize("field", ["only", "without"])
def test_a_choice_of_what_cannot_be_chosen_is_told_with_what_is_nearest(field: str) -> None:
    told = [each for each in adopted(f"{field}: [money, opinion, ledgr]").findings if each.code == "COM005"]
    assert [each.args["name"] for each in told] == ["opinion", "ledgr"]
    assert [getattr(each.args["field"], "en", "") for each in told] == [field, field]
    assert told[1].args["nearest"] == ("ledger",)
    assert told[1].primary == Place(file="scheme.yaml", path=("adopts", "p", field, 2))


def test_what_stays_is_as_it_was_also_in_the_rows_of_a_table() -> None:
    policy = """\
goals: {balance: {name: 均衡, note: 某话, items: {师资: }}}
schedules: {表: {rows: [{when: 9月, duties: {开学: {lead: locality}, 检查: }}, {when: 10月}]}}
"""
    tree = adopted("without: [开学]", policy).tree
    assert tree["goals"]["balance"] == {"name": "均衡", "note": "某话", "items": {"师资": {}}}
    assert tree["schedules"]["表"]["rows"] == [{"when": "9月", "duties": {"检查": {}}}, {"when": "10月"}]


def test_a_part_of_a_goal_cannot_be_chosen_by_itself() -> None:
    policy = "goals: {balance: {items: {师资: }}}\n"
    (found,) = adopted("bind: {}, only: [师资]", policy).findings
    assert (found.code, found.args["name"]) == ("COM005", "师资")


# Parameters -----------------------------------------------------------------------------------------


def report(fields: str = "") -> dict[str, object]:
    tree = adopted(fields).tree
    duty: dict[str, object] = tree["measures"]["p"]["duties"]["report"]
    return duty


def test_a_parameter_is_its_default_and_left_open_without_one() -> None:
    whole = adopted()
    at = ("measures", "p", "measures", "money", "duties", "ledger", "count")
    assert whole.tree["measures"]["p"]["measures"]["money"]["duties"]["ledger"]["count"] == 2
    origin = whole.origins.of(at)
    assert (origin.file, origin.path) == ("policies/p.yaml", ("parameters", "towns", "value"))
    assert origin.step is Step.PARAMETER
    assert origin.by == Place(file="policies/p.yaml", path=("measures", "money", "duties", "ledger", "count"))
    assert report()["when"] == "unspecified"
    assert report("parameters: {open: 每月}")["when"] == "每月"


def test_only_a_whole_value_is_a_parameter() -> None:
    assert report()["note"] == "共$towns个"


def test_a_parameter_nobody_declared_is_told_where_it_stands_and_left_open() -> None:
    whole = adopted()
    assert report()["inform"] == ["unspecified", "局"]
    (found,) = whole.findings
    assert (found.code, found.args["name"], found.args["nearest"]) == ("COM007", "who", ())
    assert found.primary == Place(file="policies/p.yaml", path=("duties", "report", "inform", 0))
    near = adopted(policy=POLICY.replace("$who", "$town"))
    assert near.findings[0].args["nearest"] == ("towns",)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("towns: 1", None),
        ("towns: 3", None),
        ("towns: 0", (0, 1, 3)),
        ("towns: 4", (4, 1, 3)),
        ("towns: 3.5", (3.5, 1, 3)),
        ("least: 1", (1, 2, None)),
        ("least: 2", None),
        ("least: 900", None),
        ("most: 5", None),
        ("most: 6", (6, None, 5)),
        ("most: -6", None),
        ("least: true", None),
        ("least: 若干", None),
        ("open: 9", None),
    ],
)
def test_a_number_outside_of_its_bounds_is_told_with_them(
    given: str, told: tuple[object, object, object] | None
) -> None:
    found = [each for each in adopted(f"parameters: {{{given}}}").findings if each.code != "COM007"]
    if told is None:
        assert found == []
        return
    (one,) = found
    name = given.split(":")[0]
    assert one.code == "COM003"
    assert (one.args["name"], one.args["value"], one.args["low"], one.args["high"]) == (name, *told)
    assert one.primary == Place(file="scheme.yaml", path=("adopts", "p", "parameters", name))


def test_a_value_for_a_parameter_that_is_not_there_is_told_at_its_key() -> None:
    found = next(each for each in adopted("parameters: {twons: 2}").findings if each.code == "COM004")
    assert (found.args["name"], found.args["nearest"]) == ("twons", ("towns",))
    assert found.primary == Place(file="scheme.yaml", path=("adopts", "p", "parameters", "twons"), on="key")


def test_values_behind_one_that_is_not_there_count() -> None:
    assert report("parameters: {twons: 2, open: 每月}")["when"] == "每月"


def test_the_parts_that_only_the_policy_needs_do_not_come() -> None:
    assert not {"roles", "parameters"} & adopted().tree.keys()


# Roles ----------------------------------------------------------------------------------------------


def test_a_role_is_replaced_in_fields_lists_and_paths_and_nowhere_else() -> None:
    tree = adopted(policy=POLICY.replace("name: 报告", "name: bureau")).tree
    assert tree["organs"]["panel"]["head"] in ("局", ["局"])
    assert tree["organs"]["office"]["under"] == "局/finance"
    staff = tree["measures"]["p"]["measures"]["staff"]
    assert staff["duties"]["training"]["lead"] == ["局", "panel"]
    assert tree["measures"]["p"]["duties"]["report"]["name"] == "bureau"


@pytest.mark.parametrize("written", ["bureau", "主管部门", "主管局"])
def test_a_role_is_bound_by_its_key_its_name_or_an_alias(written: str) -> None:
    whole = adopted(f"bind: {{{written}: 某局, area: county}}")
    role = whole.roles[0]
    assert (role.role, role.kind, role.text) == ("bureau", "organ", "某局")
    assert role.place == Place(file="scheme.yaml", path=("adopts", "p", "bind", written))
    assert role.demanded == Place(file="policies/p.yaml", path=("roles", "bureau"), on="key")


def test_a_role_that_is_not_bound_takes_what_is_called_so_its_key_first() -> None:
    scheme = "organs: {局: {aliases: [主管部门]}, bureau: {name: 别的}}\nclusters: {片区: }\n"
    roles = {each.role: each for each in adopted("note: 无, bind: {}", scheme=scheme).roles}
    assert (roles["bureau"].text, roles["area"].text) == ("bureau", "片区")
    assert roles["area"].place == Place(file="scheme.yaml", path=("adopts", "p"), on="key")
    (named, _) = adopted("bind: {}", scheme="organs: {局: {aliases: [主管部门]}}\nclusters: {片区: }\n").roles
    assert named.text == "主管部门"


def test_a_role_of_schools_in_a_cluster_may_have_the_name_of_a_role() -> None:
    scheme = "organs: {局: }\nclusters: {学区: {members: {片区: }}}\n"
    roles = adopted("bind: {bureau: 局}", scheme=scheme).roles
    assert [(each.role, each.text) for each in roles] == [("bureau", "局"), ("area", "片区")]


def test_a_role_that_does_not_say_what_it_is_may_be_anything() -> None:
    policy = "roles: {host: {name: 主办方}}\nduties: {a: {lead: host}}\n"
    (role,) = adopted("bind: {host: 局}", policy).roles
    assert (role.kind, role.text) == ("", "局")


def test_a_role_that_nobody_is_called_after_is_left_open_and_told() -> None:
    whole = adopted("bind: {area: county}")
    (found,) = [each for each in whole.findings if each.code == "REF104"]
    assert (found.args["name"], found.args["key"], found.args["policy"]) == ("主管部门", "bureau", "p")
    assert [(each.place, each.label) for each in found.related] == [
        (Place(file="policies/p.yaml", path=("roles", "bureau"), on="key"), "role")
    ]
    assert whole.roles[0].text == "unspecified"
    assert whole.tree["organs"]["office"]["under"] == "unspecified/finance"


def test_a_role_may_be_a_duty_of_no_body_but_not_a_piece_of_work_of_that_name() -> None:
    whole = adopted("bind: {area: county}", scheme="duties: {bureau: {name: 某事}}\n")
    assert "REF104" in codes(whole.findings)


def test_a_binding_of_what_is_no_role_is_told_with_what_is_nearest() -> None:
    found = next(
        each
        for each in adopted("bind: {bureau: 局, area: county, burau: 局}").findings
        if each.code == "REF106"
    )
    assert (found.args["name"], found.args["policy"], found.args["nearest"]) == ("burau", "p", ("bureau",))
    assert found.primary == Place(file="scheme.yaml", path=("adopts", "p", "bind", "burau"), on="key")
