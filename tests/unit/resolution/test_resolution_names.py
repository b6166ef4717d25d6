"""Every name is bound: one of nobody is an error where it stands, whatever field it stands in."""

from __future__ import annotations

import pytest

from schemes import plan
from xuequ.findings.finding import Finding
from xuequ.findings.wording import worded

WHOLE = """\
organs: {局: {name: 教育局}, 室: {name: 教研室}}
posts: {督学: {held_by: 局}}
groups: {骨干: {of: teacher}}
clusters:
  片区: {members: {中心校: {leads: true}, 完小: }, forms: {联盟: }}
  集团: {members: {总校: {leads: true}}}
sources: [通知]
goals: [均衡]
duties: {例会: {lead: 局, when: 每月, output: 纪要}}
"""
#: What may stand in a scheme, with the one name in it that is nobody's.
MISSPELT = {
    "organ each": "organs: {局: {name: 教育局, each: 县县}}",
    "group of": "groups: {骨干: {of: [骨骨干, 教教师]}}",
    "group except": "groups: {骨干: {of: teacher, except: 局局}}",
    "never who": "constraints: {分开: {never: {who: 局局, edge: lead, whom: school}}}",
    "never whom": "constraints: {分开: {never: {who: 局, edge: lead, whom: 片片区}}}",
    "constraint for": "constraints: {自主: {protects: finance, for: 片片区}}",
    "during": "duties: {复查: {when: {during: 某阶阶段}}}",
    "mirrors": "clusters: {片区: {mirrors: 集集团}}",
    "apart from": "clusters: {片区: {apart_from: [集集团]}}",
    "same": "clusters: {片区: {same: 学学段}}",
    "member of": "clusters: {片区: {members: {完小: {of: 集集团}}}}",
    "member where": "clusters: {片区: {members: {完小: {where: {学学段: 小学}}}}}",
    "link": "clusters: {片区: {link: {column: feeds, from: 完完小, to: 中心校}}}",
    "unit role": "clusters: {片区: {units: {一片: {中中心校: 一小}}}}",
    "unit form": "clusters: {片区: {units: {一片: {form: 联联盟}}}}",
    "form of a condition": "duties: {例会: {where: {form: 联联盟}}}",
    "except": "duties: {例会: {except: 局局}}",
    "per": "duties: {例会: {amount: {count: 2, per: 片片区}}}",
    "of": "duties: {例会: {amount: {share: 10%, of: 骨骨干}}}",
    "hold": "duties: {例会: {amount: {share: 10%, of: 骨干, hold: 片片区}}}",
    "rest of": "duties: {例会: {amount: {rest_of: 例例会}}}",
    "split": "duties: {例会: {amount: {count: 2, split: [{units: [片片区], count: 2}]}}}",
    "post per": "posts: {督学: {per: 片片区}}",
    "requires": "mandates: {制定: {requires: [例例会]}}",
    "issue source": "issue: {source: 通通知}",
    "issue to": "issue: {to: 教研研室}",
    "bound role": "adopts: {某政策: {bind: {甲: 局局}}}",
}


def merged(text: str) -> str:
    import yaml

    whole, more = yaml.safe_load(WHOLE), yaml.safe_load(text)

    def into(old: object, new: object) -> object:
        if isinstance(old, dict) and isinstance(new, dict):
            return {**old, **{key: into(old.get(key), value) for key, value in new.items()}}
        return new

    return str(yaml.safe_dump(into(whole, more), allow_unicode=True))


def unbound(text: str) -> list[Finding]:
    from schemes import Shelf

    shelf = Shelf({"某政策": "roles: {甲: {is: organ}}\nduties: {事: {lead: 甲}}\n"})
    return [found for found in plan(merged(text), shelf).findings if found.code.startswith("REF")]


@pytest.mark.parametrize("field", MISSPELT)
def test_a_name_of_nobody_is_an_error_with_the_nearest_name(field: str) -> None:
    if field == "during":
        assert [found.code for found in unbound(MISSPELT[field])] == ["REF103"]
        return
    found = unbound(MISSPELT[field])
    assert found, field
    assert {one.code for one in found} <= {"REF101", "REF103"}
    assert all(
        "是不是" in worded(one, "zh").help or "did you mean" in worded(one, "en").help for one in found
    )


def test_a_scheme_without_a_slip_has_no_finding_about_names() -> None:
    assert not unbound("{}")


def test_who_stands_outside_the_scheme_is_told_once_as_a_note() -> None:
    found = unbound("issue: {to: [各镇人民政府, 市直有关学校], cc: 县财政局, issued_by: 县政府办公室}")
    assert [one.code for one in found] == ["REF116"]
    assert worded(found[0], "zh").message == (
        "发文、收文单位中，`县财政局`、`县政府办公室`、`各镇人民政府`、`市直有关学校` "
        "没有在方案中声明，照写照印，不作核对"
    )


def test_an_addressee_of_one_other_character_is_asked_after() -> None:
    (found,) = unbound("issue: {to: [教妍室, 县财政局]}")
    assert (found.code, found.args["nearest"]) == ("REF116", ("教研室",))
    assert "是不是 `教研室`？" in worded(found, "zh").help


def test_every_body_of_a_kind_may_be_addressed_as_all_of_them() -> None:
    assert not unbound("issue: {to: [各教研室]}")


def test_a_column_of_ones_own_is_no_slip() -> None:
    assert not unbound("clusters: {片区: {same: [办学层次], members: {完小: {where: {办学规模: 大}}}}}")


def test_a_person_of_an_ambiguous_place_is_told_with_the_person() -> None:
    text = "clusters: {片区: {members: {总校: }}}\nduties: {评优: {lead: 局, for: 总校/principal}}"
    (found,) = unbound(text)
    assert found.code == "REF102"
    assert worded(found, "zh").help == "写出上一级名称即可区分，如 `片区/总校/principal`"


def test_a_precondition_is_a_duty_or_an_output_and_no_measure_of_that_name() -> None:
    text = "measures: {年报: {duties: {上报: {lead: 局, output: 年报}, 公布: {lead: 局, needs: 年报}}}}"
    assert not unbound(text)


def test_a_duty_that_produces_a_document_of_its_own_name_is_that_document() -> None:
    text = "duties: {年报: {lead: 局, output: 年报}, 公布: {lead: 局, needs: 年报}}"
    assert not unbound(text)


def test_two_things_of_one_path_are_told_apart_by_what_they_are() -> None:
    text = "duties: {年报: {lead: 局}, 上报: {lead: 局, output: 年报}, 公布: {lead: 局, needs: 年报}}"
    (found,) = unbound(text)
    assert worded(found, "zh").message == "`年报` 可以指 职责 年报、成果 年报，分不清是哪一个"
    assert (
        worded(found, "zh").help
        == "路径相同，无法用上一级名称区分：请给 成果 年报 换一个名称，引用它的地方也跟着改"
    )


def test_duties_of_one_name_in_two_rows_of_a_schedule_are_two_duties() -> None:
    rows = (
        "schedules: {全年: {rows: [{when: 3月, duties: {视导: {lead: 局}}}, "
        "{when: 10月, duties: {视导: {lead: 室}}}]}}"
    )
    resolved = plan(WHOLE + rows)
    assert [task.duty.path for task in resolved.tasks if task.duty.key == "视导"] == [
        ("全年", "3月", "视导"),
        ("全年", "10月", "视导"),
    ]
    assert resolved.declarations.named("3月/视导")[0].path == ("全年", "3月", "视导")
    alone = plan(WHOLE + rows.replace("{视导: {lead: 室}}", "{听课: {lead: 室}}"))
    assert ("全年", "视导") in {task.duty.path for task in alone.tasks}


def test_a_sentence_may_tell_of_something_from_outside_the_scheme() -> None:
    assert not unbound("duties: {答复: {lead: 局, when: 收到申请之日起15日内}}")
    assert not unbound("duties: {上报: {lead: 局, when: 事故发生后2日内}}")
    assert not unbound("duties: {通报: {lead: 局, when: 例会结束后5日内}}")


@pytest.mark.parametrize("per", ["每5所学校", "每12个班", "5 schools", "每学科", "学期"])
def test_what_is_counted_per_number_or_dimension_is_no_name(per: str) -> None:
    text = (
        WHOLE.partition("duties:")[0]
        + f"duties: {{配备: {{lead: 局, when: 9月, amount: {{count: 1.., per: {per}}}}}}}"
    )
    assert not [found for found in plan(text).findings if found.code == "REF101"]


def test_two_of_one_path_are_an_error_where_the_second_stands() -> None:
    work = "{甲: {duties: {事: {lead: 室}}}}"
    text = f"posts: {{局: {{held_by: 局}}}}\nmeasures: {work}\nphases: {work}"
    found = [one for one in unbound(text) if one.code == "REF117"]
    assert [(one.args["path"], one.primary.path) for one in found] == [
        ("局", ("posts", "局")),
        ("甲/事", ("phases", "甲", "duties", "事")),
    ]


@pytest.mark.parametrize(("roster", "code"), [("", "REF123"), ("code,name,stage\n1,甲校,小学\n", "REF103")])
def test_without_a_roster_a_short_column_of_ones_own_is_no_slip(roster: str, code: str) -> None:
    found = plan("groups: {窗口校: {of: school, where: {校型: 窗口}}}\n", roster=roster or None).findings
    assert [one.code for one in found] == [code]


def test_an_exception_that_is_plainly_no_body_is_told_once_and_prints() -> None:
    said = "duties: {例会: {except: [涉密事项, 法律另有规定的]}, 公开: {lead: 局, except: 紧急情况}}"
    (one,) = [each for each in unbound(said) if each.code == "REF124"]
    assert one.args["names"] == ("涉密事项", "法律另有规定的", "紧急情况")
    assert [each.code for each in unbound(said)] == ["REF124"]


@pytest.mark.parametrize("name", ["教研科的", "体育局", "学前教育科", "家长"])
def test_an_exception_that_may_be_a_body_is_an_error_where_it_is_not_declared(name: str) -> None:
    (one,) = unbound(f"duties: {{例会: {{except: {name}}}}}")
    assert one.code == "REF101"
    (one,) = unbound(f"groups: {{骨干: {{of: teacher, except: {name}}}}}")
    assert one.code == "REF101"


def codes(text: str) -> list[tuple[str, object]]:
    """The findings of names, with the nearest of each."""
    return [(found.code, found.args.get("nearest")) for found in plan(text).findings]


def test_a_split_one_character_from_a_usual_word_is_told() -> None:
    text = (
        "organs: {电教馆: }\nposts: {联络员: {for_each: %s}}\nduties: {录课: {lead: 电教馆, for_each: %s}}\n"
    )
    assert codes(text % ("学料", "年纪")) == [("REF126", ["学科", "学段"]), ("REF126", ["年级"])]
    for meant in ("学科", "subject", "学部", "校区", "项目组"):
        assert codes(text % (meant, meant)) == []


def test_a_column_of_heads_that_is_misspelt_is_told_without_a_roster() -> None:
    text = "organs: {电教馆: }\ngroups: {能手: {of: teacher, column: %s}}\nduties: {录课: {lead: 电教馆, for: 能手}}\n"
    assert [code for code, _ in codes(text % "教帅")] == ["REF123"]
    assert codes(text % "教学能手") == []


def test_what_answers_to_a_superior_is_something_of_this_scheme() -> None:
    text = (
        "organs: {电教馆: }\nduties: {录课: {lead: 电教馆}}\nanswers: {甲: %s, 乙: {not_applicable: 没有}}\n"
    )
    assert codes(text % "录裸") == [("REF103", ("录课",))]
    assert codes(text % "[录课, 电教管]") == [("REF103", ("电教馆",))]
    assert codes(text % "[录课, 电教馆, teacher]") == []


def test_an_issuer_that_ends_like_no_body_is_one_of_the_scheme_misspelt() -> None:
    text = "organs: {教育局: }\nissue: {issued_by: %s}\nduties: {录课: {lead: 教育局}}\n"
    assert [code for code, _ in codes(text % "教育居")] == ["REF101"]
    assert [code for code, _ in codes(text % "教育厅")] == ["REF116"]
