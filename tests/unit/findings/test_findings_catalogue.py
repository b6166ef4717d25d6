"""The catalogue as a whole: its texts, and that every finding made anywhere can be worded."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

import xuequ
from xuequ.findings.catalogue import FAMILIES, Entry, Text, entries, entry
from xuequ.findings.catalogue.facts import general
from xuequ.findings.catalogue.words import LABELS

PACKAGE = Path(xuequ.__file__).parent
ALL = tuple(entries().values())
WORD_FILES = {"words", "labels", "word_templates", "facts", "template_names", "groups"}
PROPER_NAMES = {"Graphviz"}


class Made(NamedTuple):
    """A call of `finding` or `Related` with what is written out in it."""

    where: str
    name: str
    given: frozenset[str]
    open: bool


def fields(template: str) -> set[str]:
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(template) if name}


def texts(one: Entry) -> tuple[Text, Text]:
    return one.zh, one.en


def asked(one: Entry) -> set[str]:
    return {name for t in texts(one) for part in (t.message, t.help, t.label) for name in fields(part)}


def calls(function: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def made() -> Iterator[Made]:
    for where, call in (*calls("finding"), *calls("shared")):
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            given = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
            given |= (
                {"names", "count"}
                if isinstance(call.func, ast.Name) and call.func.id == "shared"
                else frozenset()
            )
            yield Made(where, first.value, given, any(keyword.arg is None for keyword in call.keywords))


def test_every_code_stands_in_the_catalogue_once() -> None:
    folder = PACKAGE / "findings" / "catalogue"
    assert {path.stem for path in folder.glob("*.json")} == {*FAMILIES, *WORD_FILES}
    for family in FAMILIES:
        text = (folder / f"{family}.json").read_text(encoding="utf-8")
        written = re.findall(r'^  "(\w+)": \{$', text, re.MULTILINE)
        assert written == list(json.loads(text))
        assert len(written) == len(set(written))
        assert {code[:3].lower() for code in written} == {family}
    slugs = [(one.family, one.slug) for one in ALL]
    assert sorted(slugs) == sorted(set(slugs))


@pytest.mark.parametrize("one", ALL, ids=lambda e: e.code)
def test_a_code_belongs_to_the_family_whose_module_holds_it(one: Entry) -> None:
    assert entry(one.code) is one
    assert re.fullmatch(r"[A-Z]{3}\d{3}", one.code)
    assert one.family.lower() in FAMILIES


@pytest.mark.parametrize("one", ALL, ids=lambda e: e.code)
def test_texts_keep_the_manners_of_the_house(one: Entry) -> None:
    for text in texts(one):
        assert text.message
        for part in (text.message, text.help, text.label):
            assert "\n" not in part
            assert not part.endswith((".", "。"))
            assert part.count("`") % 2 == 0
    english = re.sub(r"`[^`]*`|\{\w+\}", "x", one.en.message)
    first = english.split()[0]
    assert first[0].islower() or first.isupper() or first in PROPER_NAMES


@pytest.mark.parametrize("one", ALL, ids=lambda e: e.code)
def test_a_text_has_help_and_a_label_in_both_languages_or_in_neither(one: Entry) -> None:
    assert bool(one.zh.help) == bool(one.en.help)
    assert bool(one.zh.label) == bool(one.en.label)


@pytest.mark.parametrize("call", list(made()), ids=lambda call: f"{call.name} {call.where}")
def test_a_finding_brings_what_its_texts_ask_for(call: Made) -> None:
    assert call.name in entries(), f"{call.where} makes {call.name}, which is not in the catalogue"
    missing = asked(entries()[call.name]) - call.given
    assert call.open or not missing, f"{call.where} makes {call.name} without {sorted(missing)}"


def test_every_label_of_a_related_place_has_words() -> None:
    for where, call in calls("Related"):
        for keyword in call.keywords:
            if keyword.arg == "label" and isinstance(keyword.value, ast.Constant):
                assert keyword.value.value in LABELS, where


@pytest.mark.parametrize("one", ALL, ids=lambda e: e.code)
def test_a_text_without_its_facts_has_words_in_their_place(one: Entry) -> None:
    for language, text in (("zh", one.zh), ("en", one.en)):
        for said, template in zip(general(text, language), text, strict=True):
            assert not any(f"{{{name}" in said for name in fields(template))
            assert ("〔" in said or "‹" in said) is bool(fields(template)) or "〔" in template
