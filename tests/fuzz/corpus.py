"""What the fuzzer begins from: schemes, policies and rosters of the project, small enough to try thousands of them.

The examples of the rule pages are taken whole; those of the five localities, of the shipped policies and of the
county with a superior in parts, one measure each. Chinese keys come from `examples/zh` and from the operators.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from xuequ.source.yaml import read_yaml

ROOT = Path(__file__).resolve().parents[2]
HEAD = {
    "xuequ": 1,
    "kind": "scheme",
    "name": "某县学区制管理实施方案",
    "locality": {"name": "某县", "level": "county"},
}
#: Sections of which a part keeps one element.
_PARTED = ("measures", "举措", "appraisals", "考核")
_BLOCK = re.compile(r"^```(yaml|csv)\n(.*?)^```", re.M | re.S)
_SECTION = re.compile(r"^-- (\S+\.yaml) --\n(.*?)(?=^-- \S+(?: \[[\w-]+\])? --$|\Z)", re.M | re.S)
_HEADING = re.compile(r"^## ", re.M)

#: Values kept of one field.
MOST_VALUES = 200
#: A file as plain values, and the rows of a table.
Tree = dict[str, Any]
Rows = list[list[str]]


@dataclass(frozen=True)
class Seed:
    """One file to begin from, with a roster that fits where there is one."""

    name: str
    tree: Tree
    roster: Rows = field(default_factory=list)

    @property
    def is_policy(self) -> bool:
        """Whether a scheme adopts it, rather than being checked as it is."""
        return self.tree.get("kind", self.tree.get("类别")) in ("policy", "政策模块")


def tree_of(text: str, name: str) -> Tree:
    """A YAML text as plain values."""
    tree = _read(text, name)
    assert tree is not None, name
    return tree


def _read(text: str, name: str) -> Tree | None:
    document = read_yaml(text.encode(), name).document
    return deepcopy(document.value) if document is not None and isinstance(document.value, dict) else None


def rows_of(text: str) -> Rows:
    """A CSV text as rows of cells."""
    return list(csv.reader(io.StringIO(text)))


@cache
def seeds() -> tuple[Seed, ...]:
    """Every seed, in an order that does not depend on the machine."""
    return (*_pages(), *_commands(), *_localities(), *_policies())


def _pages() -> Iterator[Seed]:
    for page in sorted(ROOT.glob("engine/xuequ/rules/catalogue/*.md")):
        for section in _HEADING.split(page.read_text("utf-8"))[1:]:
            blocks: dict[str, str] = dict(_BLOCK.findall(section))
            if "yaml" in blocks:
                tree = tree_of(blocks["yaml"], page.name)
                yield Seed(page.stem, {**HEAD, **tree}, rows_of(blocks.get("csv", "")))


def _commands() -> Iterator[Seed]:
    """The schemes that the tests of the command line write."""
    for path in sorted(ROOT.glob("tests/cli/cases/*.test")):
        for name, text in _SECTION.findall(path.read_text("utf-8")):
            tree = _read(text, name) if name.endswith(".yaml") else None
            if tree is not None and {tree.get("kind"), tree.get("类别")} & {
                "scheme",
                "方案",
                "policy",
                "政策模块",
            }:
                yield Seed(f"{path.stem}-{name}", tree)


def _localities() -> Iterator[Seed]:
    for path in sorted(ROOT.glob("examples/*.yaml")) + sorted(ROOT.glob("examples/*/*.yaml")):
        if path.parent.name in ("examples", "zh", "conformance") and "outline" not in path.name:
            roster = ROOT / "examples" / "rosters" / f"{path.stem}.csv"
            rows = rows_of(roster.read_text("utf-8-sig"))[:13] if roster.is_file() else []
            for name, tree in _parts(path):
                yield Seed(name, tree, rows)


def _policies() -> Iterator[Seed]:
    for path in sorted(ROOT.glob("policies/*.yaml")):
        for name, tree in _parts(path):
            yield Seed(name, tree)


def _parts(path: Path) -> Iterator[tuple[str, Tree]]:
    """A file with one measure at a time, and no others."""
    whole = tree_of(path.read_text("utf-8"), path.name)
    section = next((each for each in _PARTED[:2] if isinstance(whole.get(each), dict)), None)
    if section is None:
        yield path.stem, whole
        return
    for key, value in whole[section].items():
        kept = {k: v for k, v in whole.items() if k not in _PARTED}
        yield f"{path.parent.name}/{path.stem}/{key}", {**kept, section: {key: value}}


@cache
def values() -> Mapping[str, tuple[Any, ...]]:
    """Every value that stands under a field anywhere, by the field's English key."""
    found: dict[str, list[Any]] = {}
    english: dict[str, str] = {zh: en for en, zh in chinese().items()}
    for value in (each for seed in seeds() for each in _nested(seed.tree)):
        for key, inner in (value if isinstance(value, dict) else {}).items():
            held = found.setdefault(english.get(str(key), str(key)), [])
            if len(held) < MOST_VALUES and inner not in held:
                held.append(inner)
    return {key: tuple(held) for key, held in found.items() if key in chinese()}


@cache
def fields() -> tuple[str, ...]:
    """The English keys of the language."""
    return tuple(sorted(chinese()))


@cache
def chinese() -> Mapping[str, str]:
    """The Chinese key of each English one."""
    return {key: said["x-zh"] for key, said in _properties() if isinstance(said.get("x-zh"), str)}


@cache
def references() -> tuple[str, ...]:
    """The keys whose values name something else."""
    named = re.compile(r'"x-ref"|/actors?"|/targets?"|/references?"|/sources?"')
    return tuple(sorted({key for key, said in _properties() if named.search(json.dumps(said))}))


def _properties() -> Iterator[tuple[str, Tree]]:
    """Every property of every schema with English keys."""
    for path in sorted(ROOT.glob("schemas/*.schema.json")):
        if "zh-CN" not in path.name:
            for value in _nested(json.loads(path.read_text("utf-8"))):
                properties = value.get("properties", {}) if isinstance(value, dict) else {}
                yield from ((k, v) for k, v in properties.items() if isinstance(v, dict))


def _nested(value: Any) -> Iterator[Any]:
    """A value and all in it."""
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nested(inner)


@cache
def texts() -> tuple[str, ...]:
    """Every text of the corpus."""
    return tuple({value: None for seed in seeds() for value in _nested(seed.tree) if isinstance(value, str)})
