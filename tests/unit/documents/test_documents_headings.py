"""Headings in order: none left out, each with the mark of its level."""

from __future__ import annotations

import pytest

import localities
from xuequ.documents import Document, Format, Options, Source, build
from xuequ.findings.finding import Finding, Position, Span
from xuequ.markup.headings import Misplaced, misplaced, written_by
from xuequ.resolution.plan import Plan


@pytest.mark.parametrize(
    "text",
    [
        "# 题\n\n## 一、甲\n\n### （一）乙\n\n#### 1.丙\n\n##### （1）丁\n\n## 二、戊\n",
        "# 题\n\n## 附件1 表\n\n# 又一题\n\n## 甲\n",
        "没有标题\n",
        "# 题\n\n## 十一、甲\n\n### （十二）乙\n\n#### 13\\\\.丙\n",
    ],
)
def test_headings_in_order_are_left_alone(text: str) -> None:
    assert list(misplaced(text)) == []


def test_a_level_left_out_is_told_with_the_one_that_is_due() -> None:
    text = "# 题\n\n### （一）甲\n\n## 一、乙\n\n#### 1.丙\n"
    assert list(misplaced(text)) == [
        Misplaced("### （一）甲", True, "## 一、", "### （一）"),
        Misplaced("#### 1.丙", True, "### （一）", "#### 1."),
    ]
    assert list(misplaced("## 一、甲\n")) == [Misplaced("## 一、甲", True, "#", "## 一、")]


def test_a_number_of_another_level_is_told() -> None:
    assert list(misplaced("# 题\n\n## 1.甲\n\n### 一、乙\n")) == [
        Misplaced("## 1.甲", False, "## 一、", "#### 1."),
        Misplaced("### 一、乙", False, "### （一）", "## 一、"),
    ]


def test_the_line_of_the_template_is_found_through_what_it_fills_in() -> None:
    template = (
        "# {{ title }}\n\n{% for a in b %}\n## {{ loop.index | chinese }}、{{ a.name }}\n{% endfor %}\n"
    )
    assert written_by(template, "## 三、学区 *一*") == 4
    assert written_by(template, "# 题") == 1
    assert written_by(template, "### （一）甲") == 0


def built(of: Plan, **own: str) -> list[Finding]:
    templates = {f"{name}.md.j2": Source(f"my/{name}.md.j2", text) for name, text in own.items()}
    asked = Options(
        formats=frozenset({Format.MD}),
        only=frozenset({Document.PLAN, Document.CHECKLISTS}),
        templates=templates,
    )
    return [found for found in build(of, asked)[1] if found.code in ("DOC015", "DOC016")]


def test_a_drafter_is_told_the_line_of_his_own_template(plan: Plan) -> None:
    (found,) = built(plan, plan="# {{ title }}\n\n{% if goals %}\n### （一）目标\n{% endif %}\n")
    assert (found.code, found.primary.file) == ("DOC015", "my/plan.md.j2")
    assert found.primary.span == Span(Position(4, 1), Position(4, 10))
    assert found.args["wanted"] == "## 一、"


def test_a_template_that_writes_many_documents_is_told_of_once() -> None:
    own = "# {{ title }}\n\n{% for chapter in chapters %}\n### {{ chapter.name }}\n{% endfor %}\n"
    assert len(built(localities.school_plan("ziyun", localities.roster("ziyun")), checklist=own)) == 1


@pytest.mark.parametrize("name", localities.NAMES)
def test_the_shipped_templates_keep_the_order(name: str) -> None:
    options = Options(formats=frozenset({Format.MD}))
    codes = {found.code for found in build(localities.role_plan(name), options)[1]}
    assert not codes & {"DOC015", "DOC016"}
