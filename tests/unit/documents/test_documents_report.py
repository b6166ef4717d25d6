"""Reports of comparisons in every format, read back."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pytest

from localities import ROOT
from schemes import plan
from xuequ.documents.report import write
from xuequ.query.conformance import State, conformance
from xuequ.query.coverage import coverage
from xuequ.query.difference import difference
from xuequ.views import amendments
from xuequ.views import conformance as conforming
from xuequ.views import coverage as covering
from xuequ.views.report import Chapter, Report
from xuequ.workspace.outlines import outlines_of
from xuequ.workspace.planning import plan_file

OLD = """\
organs: {教育局: , 教研室: }
duties:
  开会: {lead: 教育局, when: 每月, force: may}
  培训: {lead: 教研室, for: teacher}
"""
NEW = OLD.replace("每月", "每学期").replace("  培训: {lead: 教研室", "  听课: {lead: 教研室, when: 每周")
REPORT = Report(
    title="对照表",
    paragraphs=("共 1 项。",),
    chapters=(Chapter("修订", (), ("事项", "原规定"), (("甲|乙", "一\n二"),)), Chapter("须知", ("第一条",))),
    issued="2025-03-01",
)


def changed() -> Report:
    return amendments.view(difference(plan(OLD), plan(NEW)))


def test_a_report_is_markdown_with_its_tables() -> None:
    text = write(REPORT, "md").decode()
    assert "# 对照表" in text
    assert "| 甲\\|乙 | 一<br>二 |" in text
    assert "- 第一条" in text


def test_a_report_is_a_word_file_with_its_tables() -> None:
    document = docx.Document(BytesIO(write(REPORT, "docx")))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["事项", "原规定"],
        ["甲|乙", "一\n二"],
    ]
    assert document.core_properties.title == "对照表"


def test_a_report_is_a_workbook_with_a_sheet_for_each_chapter() -> None:
    book = openpyxl.load_workbook(BytesIO(write(REPORT, "xlsx")))
    assert book.sheetnames == ["修订", "须知"]
    assert [cell.value for cell in book["修订"][3]] == ["甲|乙", "一\n二"]


def test_a_report_is_a_web_page() -> None:
    page = write(REPORT, "html").decode()
    assert page.startswith("<!doctype html>")
    assert "<td>甲|乙</td>" in page or "甲|乙" in page


@pytest.mark.parametrize("form", ["md", "html", "docx", "xlsx"])
def test_the_same_report_gives_the_same_bytes(form: str) -> None:
    assert write(changed(), form) == write(changed(), form)  # type: ignore[arg-type]


def test_amendments_stand_beside_what_they_amend() -> None:
    (table, notices) = changed().chapters
    assert table.columns == ("序号", "条款", "事项", "原规定", "现规定", "变化")
    assert table.rows[0] == ("1", "", "职责 可以开会", "时间：每月", "时间：每学期", "改动；时间放慢")
    assert [row[2] for row in table.rows] == ["职责 可以开会", "职责 听课", "职责 培训"]
    assert ("教育局", "有权实施的“可以开会”有改动：时间放慢：每月 → 每学期") in notices.rows


def test_amendments_are_told_in_english_as_well() -> None:
    report = amendments.view(difference(plan(OLD), plan(NEW)), "en")
    assert report.chapters[0].rows[0][-1] == "changed; when is slower"


def test_nothing_changed_is_a_sentence_and_no_table() -> None:
    report = amendments.view(difference(plan(OLD), plan(OLD)))
    assert (report.paragraphs, report.chapters) == (("含义没有变化。",), ())
    assert openpyxl.load_workbook(BytesIO(write(report, "xlsx"))).sheetnames


def test_the_sample_county_meets_what_the_city_asks() -> None:
    lower, upper = (
        plan_file(str(ROOT / name)).plan
        for name in ("examples/conformance/county.yaml", "examples/anyang.yaml")
    )
    assert lower is not None
    assert upper is not None
    found = conformance(lower, upper)
    assert {row.state for row in found.rows} == {State.MET}
    report = conforming.view(found)
    assert report.paragraphs[1].startswith("上级要求 9 项：满足 9。")
    assert [row[3] for row in report.chapters[0].rows] == ["满足"] * 9


def test_the_sample_county_takes_its_own_clauses_in() -> None:
    planned = plan_file(str(ROOT / "examples/conformance/county.yaml")).plan
    assert planned is not None
    read = outlines_of(planned)
    assert not read.findings
    found = coverage(planned, read.by_source)
    assert (found.findings, [thing.name for thing in found.ungrounded]) == ((), [])
    assert covering.view(found).chapters[0].rows[3] == ("一1", "县教育体育局", "已写入", "县教育体育局")
