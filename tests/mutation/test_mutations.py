"""Each kind of fault, planted into each of the five examples where it can occur, is reported by the right rule."""

from __future__ import annotations

import pytest

import localities
from mutation import chinese, page
from mutation.catalogue import ELSEWHERE, FAMILIES
from mutation.faults import outcome, planted
from mutation.running import example


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(localities.ROOT)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_right_rule_reports_each_planted_fault_at_its_line_and_nothing_else(
    family: str, updating: bool
) -> None:
    faults = [
        fault
        for kind in FAMILIES[family]
        for name in localities.NAMES
        for fault in planted([kind], example(name))
    ]
    found = [outcome(fault) for fault in faults]
    wrong = [
        f"{o.planted.kind.code} {o.planted.kind.what}: {o.planted.sheet.file}:{o.planted.sheet.line}, "
        f"reported at {o.line}, unexplained {[(s.code, s.file, s.line) for s in o.unexplained]}"
        for o in found
        if not o.is_right
    ]
    for edition in page.EDITIONS:
        held, own = dict(page.sections(edition.text)), page.section(edition, family, found)
        if updating:
            edition.file.write_text(page.page(edition, {**held, family: own}), "utf-8")
        stale = f"docs/{edition.file.name} is stale: pytest tests/mutation --update"
        assert updating or held[family] == own, stale
    assert not wrong


@pytest.mark.parametrize("edition", page.EDITIONS, ids=lambda edition: edition.file.name)
def test_the_page_is_whole(edition: page.Edition) -> None:
    assert page.page(edition, page.sections(edition.text)) == edition.text


def test_what_is_said_in_chinese_is_what_is_said() -> None:
    kinds = [kind for some in FAMILIES.values() for kind in some]
    assert set(chinese.FAULTS) == {kind.what for kind in kinds}
    assert set(chinese.REASONS) == {why for kind in kinds for why in kind.beside.values()}
    assert set(chinese.ELSEWHERE) == set(ELSEWHERE.values())


def test_every_code_is_planted_or_says_why_it_is_not() -> None:
    assert [code for code in page.left_out() if not page.reason(code)] == []


def test_every_kind_of_fault_occurs_somewhere() -> None:
    never = [
        (kind.code, kind.what)
        for some in FAMILIES.values()
        for kind in some
        if not any(planted_one for name in localities.NAMES for planted_one in planted([kind], example(name)))
    ]
    assert never == []


def test_every_consequence_has_a_reason() -> None:
    bare = [
        (kind.what, code)
        for some in FAMILIES.values()
        for kind in some
        for code, why in kind.beside.items()
        if not why
    ]
    assert bare == []
