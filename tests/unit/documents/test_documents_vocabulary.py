"""The list of what a template can use is the views themselves: nothing missing, nothing that does not print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_type_hints

import pytest

from word_files import p, table, texts, unsound, word
from xuequ.documents import enclosing
from xuequ.markup.templating import Templates
from xuequ.views.context import context
from xuequ.views.jobs import Document, Job, jobs
from xuequ.views.vocabulary import MARKDOWN_ONLY, VIEWS, Sort, Variable, variables
from xuequ.views.vocabulary_words import SORTS, meaning
from xuequ.word_templates.example import Table, example
from xuequ.word_templates.filling import check, fill
from xuequ.word_templates.package import WordSource
from xuequ.workspace.planned_year import planned_year
from xuequ.workspace.sample import sample_plan


@pytest.fixture(scope="module")
def sample() -> dict[Document, Job]:
    plan = sample_plan()
    made, calendar = context(plan), planned_year(plan).calendar
    return {document: next(jobs(document, made, calendar)) for document in Document}


def listed(sample: dict[Document, Job]) -> Iterator[tuple[Document, Variable]]:
    for document, job in sample.items():
        yield from ((document, each) for each in variables(document, job.values))


def test_every_document_has_its_view() -> None:
    assert set(VIEWS) == set(Document)


def test_every_name_is_said_in_both_languages(sample: dict[Document, Job]) -> None:
    for _, each in listed(sample):
        assert all(meaning(each.path))
        assert all(SORTS[each.sort])


def test_every_name_is_one_the_document_has(sample: dict[Document, Job]) -> None:
    for document, each in listed(sample):
        assert each.path[0] in sample[document].values


def test_the_sample_has_an_example_of_nearly_every_text_of_the_plan(sample: dict[Document, Job]) -> None:
    plan = variables(Document.PLAN, sample[Document.PLAN].values)
    bare = {each.name for each in plan if len(each.path) == 1 and each.sort is Sort.TEXT and not each.example}
    # What a plan has only where it goes out by itself.
    assert bare - {"about"} == {"copy_number", "secrecy", "urgency", "mark", "cc", "printed_by", "printed_on"}


def test_cells_of_rows_are_named_as_many_as_there_are(sample: dict[Document, Job]) -> None:
    for document, each in listed(sample):
        if each.sort is Sort.ROWS and len(each.path) == 1:
            rows = sample[document].values[each.path[0]]
            assert isinstance(rows, tuple)
            assert {len(row) for row in rows} <= {len(each.columns)}, each.name


def test_columns_that_differ_from_scheme_to_scheme_are_said_to(sample: dict[Document, Job]) -> None:
    assert {(document, each.name) for document, each in listed(sample) if each.varying} == {
        (Document.MATRIX, "rows")
    }


def test_the_view_of_each_document_is_what_its_pieces_carry(sample: dict[Document, Job]) -> None:
    for document, view in VIEWS.items():
        assert set(get_type_hints(view)) == set(sample[document].values)


def test_a_number_is_listed_only_where_there_are_numbers(sample: dict[Document, Job]) -> None:
    numbered = {
        each.name for document, each in listed(sample) if document is Document.PLAN and "number" in each.name
    }
    assert numbered == {
        "number",
        "copy_number",
        "measures[].number",
        "measures[].statements[].number",
        "safeguards[].number",
        "safeguards[].statements[].number",
        "phases[].number",
        "phases[].statements[].number",
    }


def test_what_only_markdown_templates_have_is_what_a_notice_is_given_beside_its_view(
    sample: dict[Document, Job],
) -> None:
    given: dict[str, object] = {}

    class Recording(Templates):
        def render(self, name: str, values: Mapping[str, object]) -> str:
            if name == "notice.md.j2":
                given.update(values)
            return super().render(name, values)

    enclosing.text(sample[Document.NOTICE], Recording({}))
    assert given.keys() - sample[Document.NOTICE].values.keys() == set(MARKDOWN_ONLY[Document.NOTICE])


@pytest.mark.parametrize("document", Document)
def test_the_example_of_a_document_is_a_template_that_works(
    document: Document, sample: dict[Document, Job]
) -> None:
    values = sample[document].values
    blocks = [
        table(*block.rows) if isinstance(block, Table) else p(block)
        for block in example(variables(document, values))
    ]
    source = WordSource("my.docx", word(*blocks))
    assert check(source, document, values) == ()
    made = fill(source, document, values)
    assert texts(made)[0] == values["title"]
    assert len(texts(made)) >= 2
    assert list(unsound(made)) == []
