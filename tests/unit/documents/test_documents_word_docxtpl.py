"""The tags are those of docxtpl: what that fills, is filled here into the same."""

from __future__ import annotations

from io import BytesIO

import pytest
from docxtpl import DocxTemplate

from word_files import p, rows, table, texts, word
from xuequ.resolution.plan import Plan
from xuequ.views.context import context
from xuequ.views.jobs import Document, jobs
from xuequ.word_templates.filling import fill
from xuequ.word_templates.package import WordSource

TEMPLATES = {
    "names and texts between": (p("题目：{{ title }}，{{ date }}。"), p("{{ to }}{{ opening }}")),
    "a tag in runs": (p("{{ ti", "tle", " }}"),),
    "paragraphs": (
        p("{%p for m in measures %}"),
        p("{{ loop.index }}. {{ m.name }}"),
        p("{%p for s in m.statements %}"),
        p("（{{ loop.index }}）{{ s.name }}：{{ s.text }}"),
        p("{%p endfor %}"),
        p("{%p endfor %}"),
    ),
    "choices": (
        p("{%p if mandates %}"),
        p("甲"),
        p("{%p elif sources %}"),
        p("{{ sources | length }}{% if doubts %}有疑{% else %}无疑{% endif %}"),
        p("{%p else %}"),
        p("丙"),
        p("{%p endif %}"),
    ),
    "rows": (
        table(
            ("序号", "名称"),
            ("{%tr for r in sources %}", ""),
            ("{{ r[0] }}", "{{ r[1] }}"),
            ("{%tr endfor %}", ""),
        ),
    ),
    "cells of rows": (
        table(
            ("{%tr for r in sources %}", "", ""),
            ("{%tc for c in r %}", "{{ c }}", "{%tc endfor %}"),
            ("{%tr endfor %}", "", ""),
        ),
    ),
    "a table in a loop": (
        p("{%p for m in measures %}"),
        table(("{{ m.name }}",), ("{%tr for s in m.statements %}",), ("{{ s.name }}",), ("{%tr endfor %}",)),
        p("{%p endfor %}"),
    ),
    "runs": (p("{%r if title %}", "有", "{%r endif %}", "。"),),
    "statements inside a paragraph": (
        p("{% for r in sources %}{{ r[1] }}{% if not loop.last %}、{% endif %}{% endfor %}"),
    ),
    "names that are set": (
        p("{%p set n = goals | length %}"),
        p("{{ n }}项"),
        p("{#p 说明 #}"),
        p("{# 说明 #}末"),
    ),
}


@pytest.mark.parametrize("what", TEMPLATES)
def test_a_template_comes_out_as_docxtpl_has_it(what: str, plan: Plan) -> None:
    values = next(jobs(Document.PLAN, context(plan), None)).values
    data = word(*TEMPLATES[what])
    theirs = DocxTemplate(BytesIO(data))
    theirs.render(dict(values), autoescape=True)
    out = BytesIO()
    theirs.save(out)
    ours = fill(WordSource("my.docx", data), Document.PLAN, values)
    assert texts(ours) == texts(out.getvalue())
    assert rows(ours) == rows(out.getvalue())
