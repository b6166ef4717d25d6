"""PDF as one of the formats of a build."""

from __future__ import annotations

import re

import pytest

from xuequ.documents import Document, Format, Options, build
from xuequ.documents.profile import Profile
from xuequ.resolution.plan import Plan
from xuequ.writers import pdf
from xuequ.writers.page import NATIONAL, Page

needs_font = pytest.mark.skipif(pdf.found_faces(NATIONAL) is None, reason="this machine has no Chinese font")
PLAN = Options(formats=frozenset({Format.PDF}), only=frozenset({Document.PLAN}))


def test_no_pdf_is_made_unless_it_is_asked_for() -> None:
    assert Options().formats == frozenset(Format) - {Format.PDF}


@needs_font
def test_every_text_of_a_scheme_is_set_and_linked_from_its_index(plan: Plan) -> None:
    files, findings = build(plan, Options(formats=frozenset({Format.PDF, Format.HTML})))
    assert not [found for found in findings if found.code.startswith("DOC4")]
    names = {file.path for file in files}
    texts = {path.removesuffix(".html") for path in names if path.endswith(".html")} - {"index"}
    assert {path.removesuffix(".pdf") for path in names if path.endswith(".pdf")} == texts
    index = next(file.data.decode() for file in files if file.path == "index.html")
    assert len(re.findall(r'href="[^"]+\.pdf"', index)) == len(texts)


@needs_font
def test_the_profile_sets_the_pages(plan: Plan) -> None:
    (national,), _ = build(plan, PLAN)
    local = Options(formats=PLAN.formats, only=PLAN.only, profile=Profile(page=Page(left=2000)))
    (other,), _ = build(plan, local)
    assert national.data != other.data


def test_without_a_chinese_font_there_is_a_finding_and_the_other_formats(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "found_faces", lambda page: None)
    files, findings = build(plan, Options(formats=frozenset({Format.PDF, Format.MD}), only=PLAN.only))
    assert [found.code for found in findings if found.code.startswith("DOC4")] == ["DOC402"]
    assert [file.path.rpartition(".")[2] for file in files] == ["md"]
