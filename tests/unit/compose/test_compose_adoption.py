"""Adopting policies: where their elements go, what is filled in, what is refused."""

from __future__ import annotations

import pytest

from schemes import Shelf, codes, composed, edges, plan, rehearsed
from xuequ.compose import Step
from xuequ.resolution.references import duties, measures

UNITIES = """\
measures:
  finance: {name: 统一财务管理, duties: {ledger: {name: 统一记账}}}
  staff: {name: 统一培训和调配师资, duties: {training: {name: 统一培训}}}
"""
ZONES = """\
roles:
  bureau: {name: 教育行政部门, is: organ}
  area: {name: 县区, is: unit}
parameters:
  reported: {value: 每学期末}
  towns: {value: 2, min: 1, max: 3}
sources:
  opinion: {name: 指导意见}
clusters:
  district:
    name: 大学区
    each: area
    count: $towns
    members: {lead_school: {name: 学区长学校, leads: true}}
duties:
  report:
    name: 报告
    clause: 二(一)
    each: district
    lead: district
    inform: bureau
    when: $reported
    output: 学区工作报告
"""


def paths(text: str, shelf: Shelf) -> set[str]:
    scheme = plan(text, shelf).scheme
    return {"/".join(w.path) for w in (*measures(scheme), *duties(scheme))}


def test_a_top_level_adoption_stands_under_its_key() -> None:
    found = paths("adopts: {unities: }\n", Shelf({"unities": UNITIES}))
    assert "unities/finance/ledger" in found


def test_an_adoption_in_a_measure_stands_in_that_measure() -> None:
    text = "measures:\n  seven: {name: 七统一, adopts: {unities: }}\n"
    assert "seven/finance/ledger" in paths(text, Shelf({"unities": UNITIES}))


def test_one_policy_adopted_twice_is_kept_apart_by_paths() -> None:
    text = "measures:\n  ten: {adopts: {unities: }}\n  seven: {adopts: {unities: {only: [finance]}}}\n"
    found = paths(text, Shelf({"unities": UNITIES}))
    assert {"ten/finance", "ten/staff", "seven/finance"} <= found
    assert "seven/staff" not in found


def test_without_leaves_out_what_it_names_by_key_or_name() -> None:
    found = paths("adopts: {unities: {without: [统一财务管理]}}\n", Shelf({"unities": UNITIES}))
    assert "unities/staff" in found
    assert "unities/finance" not in found


def test_adopted_duties_inherit_from_the_measure_that_adopts() -> None:
    text = "organs: {园长会: }\nmeasures:\n  seven: {lead: 园长会, adopts: {unities: }}\n"
    led = {target for _, target in edges(plan(text, Shelf({"unities": UNITIES})), "lead")}
    assert "duty:seven/finance/ledger" in led


def test_roles_are_bound_and_a_role_with_a_declared_name_binds_itself() -> None:
    text = "organs: {教体局: }\nadopts: {zones: {bind: {bureau: 教体局, area: county}}}\n"
    assert ("district", "教体局") in edges(plan(text, Shelf({"zones": ZONES})), "reports_to")
    text = "organs: {局: {name: 教育行政部门}}\nadopts: {zones: {bind: {area: county}}}\n"
    assert ("district", "局") in edges(plan(text, Shelf({"zones": ZONES})), "reports_to")


def test_a_role_is_bound_wherever_a_policy_may_name_one() -> None:
    policy = """\
roles: {tutors: {name: 导师, is: people}, area: {name: 区域, is: unit}}
duties:
  set: {sets_up: tutors, amount: {share: 10%, of: tutors, hold: area}}
  rest: {amount: {count: 3, rest_of: tutors, split: [{units: [area], count: 1}]}}
constraints: {apart: {never: {who: tutors, edge: lead, whom: area}}}
mandates: {all: {requires: [tutors]}}
"""
    text = "groups: [骨干教师]\nadopts: {tutoring: {bind: {tutors: 骨干教师, area: county}}}\n"
    tree = composed(text, Shelf({"tutoring": policy})).tree
    duties = tree["measures"]["tutoring"]["duties"]
    assert duties["set"]["sets_up"] == "骨干教师"
    assert duties["set"]["amount"] == {"share": "10%", "of": "骨干教师", "hold": "county"}
    assert duties["rest"]["amount"]["rest_of"] == "骨干教师"
    assert duties["rest"]["amount"]["split"] == [{"units": ["county"], "count": 1}]
    assert tree["constraints"]["apart"]["never"] == {"who": "骨干教师", "edge": "lead", "whom": "county"}
    assert tree["mandates"]["all"]["requires"] == ["骨干教师"]


def test_an_unbound_role_is_a_finding_at_the_adoption() -> None:
    found = composed("adopts: {zones: {bind: {area: county}}}\n", Shelf({"zones": ZONES})).findings
    assert codes(found) == ["REF104"]
    assert found[0].args["name"] == "教育行政部门"
    assert found[0].primary.path == ("adopts", "zones")
    assert found[0].related[0].place.file == "policies/zones.yaml"


def test_a_parameter_fills_in_wherever_its_name_stands_and_remembers_both_places() -> None:
    text = (
        "organs: {局: }\nadopts: {zones: {bind: {bureau: 局, area: county}, parameters: {reported: 每月}}}\n"
    )
    whole = composed(text, Shelf({"zones": ZONES}))
    duty = whole.tree["measures"]["zones"]["duties"]["report"]
    assert duty["when"] == "每月"
    origin = whole.origins.of(("measures", "zones", "duties", "report", "when"))
    assert (origin.file, origin.path, origin.step) == (
        "scheme.yaml",
        ("adopts", "zones", "parameters", "reported"),
        Step.PARAMETER,
    )
    assert origin.by is not None
    assert origin.by.path == ("duties", "report", "when")


@pytest.mark.parametrize(
    ("parameters", "code"), [("{towns: 9}", "COM003"), ("{twns: 2}", "COM004"), ("{reported: 每月}", "")]
)
def test_parameters_out_of_range_or_unknown_are_findings(parameters: str, code: str) -> None:
    text = f"organs: {{局: }}\nadopts: {{zones: {{bind: {{bureau: 局, area: county}}, parameters: {parameters}}}}}\n"
    assert codes(composed(text, Shelf({"zones": ZONES})).findings) == ([code] if code else [])


def test_a_missing_policy_names_those_that_are_nearly_called_so() -> None:
    found = composed("adopts: {unitis: }\n", Shelf({"unities": UNITIES})).findings
    assert codes(found) == ["REF109"]
    assert found[0].args["nearest"] == ("unities",)


def test_policies_that_adopt_each_other_are_a_finding_and_not_a_loop() -> None:
    shelf = Shelf({"a": "adopts: {b: }\n", "b": "adopts: {a: }\n"})
    assert codes(composed("adopts: {a: }\n", shelf).findings) == ["REF111"]


def test_an_equal_key_of_an_actor_is_an_error_that_shows_both_places() -> None:
    text = "organs: {局: }\nclusters: {district: {name: 学区}}\nadopts: {zones: {bind: {bureau: 局, area: county}}}\n"
    found = composed(text, Shelf({"zones": ZONES})).findings
    assert codes(found) == ["COM001"]
    assert found[0].related[0].place.path == ("clusters", "district")


def test_an_adoption_takes_no_measure_of_its_key_away() -> None:
    found = composed(
        "measures: {finance: {name: 本县财务, duties: {local: }}}\nadopts: {finance: }",
        Shelf({"finance": UNITIES}),
    )
    assert codes(found.findings) == ["COM001"]
    (told,) = found.findings
    assert told.args["name"] == "finance"
    assert (told.primary.path, told.related[0].place.path) == (("adopts", "finance"), ("measures", "finance"))
    assert set(found.tree["measures"]["finance"]["duties"]) == {"local"}


def test_clauses_of_a_policy_mean_its_own_sources() -> None:
    text = "sources: {own: {name: 本县方案}}\norgans: {局: }\nadopts: {zones: {bind: {bureau: 局, area: county}}}\n"
    whole = plan(text, Shelf({"zones": ZONES}))
    assert ("duty:zones/report", "clause:zones/opinion/二(一)") in edges(whole, "derived_from")


def test_what_a_policy_rests_on_is_its_own_source_where_the_adopter_has_one_of_that_key() -> None:
    policy = """\
sources: {办法: {name: 教师交流办法, aliases: [交流办法]}, 表: {name: 评分表}}
roles: {host: {is: organ}}
duties: {交流: {lead: host, basis: [办法, 交流办法, 本地文件], output: 结果}}
appraisals: {评: {assess: host, for: school, basis: 教师交流办法, rubric: [表, 结果]}}
"""
    found = plan(
        "sources: {办法: {name: 本县办法}, 本地文件: }\norgans: {局: }\nadopts: {轮岗: {bind: {host: 局}}}",
        Shelf({"轮岗": policy}),
    )
    assert not found.findings
    ties = [(edge.kind.value, edge.target) for edge in found.edges if edge.target.startswith("source:")]
    assert ties == [
        ("derived_from", "source:轮岗/办法"),
        ("derived_from", "source:轮岗/办法"),
        ("derived_from", "source:本地文件"),
        ("needs", "source:轮岗/表"),
        ("derived_from", "source:轮岗/办法"),
    ]


def test_a_policy_by_itself_resolves_with_its_roles_as_bodies() -> None:
    whole = rehearsed(ZONES)
    assert not whole.findings
    assert ("district", "bureau") in edges(whole, "reports_to")


def test_a_selection_that_names_nothing_is_a_finding() -> None:
    found = composed("adopts: {unities: {only: [finanse]}}\n", Shelf({"unities": UNITIES})).findings
    assert codes(found) == ["COM005"]
    assert found[0].primary.path == ("adopts", "unities", "only", 0)


def test_a_binding_for_a_role_the_policy_does_not_have_is_a_finding() -> None:
    text = "organs: {局: }\nadopts: {zones: {bind: {bureau: 局, area: county, office: 局}}}\n"
    assert codes(composed(text, Shelf({"zones": ZONES})).findings) == ["REF106"]


def test_what_an_adoption_says_of_itself_is_said_of_its_measure_or_told() -> None:
    shelf = Shelf({"unities": UNITIES})
    tree = composed("adopts: {unities: {note: 分两年, ours: true, count: 10}}\n", shelf).tree
    assert tree["measures"]["unities"]["note"] == "分两年"
    assert tree["measures"]["unities"]["count"] == 10
    inside = composed(
        "measures: {ten: {adopts: {unities: {open: true, note: 分两年, count: 3, ours: true, name: 某名}}}}\n",
        shelf,
    )
    assert codes(inside.findings) == ["COM009"] * 5
    assert [found.args["field"] for found in inside.findings] == ["count", "name", "note", "open", "ours"]
    assert [found.primary.path[-1] for found in inside.findings] == ["count", "name", "note", "open", "ours"]
