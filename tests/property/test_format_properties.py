"""Formatting says what was said, loses no comment, and done twice changes nothing more.

Tried on everything that ships, and on the same with fields shuffled, comments strewn in, lines indented and joined
otherwise, and values that are hard to write.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xuequ.edit.format import formatted
from xuequ.findings.finding import Level
from xuequ.language.canonical import canonical, kind_of
from xuequ.language.shapes import Shape, shape_of
from xuequ.source.comments import comments
from xuequ.source.document import Document
from xuequ.source.yaml import read_yaml
from xuequ.workspace.fixing import fix_file

PROJECT = Path(__file__).resolve().parents[2]
FOLDERS = ("examples", "examples/zh", "policies")
FILES = sorted(path for folder in FOLDERS for path in (PROJECT / folder).glob("*.yaml"))
KEYS: tuple[Literal["zh", "en"] | None, ...] = (None, "zh", "en")
HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"


def document(text: str) -> Document:
    read = read_yaml(text.encode(), "f.yaml")
    assert read.document is not None
    return read.document


def is_sound(text: str) -> bool:
    read = read_yaml(text.encode(), "f.yaml")
    if read.document is None:
        return False
    found = (*read.findings, *canonical(read.document).findings)
    return all(each.level is not Level.ERROR for each in found)


def remarked(text: str) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in comments(text))


def check(text: str, keys: Literal["zh", "en"] | None = None) -> None:
    """What holds of every file: the same data and comments, settled at once; or errors, and nothing done."""
    found = formatted(text.encode(), "f.yaml", keys)
    if found.text is None:
        codes = [each.code for each in found.findings]
        assert codes, "neither a text nor a finding"
        assert not is_sound(text), codes
        return
    assert canonical(document(found.text)).document.value == canonical(document(text)).document.value
    assert remarked(found.text) == remarked(text)
    assert formatted(found.text.encode(), "f.yaml", keys).text == found.text
    assert all(line == line.rstrip() for line in found.text.split("\n"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("keys", KEYS)
def test_everything_that_ships(path: Path, keys: Literal["zh", "en"] | None) -> None:
    check(path.read_text(encoding="utf-8"), keys)


# The same data, written otherwise ------------------------------------------------------------------


def written(value: object, chance: random.Random, depth: int = 0) -> list[str]:
    """Lines of a value, partly in blocks and all in quotes, with comments and blank lines strewn in."""
    pad = " " * (depth * 2)
    lines: list[str] = []
    pairs = [*value.items()] if isinstance(value, dict) else []
    for key, held in pairs:
        if chance.random() < 0.05:
            lines += [""] * chance.randint(1, 2)
        if chance.random() < 0.08:
            lines += [f"{' ' * (depth * chance.choice((0, 2, 4)))}# 注{chance.random():.6f}"]
        tail = f"  # 旁{chance.random():.6f}" if chance.random() < 0.06 else ""
        if isinstance(held, dict) and held and chance.random() < 0.8:
            lines.append(f"{pad}{json.dumps(key, ensure_ascii=False)}:{tail}")
            lines += written(held, chance, depth + 1)
        elif isinstance(held, list) and held and chance.random() < 0.3:
            lines.append(f"{pad}{json.dumps(key, ensure_ascii=False)}:{tail}")
            lines += (f"{pad}  - {json.dumps(each, ensure_ascii=False)}" for each in held)
        else:
            lines.append(
                f"{pad}{json.dumps(key, ensure_ascii=False)}: {json.dumps(held, ensure_ascii=False)}{tail}"
            )
    return lines


def shuffled(value: object, shape: Shape | None, chance: random.Random) -> object:
    """The value with the fields of everything in another order; elements and the drafter's own keys in theirs."""
    if isinstance(value, list):
        return [shuffled(each, (shape.items or shape) if shape else None, chance) for each in value]
    if not isinstance(value, dict):
        return value
    inner = (shape.elements or shape.others) if shape else None
    fields = {} if shape is None or shape.elements else shape.fields
    pairs = [
        (key, shuffled(held, fields[key][1] if key in fields else inner, chance))
        for key, held in value.items()
    ]
    if fields and all(key in fields for key in value):
        chance.shuffle(pairs)
    return dict(pairs)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_order_of_fields_does_not_show_in_the_result(path: Path) -> None:
    held = document(path.read_text(encoding="utf-8"))
    kind = kind_of(held)
    assert kind is not None
    texts = set()
    for seed in range(4):
        value = shuffled(held.value, shape_of(kind), random.Random(seed))
        texts.add(formatted(json.dumps(value, ensure_ascii=False).encode(), "f.yaml").text)
    assert len(texts) == 1
    assert None not in texts


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("seed", range(6))
def test_the_same_data_written_otherwise(path: Path, seed: int) -> None:
    chance = random.Random(f"{path.name}{seed}")
    held = document(path.read_text(encoding="utf-8"))
    kind = kind_of(held)
    assert kind is not None
    value = shuffled(held.value, shape_of(kind), chance)
    check("\n".join(written(value, chance)) + "\n", chance.choice(KEYS))


def strewn(text: str, chance: random.Random) -> str:
    """The text with comments and blank lines put in at random, at the ends of lines and between them."""
    lines: list[str] = []
    for line in text.splitlines():
        if chance.random() < 0.1:
            lines += chance.choice(
                (["# 一"], ["", "# 二", ""], ["    # 三"], [""], ["          # xuequ: allow RES201 -- 四"])
            )
        beside = chance.random() < 0.1 and not line.lstrip().startswith("#") and line.strip()
        lines.append(line + chance.choice(("  # 五", " # xuequ: allow RES201 -- 六")) if beside else line)
    return "\n".join(lines) + chance.choice(("\n", "", "\n\n# 完\n"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("seed", range(6))
def test_comments_anywhere(path: Path, seed: int) -> None:
    chance = random.Random(f"{path.name}{seed}")
    check(strewn(path.read_text(encoding="utf-8"), chance), chance.choice(KEYS))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_damaged_files(path: Path) -> None:
    chance = random.Random(path.name)
    whole = path.read_text(encoding="utf-8")
    for _ in range(15):
        text = list(whole)
        for _ in range(chance.choice((1, 1, 3))):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 3)] = chance.choice(
                (*"{}[],:#&*|>-\"' \n", "\n  ", "", "甲", "&a ", "*a")
            )
        check("".join(text))


# Values that are hard to write ---------------------------------------------------------------------

_SIGNS = st.sampled_from(
    [*"甲乙，。：“”（） ab1-?:,[]{}#&*!|>'\"%@`~=\\/.\n\t", "\u3000", "\x85", "\u2028", "😀", "null", "- "]
)
_TEXTS = st.lists(_SIGNS, max_size=40).map("".join)


@given(st.lists(_TEXTS, max_size=4), st.booleans())
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_text_as_a_value(texts: list[str], flow: bool) -> None:
    values = [json.dumps(text) for text in texts]
    fields = [f"note: {values[0]}" if values else "count: 1", f"items: [{', '.join(values[1:])}]"]
    between = ("{", ", ", "}") if flow else ("\n    ", "\n    ", "")
    check(f"{HEAD}duties:\n  a: {between[0]}{between[1].join(fields)}{between[2]}\n")


def is_key(text: str) -> bool:
    """The reader takes wide spaces off the ends of keys, so such keys do not come to it."""
    return text == text.strip("\u3000") != "" and "/" not in text and text[0] != "$"


@given(_TEXTS.filter(is_key), st.integers(0, 3))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_as_a_key(text: str, more: int) -> None:
    key = json.dumps(text)
    check(f"{HEAD}goals: {{{key}: {{count: {more}}}, 乙: {key}}}\nprinciples: {{{key}: }}\n")


@given(st.text("甲乙丙，。“” a1%", min_size=1, max_size=300), st.sampled_from([">-", ">", "|", "|-"]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_folded_text(text: str, sign: str) -> None:
    lines = [text[at : at + 37] for at in range(0, len(text), 37)]
    check(
        f"{HEAD}goals:\n  a:\n    count: 1\n    note: {sign}\n" + "".join(f"      {line}\n" for line in lines)
    )


# Fixing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fixing_a_damaged_file_ends_and_does_not_go_on(path: Path, tmp_path: Path) -> None:
    chance = random.Random(path.name)
    whole = path.read_text(encoding="utf-8").splitlines(keepends=True)
    slips = (
        (": ", "："),
        (": ", ":"),
        ("，", ", "),
        ("lead", "laed"),
        ("  ", "\t"),
        (", ", ",　"),
        ("牵头", "牵头人"),
    )
    file = tmp_path / path.name
    for _ in range(3):
        held = whole[:]
        for _ in range(3):
            at, slip = chance.randrange(len(held)), chance.choice(slips)
            held[at] = held[at].replace(*slip, chance.randint(1, 2))
        file.write_text("".join(held), encoding="utf-8", newline="")
        fixed = fix_file(str(file))
        assert fixed.is_changed or fixed.after == "".join(held)
        file.write_text(fixed.after, encoding="utf-8", newline="")
        assert not fix_file(str(file)).is_changed
