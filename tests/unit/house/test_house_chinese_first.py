"""In what a Chinese reader is told, keys are Chinese; the English one may follow in brackets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import schemes
from xuequ.findings.catalogue import entries
from xuequ.findings.catalogue.words import LABELS, WORD_TEMPLATES, WORDS, Said
from xuequ.language.keys import key_table
from xuequ.language.shipped import KINDS
from xuequ.rules.manual import codes, page

#: A Chinese term with its English in brackets.
PAIRED = re.compile(r"`[^`]*[\u4e00-\u9fff][^`]*`（[^（）]*）")
#: An English word with its Chinese in brackets.
EXPLAINED = re.compile(r"([a-z_]{2,})（[\u4e00-\u9fff]")
SPAN = re.compile(r"`([^`]+)`")
#: What is typed at a prompt, in Jinja or into a table is what it is in every language.
TYPED = re.compile(r"(?:xuequ|pip|apt|dnf|git)\b(?! *:)|-|\{\{|[\w.*]+\.\w+$|#")
FACT = re.compile(r"\{\w+(?:\[\d\])?\}")


class Told(NamedTuple):
    """One Chinese text and where it comes from."""

    where: str
    text: str


def english_keys() -> frozenset[str]:
    """Keys and fixed values of the language that have a Chinese word of their own."""
    rows = [row for kind in KINDS for row in key_table(kind)]
    rows += [inner for row in rows for inner in row.inner]
    keys = {row.key for row in rows if row.chinese}
    values = {value for row in rows for value, chinese in row.values if value != chinese}
    return frozenset({*keys, *values, "unspecified"} - {"xuequ"})


KEYS = english_keys()


def english_first(text: str) -> list[str]:
    """The English keys that a Chinese text leaves without their Chinese in front."""
    rest = PAIRED.sub("", text)
    spans = [span for span in SPAN.findall(rest) if not TYPED.match(span)]
    words = [word for span in spans for word in re.findall(r"[a-z_]{2,}", FACT.sub("", span))]
    return [word for word in (*words, *EXPLAINED.findall(SPAN.sub("", rest))) if word in KEYS]


def of_findings() -> Iterator[Told]:
    for code, entry in entries().items():
        if not code.startswith("DOC3"):  # for and if are what Jinja calls them, in WORD_TEMPLATES as well
            yield from (Told(code, text) for text in entry.zh)
    fixes = {code: entry.fix for code, entry in entries().items() if entry.fix is not None}
    for held in (WORDS, fixes, LABELS):
        yield from (Told(name, said.zh) for name, said in held.items() if name not in WORD_TEMPLATES)


def of_pages() -> Iterator[Told]:
    for code in codes():
        for heading, text in page(code).sections["zh"].items():
            # The settings of a rule are called as they are in xuequ.yaml.
            if heading != "设置":
                yield Told(f"{code} {heading}", text)


def of_the_interface() -> Iterator[Told]:
    """The first argument of every `say("检查", "check")`, and what else is written in Chinese for the terminal."""
    root = Path(__file__).parents[3] / "engine" / "xuequ" / "cli"
    for file in sorted(root.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_chinese(node.value):
                yield Told(f"{file.name}:{node.lineno}", node.value)


def _is_chinese(text: str) -> bool:
    return bool(re.search("[\u4e00-\u9fff][，。；：（]", text))


@pytest.mark.parametrize("source", [of_findings, of_pages, of_the_interface])
def test_a_chinese_text_names_the_chinese_key_first(source: object) -> None:
    assert callable(source)
    wrong = [(told.where, words) for told in source() if (words := english_first(told.text))]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("写出 `条款`（clause）", []),
        ("写出 `clause`（条款）", ["clause"]),
        ("写 `自定: 是`（ours: true）", []),
        ("写 `ours: true`", ["ours", "true"]),
        ("写 unspecified（待定）", ["unspecified"]),
        ("用 `xuequ policy` 查看", []),
        ("写成 `{比例: 15%, 基数: 教师}`", []),
        ("写成 `{share: 15%, of: 教师}`", ["share", "of"]),
    ],
)
def test_what_counts_as_first(text: str, wrong: list[str]) -> None:
    assert english_first(text) == wrong


#: The elements that times and amounts are.
TIMED = ("rhythm", "measured")
KEY_WORDS = {name.removeprefix("key_"): said for name, said in WORDS.items() if name.startswith("key_")}
#: Where a form stands, and the forms.
FORMS: dict[str, list[Said]] = {
    "duties: {a: {when: …}}": [WORDS[f"form_{name}"] for name in ("every", "by", "within")],
    "duties: {a: {amount: …}}": [WORDS[f"form_{name}"] for name in ("share", "per")],
    "duties: {a: {amount: {count: 9, split: [… ]}}}": [WORDS[f"form_{n}"] for n in ("units", "many_units")],
}


@pytest.mark.parametrize("key", KEY_WORDS)
def test_keys_are_called_as_the_schema_calls_them(key: str) -> None:
    chinese = {row.chinese for row in key_table("scheme") if row.key == key and row.element in TIMED}
    assert (KEY_WORDS[key].zh, KEY_WORDS[key].en) == (*chinese, key)


def keys(value: object) -> object:
    """The keys of a tree; names and lengths may be written in either language."""
    return {key: keys(inner) for key, inner in value.items()} if isinstance(value, dict) else None


@pytest.mark.parametrize(
    ("form", "said"),
    [(form, said) for form, several in FORMS.items() for said in several],
)
def test_forms_to_write_instead_mean_the_same_in_both_languages(form: str, said: Said) -> None:
    zh, en = (schemes.document(form.replace("…", text)).value for text in (said.zh, said.en))
    assert keys(zh) == keys(en)
