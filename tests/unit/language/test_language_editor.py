"""Schemas for editors, and the tables of keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from xuequ.edit.translate import translate
from xuequ.language.canonical import MERGE, canonical
from xuequ.language.editor import editor_schema
from xuequ.language.forms import Lang
from xuequ.language.keys import key_table
from xuequ.language.shipped import KINDS, Kind
from xuequ.source.yaml import read_yaml


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_an_editor_schema_is_a_schema_and_stands_alone(kind: Kind, keys: Lang) -> None:
    schema = editor_schema(kind, keys)
    Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)
    assert "common.schema.json" not in text
    assert '"x-' not in text
    assert all(f'"{reference}"' in text for reference in schema.get("$defs", ()))


def test_the_chinese_schema_speaks_chinese() -> None:
    schema = editor_schema("scheme", "zh")
    duty = schema["$defs"]["duty"]
    assert schema["required"] == ["格式", "类别", "名称", "地方"]
    assert schema["$defs"]["scheme_kind"]["enum"] == ["方案"]
    assert {"牵头", "时间", "成果"} <= set(duty["properties"])
    assert schema["$defs"]["force_word"]["else"]["enum"][:2] == ["必须", "原则上"]
    assert schema["$defs"]["lead_field"]["description"] == "牵头，对这项工作负总责。"


@pytest.mark.parametrize("keys", ["en", "zh"])
def test_every_example_satisfies_the_editor_schema_of_its_keys(project: Path, keys: Lang) -> None:
    validator = Draft202012Validator(editor_schema("scheme", keys))
    for path in sorted((project / "examples").glob("*.yaml")):
        document = read_yaml(path.read_bytes(), path.name).document
        assert document is not None
        turned = read_yaml(translate(document, keys).encode(), path.name).document
        assert turned is not None
        assert not [error.message for error in validator.iter_errors(turned.value)], path.name


def test_the_key_table_has_every_element_and_both_keys() -> None:
    rows = key_table("scheme")
    assert ("duty", "lead", "牵头") in {(row.element, row.key, row.chinese) for row in rows}
    assert {row.element for row in rows} >= {"scheme", "organ", "cluster", "appraisal", "mandate", "rhythm"}
    never = next(row for row in rows if row.key == "never")
    assert [inner.key for inner in never.inner] == ["who", "edge", "whom"]


@pytest.mark.parametrize(
    "place",
    [
        {"<<": {}},
        {"duties": {"<<": {"name": "研讨"}}},
        {"duties": {"meet": {"<<": {"name": "研讨"}}}},
        {"duties": {"meet": {"where": {"<<": {"area": "乡镇"}}}}},
    ],
)
def test_a_merge_key_is_refused_wherever_it_stands_as_by_the_check(place: dict[str, object]) -> None:
    head: dict[str, object] = {"xuequ": 1, "kind": "scheme", "name": "某县方案", "locality": {"name": "某县"}}
    validator = Draft202012Validator(editor_schema("scheme", "en"))
    errors = validator.iter_errors({**head, **place})
    assert MERGE in [error.instance for error in errors if error.validator == "pattern"]
    text = json.dumps({**head, **place}, ensure_ascii=False)
    read = read_yaml(text.encode(), "scheme.yaml")
    assert read.document is not None
    found = canonical(read.document).findings
    assert [each.code for each in found if MERGE in each.primary.path] == ["SCH116"]
