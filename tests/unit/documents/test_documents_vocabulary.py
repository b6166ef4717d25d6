"""The list of what a template can use is the views themselves: nothing missing, nothing that does not print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xuequ.documents.pieces import Document, Piece, pieces
from xuequ.documents.views.ground import ground
from xuequ.documents.vocabulary import VIEWS, Sort, Variable, variables
from xuequ.documents.vocabulary_words import SORTS, meaning
from xuequ.workspace.planned_year import planned_year
from xuequ.workspace.sample import sample_plan


@pytest.fixture(scope="module")
def sample() -> dict[Document, Piece]:
    plan = sample_plan()
    made, calendar = ground(plan), planned_year(plan).calendar
    return {document: next(pieces(document, made, calendar)) for document in Document}


def listed(sample: dict[Document, Piece]) -> Iterator[tuple[Document, Variable]]:
    for document, piece in sample.items():
        yield from ((document, each) for each in variables(document, piece.values))


def test_every_document_has_its_view() -> None:
    assert set(VIEWS) == set(Document)


def test_every_name_is_said_in_both_languages(sample: dict[Document, Piece]) -> None:
    for _, each in listed(sample):
        assert all(meaning(each.path))
        assert all(SORTS[each.sort])


def test_every_name_is_one_the_document_has(sample: dict[Document, Piece]) -> None:
    for document, each in listed(sample):
        assert each.path[0] in sample[document].values


def test_the_sample_has_an_example_of_nearly_every_text_of_the_plan(sample: dict[Document, Piece]) -> None:
    plan = variables(Document.PLAN, sample[Document.PLAN].values)
    bare = {each.name for each in plan if len(each.path) == 1 and each.sort is Sort.TEXT and not each.example}
    assert bare == set()


def test_cells_of_rows_are_named_as_many_as_there_are(sample: dict[Document, Piece]) -> None:
    for document, each in listed(sample):
        if each.sort is Sort.ROWS and len(each.path) == 1:
            rows = sample[document].values[each.path[0]]
            assert isinstance(rows, tuple)
            assert {len(row) for row in rows} <= {len(each.columns)}, each.name


def test_the_view_of_each_document_is_what_its_pieces_carry(sample: dict[Document, Piece]) -> None:
    for document, view in VIEWS.items():
        assert set(view.__annotations__) == set(sample[document].values)
