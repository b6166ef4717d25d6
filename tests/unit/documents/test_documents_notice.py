"""The notice a plan is issued under: what it says, what it encloses, what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx as python_docx

from xuequ.documents.building import build
from xuequ.documents.files import Format, Options
from xuequ.documents.issuing import characters
from xuequ.documents.profile import NATIONAL_PROFILE, Profile
from xuequ.findings.finding import Finding
from xuequ.findings.wording import worded
from xuequ.resolution.plan import Plan
from xuequ.views.jobs import Document

ISSUE = {
    "source": "plan",
    "issued_by": "bureau",
    "to": ["district"],
    "cc": ["office"],
    "date": "2025-08-20",
    "number": "示教发〔2025〕1号",
}


def made(plan: Plan, profile: Profile = NATIONAL_PROFILE) -> tuple[str, tuple[Finding, ...]]:
    asked = Options(formats=frozenset({Format.MD}), only=frozenset({Document.NOTICE}), profile=profile)
    files, findings = build(plan, asked)
    (file,) = files
    assert file.path == "印发通知.md"
    return file.data.decode(), findings


def test_the_notice_has_every_element_in_its_order(plan_of: Callable[..., Plan]) -> None:
    text, findings = made(plan_of(issue=ISSUE))
    places = [
        text.index(words)
        for words in (
            "示例县教育局文件",
            "示教发〔2025〕1号",
            "# 示例县教育局关于印发《示例县学区制管理实施方案》的通知",
            "学区：",
            "现将《示例县学区制管理实施方案》印发给你们，请结合实际认真组织实施。",
            "2025年8月20日",
            "# 示例县学区制管理实施方案\n",
            "附件：1. 示例县学区制管理任务分解表",
            "## 附件1 示例县学区制管理任务分解表",
            "## 附件2 示例县学区制管理考核细则",
            "抄送：督导室。",
            "示例县教育局　　2025年8月20日印发",
        )
    ]
    assert places == sorted(places)
    assert not findings


def test_what_is_left_open_in_so_many_words_prints_so_and_is_told(plan_of: Callable[..., Plan]) -> None:
    left_open = ("cc", "urgency", "secrecy", "copy_number")
    text, findings = made(plan_of(issue={**ISSUE, **dict.fromkeys(left_open, "unspecified")}))
    assert "抄送：〔待定〕。" in text
    assert {found.code for found in findings} == {"DOC201"}
    told = " ".join(worded(found, "zh").message for found in findings)
    assert all(words in told for words in ("份号", "密级", "紧急程度", "抄送机关"))


def test_the_plan_within_has_no_signature_of_its_own(plan_of: Callable[..., Plan]) -> None:
    text, _ = made(plan_of(issue=ISSUE))
    assert text.count("<!-- align: right -->") == 1


def test_what_is_not_in_the_scheme_prints_as_open_and_is_told_at_its_line(
    plan_of: Callable[..., Plan],
) -> None:
    issue = {"source": "plan", "issued_by": "bureau", "date": "unspecified"}
    text, findings = made(plan_of(issue=issue))
    assert "<!-- place: reference -->\n\n〔待定〕" in text
    assert "〔待定〕：" in text
    told = {found.primary.path: [str(name) for name in found.args["names"]] for found in findings}  # type: ignore[attr-defined]
    assert set(told) == {("issue",), ("issue", "date")}
    assert {found.code for found in findings} == {"DOC201"}


def test_a_number_of_another_pattern_than_the_profile_has_is_told(plan_of: Callable[..., Plan]) -> None:
    profile = replace(NATIONAL_PROFILE, number_pattern="示教发〔{year}〕{serial}号")
    for number, wanted in (
        ("示教发〔2025〕1号", []),
        ("示教发〔2025〕01号", ["DOC203"]),
        ("示教字〔2025〕1号", ["DOC203"]),
    ):
        _, findings = made(plan_of(issue=ISSUE | {"number": number}), profile)
        assert [found.code for found in findings] == wanted


def test_an_open_number_prints_as_far_as_the_pattern_says_it(plan_of: Callable[..., Plan]) -> None:
    profile = replace(NATIONAL_PROFILE, number_pattern="示教发〔{year}〕{serial}号")
    text, _ = made(plan_of(issue={key: said for key, said in ISSUE.items() if key != "number"}), profile)
    assert "示教发〔2025〕〔待定〕号" in text


def test_a_text_over_the_limit_is_told_at_the_name_with_the_limit_it_passes(
    plan_of: Callable[..., Plan],
) -> None:
    plan = plan_of(issue=ISSUE)
    length = characters(made(plan)[0].partition("# 示例县学区制管理实施方案\n")[2])
    for most, wanted in ((length // 2, True), (length * 10, False)):
        _, findings = made(plan, replace(NATIONAL_PROFILE, most_characters=most))
        assert [(found.code, found.primary.path) for found in findings] == [("DOC202", ("name",))] * wanted


def test_a_plan_by_itself_is_counted_too_and_with_its_notice_once(plan_of: Callable[..., Plan]) -> None:
    plan, short = plan_of(), replace(NATIONAL_PROFILE, most_characters=10)
    for only in ({Document.PLAN}, {Document.PLAN, Document.NOTICE}):
        options = Options(formats=frozenset({Format.MD}), only=frozenset(only), profile=short)
        assert [found.code for found in build(plan, options)[1]].count("DOC202") == 1


def test_tables_and_marks_are_not_counted() -> None:
    assert (
        characters(
            "# 题目\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n<!-- align: body -->\n\n1. **正文** 一\n"
        )
        == 7
    )


def test_the_profile_gives_the_mark_and_the_last_line(plan_of: Callable[..., Plan]) -> None:
    profile = replace(NATIONAL_PROFILE, mark="示例县人民政府教育局", printed_by="示例县教育局办公室")
    text, _ = made(plan_of(issue=ISSUE), profile)
    assert text.startswith("<!-- place: mark -->\n\n示例县人民政府教育局\n")
    assert text.rstrip().endswith("示例县教育局办公室　　2025年8月20日印发")


def test_the_number_of_the_copy_the_grade_and_the_urgency_stand_first(plan_of: Callable[..., Plan]) -> None:
    marks = {"copy_number": "000012", "secrecy": "秘密★1年", "urgency": "特急"}
    text, _ = made(plan_of(issue=ISSUE | marks))
    assert text.startswith("<!-- place: copy -->\n\n000012\n\n<!-- place: grade -->\n\n秘密★1年\n\n特急\n")


def test_a_joint_issue_has_the_mark_of_the_lead_organ_and_is_signed_by_all(
    plan_of: Callable[..., Plan],
) -> None:
    text, _ = made(plan_of(issue=ISSUE | {"issued_by": ["bureau", "office"]}))
    assert "示例县教育局文件" in text
    assert "示例县教育局\n\n督导室\n\n2025年8月20日" in text


def test_the_word_file_opens_with_every_part(plan_of: Callable[..., Plan]) -> None:
    asked = Options(formats=frozenset({Format.DOCX, Format.HTML}), only=frozenset({Document.NOTICE}))
    files = {file.path: file.data for file in build(plan_of(issue=ISSUE), asked)[0]}
    document = python_docx.Document(BytesIO(files["印发通知.docx"]))
    styles = [p.style.name for p in document.paragraphs if p.style and p.text]
    for name in ("发文机关标志", "发文字号", "Title", "主送机关", "署名", "附件说明", "附件序号"):
        assert name in styles
    assert "class=mark" in files["印发通知.html"].decode()
