"""The schemas as they ship: sound, bilingual, and without what makes errors hard to name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from xuequ.language.keys import KeyRow, key_table
from xuequ.language.naming import TRANSLATIONS
from xuequ.language.shapes import chinese_keys, chinese_words
from xuequ.language.shipped import KINDS, Kind, Schema, definitions, merged, schema_of

#: Keywords that only lead to others, and those that say nothing about a value.
LEADING = {"$defs", "$ref", "properties", "items", "propertyNames", "if", "then", "else"}
SILENT = {"$schema", "title", "description", "examples"}
ONE = ("additionalProperties", "items", "propertyNames", "if", "then", "else")


def subschemas(schema: object) -> Iterator[Schema]:
    """A schema and every subschema in it."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key in ("$defs", "properties"):
        for inner in schema.get(key, {}).values():
            yield from subschemas(inner)
    for key in ONE:
        yield from subschemas(schema.get(key))


def everything() -> list[Schema]:
    return [each for kind in KINDS for each in subschemas(schema_of(kind))]


def fields() -> Iterator[tuple[str, Schema]]:
    for schema in everything():
        for key, field in schema.get("properties", {}).items():
            yield key, merged(field)


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_satisfies_the_metaschema(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema_of(kind))


def test_there_are_no_unions_of_objects() -> None:
    assert not [s for s in everything() if {"oneOf", "anyOf", "allOf"} & set(s)]


def test_every_keyword_that_can_fail_has_a_translation() -> None:
    used = {key for schema in everything() for key in schema if not key.startswith("x-")}
    assert used - LEADING - SILENT == set(TRANSLATIONS)


def test_every_field_says_what_it_is_in_both_languages() -> None:
    for key, field in fields():
        assert field.get("title"), key
        assert field.get("description"), key
        assert field.get("x-description-zh"), key
        assert chinese_keys(field), key


@pytest.mark.parametrize("kind", KINDS)
def test_a_chinese_key_means_one_field_of_its_element(kind: Kind) -> None:
    def check(rows: tuple[KeyRow, ...]) -> None:
        for element in {row.element for row in rows}:
            counts = Counter(row.chinese for row in rows if row.element == element)
            assert not [key for key, count in counts.items() if count > 1], element
        for row in rows:
            check(row.inner)

    check(key_table(kind))


def test_an_everyday_word_for_a_field_is_no_key_beside_it() -> None:
    for schema in everything():
        if schema is definitions()["overridden"]:  # holds the fields of every element
            continue
        fields = [merged(field) for field in schema.get("properties", {}).values()]
        known = {key for field in fields for key in chinese_keys(field)}
        words = [word for field in fields for word in field.get("x-also-zh", ())]
        assert known & set(words) == set()


def test_every_closed_value_has_its_own_chinese_word() -> None:
    for schema in everything():
        values = schema.get("else", schema).get("enum")
        if values is None or values == [1] or "x-zh" not in schema:
            continue
        words = dict(chinese_words(schema))
        assert {v for v in values if v != "unspecified"} == set(words.values())
        assert len(words) == len(list(chinese_words(schema)))


def test_every_closed_value_is_in_a_vocabulary() -> None:
    closed = [s for s in everything() if "enum" in s and s["enum"] != [1]]
    branches = [s["else"] for s in everything() if "else" in s and "x-zh" in s]
    assert not [s for s in closed if "x-zh" not in s and not any(s is branch for branch in branches)]


def test_elements_take_no_field_that_is_not_theirs() -> None:
    open_by_design = {"unit", "condition"}
    for name, schema in definitions().items():
        if "properties" in schema and name not in open_by_design:
            assert schema["additionalProperties"] is False, name


@pytest.mark.parametrize(
    ("element", "english", "chinese"),
    [
        ("cluster", "members", "成员"),
        ("organ", "members", "组成"),
        ("measured", "of", "基数"),
        ("group", "of", "取自"),
        ("member", "of", "取自"),
        ("issue", "to", "主送"),
        ("duty", "lead", "牵头"),
        ("appraisal", "assess", "考核"),
        ("measure", "appraisals", "考核事项"),
        ("rhythm", "every", "周期"),
        ("rhythm", "by", "截止"),
        ("criterion", "veto", "否决"),
        ("score_line", "else", "否则"),
        ("unit", "form", "所用模式"),
        ("cluster", "forms", "模式"),
        ("phase", "does", "包括"),
        ("source", "as", "用途"),
        ("locality", "under", "隶属"),
        ("calendar", "widths", "宽度"),
    ],
)
def test_chinese_keys_are_those_of_the_language(element: str, english: str, chinese: str) -> None:
    found = {row.key: row.chinese for row in key_table("scheme") if row.element == element}
    assert found[english] == chinese


def test_every_example_is_valid_where_it_stands() -> None:
    shared = {"$defs": dict(definitions())}
    for kind in KINDS:
        for schema in subschemas(schema_of(kind)):
            where: dict[str, Any] = {**schema, **shared}
            for example in schema.get("examples", ()):
                assert not list(Draft202012Validator(where).iter_errors(example)), example
