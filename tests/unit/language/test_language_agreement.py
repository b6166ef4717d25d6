"""What is violated is what python-jsonschema says too, on good and on damaged documents."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from xuequ.language.canonical import canonical
from xuequ.language.shipped import Kind, schema_of
from xuequ.language.validation import valid, violations
from xuequ.source.yaml import read_yaml

DAMAGE: tuple[Any, ...] = (
    None,
    True,
    7,
    -1,
    2.5,
    "",
    "unspecified",
    "$p",
    "甲/乙",
    [],
    ["甲"],
    ["甲", "甲"],
    [3],
    {},
    {"x": 1},
)


def files(project: Path) -> list[Path]:
    return [*sorted((project / "examples").glob("*.yaml")), *sorted((project / "policies").glob("*.yaml"))]


def loaded(path: Path) -> tuple[Kind, Any]:
    document = read_yaml(path.read_bytes(), path.name).document
    assert document is not None
    result = canonical(document)
    assert result.kind is not None
    return result.kind, result.document.value


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container with a key or index into it."""
    found: list[tuple[Any, Any]] = []
    for step in list(value) if isinstance(value, dict) else range(len(value)):
        found.append((value, step))
        if isinstance(value[step], dict | list):
            found.extend(places(value[step]))
    return found


def kinds_of(errors: list[ValidationError]) -> list[tuple[str, Any]]:
    return [(str(error.validator), error.absolute_path) for error in errors]


def test_both_accept_what_ships(project: Path) -> None:
    for path in files(project):
        kind, value = loaded(path)
        assert valid(kind, value), path.name
        assert not list(violations(kind, value)), path.name


@pytest.mark.parametrize("seed", range(4))
def test_both_judge_damaged_documents_alike(project: Path, seed: int) -> None:
    chance = random.Random(seed)
    smallest = sorted(files(project), key=lambda path: path.stat().st_size)[:6]
    for kind, value in map(loaded, smallest):
        for _ in range(12):
            damaged = copy.deepcopy(value)
            inside, step = chance.choice(places(damaged))
            if isinstance(inside, dict) and chance.random() < 0.3:
                inside[chance.choice(("lead", "each", "x", "name", "count", "never", "a/b"))] = inside.pop(
                    step
                )
            else:
                inside[step] = chance.choice(DAMAGE)
            named = {(each.keyword, each.at) for each in violations(kind, damaged)}
            assert valid(kind, damaged) is not bool(named)
            errors = [*Draft202012Validator(schema_of(kind)).iter_errors(damaged)]
            assert named == {
                (str(error.validator), tuple(error.absolute_path))
                for error in errors
                if error.validator == "type" or ("type", error.absolute_path) not in kinds_of(errors)
            }


def test_deep_nesting_ends_in_an_answer() -> None:
    deep = "{a: " * 90 + "1" + "}" * 90
    measures = "".join(f"{'  ' * n}measures:\n{'  ' * n} m:\n" for n in range(30))
    for text in (f"goals: {deep}\n", measures):
        document = read_yaml(f"xuequ: 1\nkind: policy\nname: 甲\n{text}".encode(), "a.yaml").document
        assert document is not None
        canonical(document)
