"""Every field is carried by every reader that is about it; the table of that is in docs/."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from fields.page import CARRIED, PAGES, Lang, Row, opening, section, sections
from fields.readers import READERS, carried
from fields.reasons import REASONS, reason
from fields.samples import OTHER_FILES, PLACES, samples
from xuequ.language.fields import elements, kind_named

KINDS = tuple(PLACES)
#: What workbooks are made of.
TABLES = frozenset({"tasks", "lists", "checklists", "supervision", "ledger", "calendar", "matrix"})
#: Kinds that are no part of a resolved scheme: composition has carried them out.
CARRIED_OUT = frozenset({"adoption", "role", "parameter"})


@cache
def measured(kind: str, folder: Path) -> Mapping[str, frozenset[str]]:
    """The readers that carry each field of a kind."""
    return {
        sample.field.key: frozenset(carried(sample, folder / f"{kind}.{sample.field.key}"))
        for sample in samples()
        if sample.kind == kind
    }


def rows(kind: str, folder: Path) -> list[Row]:
    found = measured(kind, folder)
    return [
        Row(field, tuple(_cell(reader, kind, key, found[key]) for reader in READERS))
        for key, field in kind_named(kind).fields.items()
        if key in found
    ]


def _cell(reader: str, kind: str, key: str, readers: frozenset[str]) -> str:
    if reader in readers:
        return CARRIED
    if reader == "xlsx" and readers & TABLES:
        return ""
    why = reason(reader, kind, kind_named(kind).fields[key])
    return REASONS[why].letter if why else ""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fields")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_carried_by_every_reader_that_is_about_it(
    kind: str, folder: Path, project: Path, updating: bool
) -> None:
    table = rows(kind, folder)
    holes = [
        f"{kind}.{row.field.key}: {reader}"
        for row in table
        for reader, cell in zip(READERS, row.cells, strict=True)
        if not cell
    ]
    assert not holes
    for lang, page in PAGES.items():
        written = section(kind, table, lang)
        if updating:
            _rewrite(project / page, lang, kind, written)
        else:
            shown = sections((project / page).read_text(encoding="utf-8"))
            assert shown.get(_title(kind, lang)) == written, (
                f"run `pytest tests/fields --update -n 0`: {page}"
            )


def test_the_pages_begin_with_what_the_letters_mean(project: Path, updating: bool) -> None:
    for lang, page in PAGES.items():
        text = (project / page).read_text(encoding="utf-8")
        if updating:
            tables = [text for title, text in sections(text).items()]
            (project / page).write_text("\n".join([opening(lang), *tables]), encoding="utf-8")
        else:
            assert text.startswith(opening(lang))


def test_every_field_of_every_kind_has_its_row() -> None:
    wanted = {name for name in elements() if name not in CARRIED_OUT} | {"scheme"}
    wanted |= {f.holds for name in wanted for f in kind_named(name).fields.values() if f.holds} - CARRIED_OUT
    assert wanted - {"split"} <= set(KINDS)
    shown = {(sample.kind, sample.field.key) for sample in samples()}
    for kind in KINDS:
        for key in kind_named(kind).fields:
            assert (kind, key) in shown or key in OTHER_FILES.get(kind, ()), (kind, key)


def test_no_reason_stands_unused() -> None:
    used = {
        reason(reader, kind, field)
        for kind in KINDS
        for field in kind_named(kind).fields.values()
        for reader in READERS
    }
    assert used - {""} == set(REASONS)


def _title(kind: str, lang: Lang) -> str:
    return kind_named(kind).zh if lang == "zh" else kind_named(kind).en


def _rewrite(page: Path, lang: Lang, kind: str, written: str) -> None:
    """Put one section in its place, the others as they are."""
    known = dict(sections(page.read_text(encoding="utf-8"))) if page.is_file() else {}
    known[_title(kind, lang)] = written
    order = [known[_title(each, lang)] for each in KINDS if _title(each, lang) in known]
    page.write_text("\n".join([opening(lang), *order]), encoding="utf-8")
