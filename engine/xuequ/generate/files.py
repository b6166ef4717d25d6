"""Files that are generated and checked in: `python -m xuequ.generate`, with `--check` to find stale ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from xuequ.edit.translate import translate
from xuequ.generate.expectations_page import expectations_page
from xuequ.generate.reference import reference
from xuequ.language.editor import editor_schema
from xuequ.rules.manual_text import rule_pages
from xuequ.source.yaml import read_yaml

PROJECT = Path(__file__).parents[3]


def main(arguments: list[str]) -> int:
    """Write every generated file, or with `--check` list those that are stale and answer 1 if there are any."""
    stale = regenerate(PROJECT, write="--check" not in arguments)
    for path in stale:
        print(path)
    return int("--check" in arguments and bool(stale))


def regenerate(project: Path, write: bool) -> tuple[str, ...]:
    """The paths of generated files that are not what they should be; written anew with `write`."""
    stale = []
    for path, text in generated(project):
        file = project / path
        if file.is_file() and file.read_bytes() == text.encode():
            continue
        stale.append(path)
        if write:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    return tuple(stale)


def generated(project: Path) -> Iterator[tuple[str, str]]:
    """Every generated file: its path from the project's folder, and its text."""
    yield from reference_pages()
    yield from chinese_schemas()
    yield from examples_zh(project)
    yield from rule_pages(project)


def reference_pages() -> Iterator[tuple[str, str]]:
    """The language reference and the page about expectations, in both languages."""
    yield "docs/reference.md", reference("en")
    yield "docs/reference.zh-CN.md", reference("zh")
    yield "docs/expectations.md", expectations_page("en")
    yield "docs/expectations.zh-CN.md", expectations_page("zh")


def chinese_schemas() -> Iterator[tuple[str, str]]:
    """The schemas with Chinese keys, for editors."""
    yield "schemas/scheme.zh-CN.schema.json", _json(editor_schema("scheme", "zh"))
    yield "schemas/policy.zh-CN.schema.json", _json(editor_schema("policy", "zh"))
    yield "schemas/expectations.zh-CN.schema.json", _json(editor_schema("expectations", "zh"))
    yield "schemas/outline.zh-CN.schema.json", _json(editor_schema("outline", "zh"))
    yield "schemas/workspace.zh-CN.schema.json", _json(editor_schema("workspace", "zh"))
    yield "schemas/profile.zh-CN.schema.json", _json(editor_schema("profile", "zh"))


def examples_zh(project: Path) -> Iterator[tuple[str, str]]:
    """The examples in Chinese keys, with Chinese names as the keys of elements."""
    for path in sorted((project / "examples").glob("*.yaml")):
        read = read_yaml(path.read_bytes(), f"examples/{path.name}")
        if read.document is None or read.findings:
            raise ValueError(f"examples/{path.name} cannot be read: run `xuequ check` on it")
        yield f"examples/zh/{path.name}", translate(read.document)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
