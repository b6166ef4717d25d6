"""Who a name means: same place, up, down, across."""

from __future__ import annotations

from schemes import Shelf, codes, edges, plan

COUNTY = """\
organs:
  局: {name: 教育局}
clusters:
  学区:
    members: {龙头校: {leads: true}, 成员校: }
    organs: {办公室: }
    posts: {学区长: {held_by: 龙头校/校长}}
  责任区: {mirrors: 学区, under: 局}
"""
ROSTER = """\
code,name,stage,town,学区,学区.role,教师
1,甲校,小学,东镇,城东学区,龙头校,40
2,乙校,小学,东镇,城东学区,,20
3,丙校,初中,西镇,城西学区,龙头校,30
4,丁校,初中,西镇,城西学区,,30
"""
ROSTER_OF_TWO = """\
code,name,stage,town,学区,学区.role
1,甲校,小学,东镇,城东学区,龙头校
2,乙校,小学,东镇,城东学区,成员校
3,丙校,小学,东镇,城东学区,成员校
"""


def test_the_nearest_place_wins_over_what_encloses_it() -> None:
    text = (
        COUNTY
        + "  集团:\n    each: 学区\n    organs: {办公室: }\nduties:\n  甲: {each: 集团, lead: 办公室}\n"
    )
    assert ("集团/办公室", "duty:甲") in edges(plan(text), "lead")


def test_a_name_is_found_in_what_encloses_the_place() -> None:
    text = COUNTY + "duties:\n  报告: {each: 学区, lead: 学区长, inform: 教育局}\n"
    whole = plan(text)
    assert ("学区/学区长", "局") in edges(whole, "reports_to")
    assert not whole.findings


def test_a_mirrored_zone_is_the_same_place() -> None:
    text = COUNTY + "duties:\n  督导: {each: 责任区, lead: 责任区, for: [学区, 学区长]}\n"
    whole = plan(text, roster=ROSTER)
    assert ("duty:督导@责任区:城东学区", "学区:城东学区") in edges(whole, "for")
    assert ("duty:督导@责任区:城东学区", "学区:城东学区/学区长") in edges(whole, "for")
    assert ("责任区:城东学区", "学区:城东学区") in edges(whole, "mirrors")


def test_from_above_a_name_means_all_inside() -> None:
    whole = plan(COUNTY + "duties:\n  慰问: {lead: 局, for: 学区长}\n", roster=ROSTER)
    assert {t for _, t in edges(whole, "for")} == {"学区:城东学区/学区长", "学区:城西学区/学区长"}


def test_two_at_the_same_step_are_an_error_that_names_both_and_a_path_settles_it() -> None:
    both = "organs:\n  局:\n    organs: {督查组: }\n  室:\n    organs: {督查组: }\nduties:\n"
    found = plan(both + "  查: {lead: 督查组}\n").findings
    assert codes(found) == ["REF102"]
    assert found[0].args["paths"] == ["局/督查组", "室/督查组"]
    assert ("室/督查组", "duty:查") in edges(plan(both + "  查: {lead: 室/督查组}\n"), "lead")


def test_several_in_one_text_are_shown_as_a_list() -> None:
    found = plan(COUNTY + "duties:\n  报告: {each: 学区, lead: 学区长、局}\n").findings
    assert codes(found) == ["REF101"]
    assert found[0].args["listed"] == "学区长, 局"
    assert found[0].args["nearest"] == ()


def test_a_locality_of_no_known_level_is_an_error() -> None:
    head = "xuequ: 1\nkind: scheme\nname: 方案\nlocality: {name: 某县, level: 某级}\n"
    found = plan(head + COUNTY).findings
    assert codes(found) == ["REF103"]
    assert found[0].args["name"] == "某级"


def test_nobody_by_that_name_is_an_error_with_the_nearest() -> None:
    found = plan(COUNTY + "duties:\n  报告: {each: 学区, lead: 学区主任}\n").findings
    assert codes(found) == ["REF101"]
    assert "学区长" in tuple(found[0].args["nearest"])  # type: ignore[arg-type]
    assert found[0].args["looked_in"] == ["学区", "某县", "市", "省"] or "学区" in str(
        found[0].args["looked_in"]
    )


def test_a_role_inside_its_cluster_is_that_clusters_schools() -> None:
    whole = plan(COUNTY + "duties:\n  送教: {each: 学区, lead: 龙头校, for: 成员校}\n", roster=ROSTER)
    assert edges(whole, "lead") == {
        ("school:1", "duty:送教@学区:城东学区"),
        ("school:3", "duty:送教@学区:城西学区"),
    }
    assert ("duty:送教@学区:城东学区", "school:2") in edges(whole, "for")
    assert ("duty:送教@学区:城东学区", "school:4") not in edges(whole, "for")


def test_a_role_from_a_crossing_place_is_the_schools_there_that_hold_it() -> None:
    text = (
        COUNTY
        + "groups: {中心校: {of: school, each: town}}\nduties:\n  协调: {each: town, lead: 中心校, for: 龙头校}\n"
    )
    whole = plan(text, roster=ROSTER)
    assert ("duty:协调@town:东镇", "school:1") in edges(whole, "for")
    assert ("duty:协调@town:东镇", "school:3") not in edges(whole, "for")


def test_schools_of_a_cluster_are_all_of_them() -> None:
    whole = plan(COUNTY + "duties:\n  自查: {each: 学区, lead: 学区长, for: 学区/school}\n", roster=ROSTER)
    assert {t for s, t in edges(whole, "for") if s.endswith("城东学区")} == {"school:1", "school:2"}


def test_work_of_each_holder_of_a_role_is_led_by_that_holder_alone() -> None:
    text = COUNTY + "duties:\n  开课: {each: 成员校, lead: 成员校, for: 成员校/校长, inform: 龙头校}\n"
    whole = plan(text, roster=ROSTER_OF_TWO)
    assert edges(whole, "lead") == {("school:2", "duty:开课@school:2"), ("school:3", "duty:开课@school:3")}
    assert edges(whole, "for") == {
        ("duty:开课@school:2", "school:2/principal"),
        ("duty:开课@school:3", "school:3/principal"),
    }
    assert edges(whole, "inform") == {("school:1", f"duty:开课@school:{code}") for code in "23"}
    assert [b.many for b in whole.bindings.values() if b.text == "成员校"] == [True, False]


def test_a_post_and_a_group_of_each_holder_of_a_role_are_that_holders_own() -> None:
    text = (
        COUNTY
        + "posts:\n  执行校长: {each: 成员校, held_by: 成员校/校长}\ngroups:\n  骨干: {each: 成员校}\nduties:\n"
        + "  执行: {each: 成员校, lead: 执行校长, support: 骨干, inform: 成员校/执行校长}\n"
    )
    whole = plan(text, roster=ROSTER_OF_TWO)
    assert edges(whole, "lead") == {(f"school:{n}/执行校长", f"duty:执行@school:{n}") for n in "23"}
    assert edges(whole, "support") == {(f"school:{n}/骨干", f"duty:执行@school:{n}") for n in "23"}
    assert edges(whole, "inform") == edges(whole, "lead")
    assert {(s, t) for s, t in edges(whole, "holds") if t.endswith("执行校长")} == {
        (f"school:{n}/principal", f"school:{n}/执行校长") for n in "23"
    }


def test_from_its_cluster_a_post_of_a_role_is_that_of_every_holder() -> None:
    text = (
        COUNTY
        + "posts: {执行校长: {each: 成员校}}\nduties:\n  商: {each: 学区, lead: 学区长, for: 执行校长}\n"
    )
    whole = plan(text, roster=ROSTER_OF_TWO)
    assert edges(whole, "for") == {("duty:商", "school:2/执行校长"), ("duty:商", "school:3/执行校长")}


def test_work_of_each_school_is_led_by_that_school() -> None:
    whole = plan(COUNTY + "duties:\n  自查: {each: school, lead: school}\n", roster=ROSTER_OF_TWO)
    assert edges(whole, "lead") == {(f"school:{n}", f"duty:自查@school:{n}") for n in "123"}


def test_people_of_a_place_are_told_by_the_place_in_front() -> None:
    whole = plan(COUNTY + "duties:\n  会: {each: 学区, lead: 学区长, for: 成员校/校长}\n")
    node = next(n for n in whole.nodes.values() if n.id == "学区/成员校/principal")
    assert node.name == "成员校校长"
    assert ("学区/龙头校/principal", "学区/学区长") in edges(whole, "holds")


def test_self_is_whoever_has_the_duty() -> None:
    whole = plan(COUNTY + "duties:\n  自评: {each: school, lead: self, inform: 局}\n", roster=ROSTER)
    assert ("school:2", "局") in edges(whole, "reports_to")
    assert len([t for t in whole.tasks if t.duty.key == "自评"]) == 4


def test_a_place_as_a_body_is_a_warning() -> None:
    assert codes(plan(COUNTY + "duties:\n  规划: {lead: county}\n").findings) == ["REF108"]


def test_self_of_work_told_to_nobody_is_such_a_place_too() -> None:
    assert codes(plan(COUNTY + "duties:\n  自评: {lead: self}\n").findings) == ["REF108"]


def test_several_kinds_in_each_give_one_each() -> None:
    text = """\
organs:
  联席会: {each: [locality, 学区]}
clusters: {学区: }
duties:
  会商: {each: [locality, 学区], lead: 联席会}
"""
    whole = plan(text)
    assert len([t for t in whole.tasks if t.duty.key == "会商"]) == 2
    assert len({s for s, _ in edges(whole, "lead")}) == 2


def test_role_level_work_does_not_depend_on_how_many_schools_there_are() -> None:
    text = COUNTY + "duties:\n  送教: {each: 学区, lead: 龙头校, for: 成员校}\n"
    assert [t.id for t in plan(text).tasks] == ["duty:送教"]


def test_a_role_bound_to_the_wrong_kind_is_a_finding() -> None:
    shelf = Shelf({"p": "roles: {bureau: {name: 局, is: organ}}\nduties: {报: {lead: bureau}}\n"})
    text = "clusters: {学区: }\nadopts: {p: {bind: {bureau: 学区}}}\n"
    assert codes(plan(text, shelf).findings) == ["REF105"]


def test_a_declaration_called_like_a_built_in_actor_is_a_finding() -> None:
    assert codes(plan("groups: {教师: }\n").findings) == ["REF113"]


def test_references_to_goals_and_outputs_that_are_not_there_are_findings() -> None:
    text = "organs: {局: }\nduties:\n  报: {lead: 局, serves: 均衡, basis: 细则}\n"
    assert codes(plan(text).findings) == ["REF103", "REF103"]


def test_a_role_and_its_principal_in_one_word_are_told_with_the_path() -> None:
    (found,) = (f for f in plan(COUNTY + "duties: {会: {lead: 局, for: 成员校校长}}\n").findings)
    assert (found.code, found.args["nearest"]) == ("REF101", ("成员校/校长",))


def test_a_level_that_is_none_is_told_with_the_nearest() -> None:
    text = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: 县级}\norgans: [局]\n"
    (found,) = (f for f in plan(text).findings if f.code == "REF103")
    assert found.args["nearest"] == ("县区",)
