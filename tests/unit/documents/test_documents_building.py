"""Whole builds: which files there are, that they do not change, and what is found on the way."""

from collections.abc import Callable
from dataclasses import replace

from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import school_year_span
from xuequ.documents import Document, Format, Options, Source, build
from xuequ.resolution.plan import Plan

YEAR = SchoolCalendar(period=school_year_span(2025))


def paths(plan: Plan, options: Options) -> list[str]:
    return [file.path for file in build(plan, options)[0]]


def test_every_document_is_there_in_every_format(plan: Plan) -> None:
    found = paths(plan, Options(calendar=YEAR))
    for name in (
        "实施方案",
        "责任清单",
        "任务分解表",
        "督导清单",
        "考核细则",
        "工作行事历",
        "责任矩阵",
        "任务清单/学区",
    ):
        assert {f"{name}.md", f"{name}.html", f"{name}.docx"} <= set(found)
    assert {"任务分解表.xlsx", "任务清单.xlsx", "考核细则.xlsx", "工作行事历.ics", "index.html"} <= set(found)
    assert len(found) == len(set(found))


def test_only_what_is_asked_for_is_made(plan: Plan) -> None:
    asked = Options(formats=frozenset({Format.MD}), only=frozenset({Document.PLAN, Document.CALENDAR}))
    assert paths(plan, asked) == ["实施方案.md", "工作行事历.md"]


def test_two_builds_are_the_same_to_the_byte(plan_of: Callable[..., Plan]) -> None:
    one, other = (build(plan_of(), Options(calendar=YEAR)) for _ in range(2))
    assert one == other


def test_without_a_period_there_is_no_calendar_file_and_one_finding(plan: Plan) -> None:
    files, findings = build(plan, Options())
    assert not any(file.path.endswith(".ics") for file in files)
    told = [found.primary.path for found in findings if found.code == "DOC013"]
    assert told == [("issue",)]


def test_a_wrong_template_costs_its_document_and_no_other(plan: Plan) -> None:
    wrong = {"plan.md.j2": Source("my/plan.md.j2", "# {{ titel }}\n")}
    files, findings = build(plan, Options(templates=wrong, calendar=YEAR))
    assert [found.code for found in findings] == ["DOC011"]
    names = {file.path for file in files}
    assert "实施方案.md" not in names
    assert "责任清单.md" in names


def test_a_template_of_the_drafter_changes_every_format(plan: Plan) -> None:
    own = {"plan.md.j2": Source("my/plan.md.j2", "# 我的{{ title }}\n")}
    asked = Options(templates=own, calendar=YEAR, only=frozenset({Document.PLAN}))
    files = {file.path: file.data for file in build(plan, asked)[0]}
    assert files["实施方案.md"].decode() == "# 我的示例县学区制管理实施方案\n"
    assert "我的示例县" in files["实施方案.html"].decode()


def test_the_index_shows_the_drawings_it_is_given(plan: Plan) -> None:
    asked = Options(calendar=YEAR, pictures={"组织关系": "<svg><g/></svg>"})
    index = next(file for file in build(plan, asked)[0] if file.path == "index.html")
    assert "<svg><g/></svg>" in index.data.decode()


def test_pages_of_checklists_find_their_way_back(plan: Plan) -> None:
    files = {file.path: file.data for file in build(plan, Options(calendar=YEAR))[0]}
    assert 'href="../index.html"' in files["任务清单/学区.html"].decode()


def test_a_name_with_signs_that_no_file_may_hold_is_written_safely(plan_of: Callable[..., Plan]) -> None:
    clusters = {"district": {"name": "学区/一?", "members": {"m": {"name": "成员校", "leads": True}}}}
    duty = {"m": {"duties": {"d": {"name": "事", "lead": "m"}}}}
    made = plan_of(clusters=clusters, measures=duty, issue={}, appraisals={})
    assert "任务清单/学区_一_.md" in paths(made, replace(Options(), formats=frozenset({Format.MD})))
