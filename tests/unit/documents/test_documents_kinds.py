"""Kinds of document: what titles call themselves, what other titles are made of them, which go out by themselves."""

from __future__ import annotations

import pytest

import schemes
from xuequ.documents import Document, Format, Options, build
from xuequ.resolution.plan import Plan
from xuequ.views.document_kinds import after, goes_out_alone, kind_of, titled, topic

HEAD = schemes.HEAD


def plan(name: str, more: str = "") -> Plan:
    return schemes.plan(HEAD.replace("某县学区制管理实施方案", name) + more)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("某县学区制管理", "某县学区制管理实施方案"),
        ("某县2026年教育工作要点", "某县2026年教育工作要点"),
        ("某县教师招聘工作安排", "某县教师招聘工作安排"),
        ("某县校长考核", "某县校长考核"),
        ("某县义务教育均衡评估指标体系", "某县义务教育均衡评估指标体系"),
        ("某县课后服务时间表", "某县课后服务时间表"),
        ("某县学前教育条例", "某县学前教育条例"),
        ("某县教研工作推进表", "某县教研工作推进表"),
        ("某县2025—2026学年工作历", "某县2025—2026学年工作历"),
        ("某县督学花名册", "某县督学花名册"),
        ("某县督学管理规定（试行）", "某县督学管理规定（试行）"),
    ],
)
def test_a_title_that_is_a_kind_of_document_gets_no_second_one(name: str, title: str) -> None:
    assert titled(name) == title


@pytest.mark.parametrize(
    ("name", "suffix", "title"),
    [
        ("某县校长考核", "考核细则", "某县校长考核细则"),
        ("某县教育任务分解", "任务分解表", "某县教育任务分解表"),
        ("某县招生工作安排", "工作行事历", "某县招生工作安排行事历"),
        ("某县招生工作", "工作台账", "某县招生工作台账"),
        ("某县教育局关于规范办学行为的意见", "任务分解表", "规范办学行为任务分解表"),
        ("某县学区制三年行动计划（2024—2026年）", "任务清单", "某县学区制任务清单"),
    ],
)
def test_other_titles_say_each_word_once(name: str, suffix: str, title: str) -> None:
    assert after(plan(name).scheme, suffix) == title


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("某县教育局关于推进城乡结对帮扶的指导意见", "推进城乡结对帮扶"),
        ("某县推进学区化治理实施意见", "推进学区化治理"),
        ("某县教育局关于学区制建设的意见", "做好学区制建设工作"),
        ("某县2026年教育工作要点", "做好2026年教育工作"),
        ("某县招生工作安排", "做好某县招生工作"),
        ("某县教育局关于防汛工作的紧急通知", "做好防汛工作"),
        ("某县教育局关于加强作业管理的意见的实施方案", "落实《关于加强作业管理的意见》"),
        ("某县规范办学二十条措施", "规范办学"),
    ],
)
def test_the_topic_has_neither_issuer_nor_kind(name: str, about: str) -> None:
    assert topic(plan(name).scheme) == about


def test_opinions_decisions_and_regulations_go_out_by_themselves() -> None:
    alone = ("意见", "决定", "通告", "公告", "通知", "条例")
    assert all(goes_out_alone(f"某县学校布局{kind}") for kind in alone)
    assert not any(goes_out_alone(f"某县学校布局{kind}") for kind in ("方案", "办法", "规定", "细则", "要点"))
    assert kind_of("某县学校布局") == "方案"


ISSUE = (
    "organs: {bureau: {name: 某县教育局}}\nclusters: {d: 学区}\n"
    "issue: {issued_by: bureau, to: [d], cc: [bureau], date: 2025-08-20, number: 某教发〔2025〕3号}\n"
    "duties: {d: {name: 巡查, lead: bureau, when: 每月}}\n"
)


def written(name: str, only: set[Document], more: str = ISSUE) -> dict[str, str]:
    files, _ = build(plan(name, more), Options(formats=frozenset({Format.MD}), only=frozenset(only)))
    return {file.path: file.data.decode() for file in files}


def test_an_opinion_has_the_red_head_its_receivers_its_attachments_and_its_last_lines() -> None:
    files = written("某县教育局关于学区制建设的意见", {Document.PLAN, Document.NOTICE})
    assert set(files) == {"实施方案.md"}
    text = files["实施方案.md"]
    places = [
        text.index(words)
        for words in (
            "<!-- place: mark -->\n\n某县教育局文件",
            "某教发〔2025〕3号",
            "# 某县教育局关于学区制建设的意见",
            "各学区：",
            "为做好学区制建设工作，结合我县实际，提出如下意见。",
            "附件：学区制建设任务分解表",
            "<!-- align: right -->",
            "2025年8月20日",
            "## 附件 学区制建设任务分解表",
            "抄送：某县教育局。",
            "某县教育局　　2025年8月20日印发",
        )
    ]
    assert places == sorted(places)
    assert "印发给你们" not in text


def test_what_stands_behind_an_opinion_is_listed_in_its_order() -> None:
    more = ISSUE + "sources: {law: {name: 督导条例, as: basis, unclear: 缺页}}\n"
    text = written("某县学区制建设的意见", {Document.PLAN}, more)["实施方案.md"]
    listed = text.partition("<!-- place: attached -->")[2].partition("<!--")[0].replace("\\", "")
    assert listed.split() == ["附件：1.", "某县学区制建设任务分解表", "2.", "来源文件", "3.", "待核事项"]
    assert [line for line in text.splitlines() if line.startswith("## 附件")] == [
        "## 附件1 某县学区制建设任务分解表",
        "## 附件2 来源文件",
        "## 附件3 待核事项",
    ]


def test_who_asks_for_the_notice_of_an_opinion_gets_the_opinion() -> None:
    assert set(written("某县学区制建设的意见", {Document.NOTICE})) == {"实施方案.md"}


def test_a_regulation_has_no_receivers_and_no_tables_behind_it() -> None:
    more = ISSUE.replace("to: [d], ", "") + "sources: {law: {name: 督导条例, as: basis}}\n"
    text = written("某县教育督导条例", {Document.PLAN}, more)["实施方案.md"]
    assert "为规范教育督导工作，根据《督导条例》，结合我县实际，制定本条例。" in text
    assert "〔待定〕：" not in text
    assert "任务分解表" not in text


def test_dates_known_to_the_month_or_the_year_print_as_such() -> None:
    for date, said in (("2025-08", "2025年8月"), ("2025", "2025年")):
        text = written("某县学区制建设的意见", {Document.PLAN}, ISSUE.replace("2025-08-20", date))[
            "实施方案.md"
        ]
        assert f"\n\n{said}\n" in text
        assert f"　　{said}印发" in text
