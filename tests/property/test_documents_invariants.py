"""What must not change the documents of a scheme."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

import localities
from rewriting import ids, shuffled
from xuequ.documents import Format, Options, build
from xuequ.source.document import Document

TEXTS = Options(formats=frozenset({Format.MD}))


def files(name: str, options: Options, **changes: object) -> dict[str, bytes]:
    """Every file of a locality's build by path."""
    whole = localities.plan(name, **changes) if changes else localities.role_plan(name)  # type: ignore[arg-type]
    written, _ = build(whole, options)
    return {file.path: file.data for file in written}


@pytest.mark.parametrize("name", localities.NAMES)
def test_two_builds_are_the_same_to_the_byte_whatever_the_order_of_fields(name: str) -> None:
    def change(document: Document) -> Document:
        return replace(document, value=shuffled(document.value, "file", random.Random(3)))

    first, second = files(name, Options()), files(name, Options(), change=change)
    assert {path.rpartition(".")[2] for path in first} >= {"md", "html", "docx", "xlsx"}
    assert first == second


@pytest.mark.parametrize("name", localities.NAMES)
def test_an_id_that_has_a_name_stands_in_no_document(name: str) -> None:
    words = sorted(ids(localities.role_plan(name).composed.tree))
    names = {word: f"{word}_renamed" for word in words}
    after = files(name, TEXTS, edit=lambda text: localities.renamed(text, names))
    assert files(name, TEXTS) == after
