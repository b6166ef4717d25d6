"""Whatever the bytes, reading ends in a document, in findings, or in both; and what is found can be shown.

The corpus is every scheme, policy and roster of the project, in pieces small enough to read thousands of them.
Mutations are drawn from a fixed seed, so that a failure is the same on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xuequ.findings import json, text
from xuequ.findings.finding import Finding
from xuequ.source.comments import comments
from xuequ.source.locate import Source, show
from xuequ.source.text import lines
from xuequ.source.yaml import read_yaml

PROJECT = Path(__file__).resolve().parents[2]
FOLDERS = ("examples", "examples/zh", "policies", "tests/corpus")
CORPUS = sorted(path for folder in FOLDERS for path in (PROJECT / folder).glob("*.yaml"))
ROSTERS = sorted((PROJECT / "examples" / "rosters").glob("*.csv"))

#: Mutations over all files together, spread evenly.
MUTATIONS = 12_000
#: Lines a piece has at most.
PIECE = 24
SIGNS = [
    *"{}[]:,-?&*!|>'\"%@`#~=<\t\r\n \\",
    ": ",
    "- ",
    "\n---\n",
    "<<: *a",
    "&a ",
    "*a",
    "\ufeff",
    "\u2028",
    "：",
    "，",
    "　",
]

Mutate = Callable[[random.Random, bytearray], None]


def flip(chance: random.Random, data: bytearray) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def delete(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 12)]


def duplicate(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randint(1, 40)] * chance.randint(1, 3)


def insert(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data) + 1)
    data[start:start] = chance.choice(SIGNS).encode() * chance.choice((1, 1, 1, 2, 150))


def swap_lines(chance: random.Random, data: bytearray) -> None:
    held = data.split(b"\n")
    one, other = chance.randrange(len(held)), chance.randrange(len(held))
    held[one], held[other] = held[other], held[one]
    data[:] = b"\n".join(held)


def indent(chance: random.Random, data: bytearray) -> None:
    held = data.split(b"\n")
    line = chance.randrange(len(held))
    held[line][:] = chance.choice((b" ", b"  ", b"\t", b"      ")) + held[line].lstrip(
        chance.choice((b" ", b"")) or None
    )
    data[:] = b"\n".join(held)


MUTATIONS_OF: tuple[Mutate, ...] = (flip, delete, duplicate, insert, swap_lines, indent)


def mutated(chance: random.Random, piece: bytes) -> bytes:
    data = bytearray(piece)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        if data:
            chance.choice(MUTATIONS_OF)(chance, data)
    return bytes(data)


def pieces(path: Path) -> list[bytes]:
    """The file in pieces that are each YAML: no line of a piece is indented less than its first."""
    held = path.read_bytes().splitlines(keepends=True)
    found: list[bytes] = []
    start = 0
    while start < len(held):
        depth = indentation(held[start])
        end = start + 1
        while end < len(held) and end - start < PIECE and indentation(held[end]) >= depth:
            end += 1
        found.append(b"".join(held[start:end]))
        start = end
    return found


def indentation(line: bytes) -> int:
    """The spaces in front; a blank line has as many as can be."""
    return len(line) - len(line.lstrip(b" ")) if line.strip() else PIECE * 10


def check(data: bytes) -> None:
    """Read, and hold the reader to what it promises."""
    document, findings = read_yaml(data, "f.yaml")
    assert document is not None or findings
    sources: dict[str, Source] = {}
    if document is not None:
        sources["f.yaml"] = document
        comments(document.text)
    shown = show(findings, sources)
    held = lines(document.written) if document is not None else None
    for one in shown:
        if one.at.span is not None and held is not None:
            assert 1 <= one.at.span.start.line <= len(held)
            assert one.at.span.start.column <= len(held[one.at.span.start.line - 1]) + 1
            assert one.at.span.end >= one.at.span.start
    assert text.render(shown, "zh").count("建议") >= len({f.code for f in findings})
    json.render(shown, "en")


def test_the_corpus_is_there() -> None:
    assert len(CORPUS) >= 5
    assert len(ROSTERS) >= 5


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_mutated_scheme_never_ends_in_a_traceback(path: Path) -> None:
    chance = random.Random(f"{path.parent.name}/{path.name}")
    whole = pieces(path)
    for _ in range(-(-MUTATIONS // len(CORPUS))):
        data = mutated(chance, chance.choice(whole))
        try:
            check(data)
        except Exception as error:
            raise AssertionError(f"reading failed on {data!r}") from error


@pytest.mark.parametrize("path", ROSTERS, ids=lambda path: path.stem)
def test_a_mutated_roster_never_ends_in_a_traceback(path: Path) -> None:
    from xuequ.source.tables import read_table

    chance = random.Random(path.name)
    whole = pieces(path)
    for _ in range(200):
        data = mutated(chance, chance.choice(whole))
        table, findings = read_table(data, "f.csv")
        assert table is not None or findings
        show(findings, {"f.csv": table} if table else {})


@given(st.binary(max_size=400))
@settings(max_examples=500, deadline=None, derandomize=True)
def test_any_bytes_end_in_a_document_or_in_findings(data: bytes) -> None:
    check(data)


@given(st.lists(st.sampled_from([*"ab甲，：\n\n  ", *SIGNS]), max_size=60).map("".join))
@settings(max_examples=1500, deadline=None, derandomize=True)
def test_any_text_of_yaml_signs_ends_in_a_document_or_in_findings(written: str) -> None:
    check(written.encode())


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [f.code for f in findings]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_values_are_those_of_any_other_reader(path: Path) -> None:
    """PyYAML's own constructor with every scalar left a string gives the same keys and strings, up to folding."""
    import yaml

    document, findings = read_yaml(path.read_bytes(), path.name)
    assert codes(findings) == []
    assert document is not None
    assert squeezed(document.value) == squeezed(yaml.load(path.read_bytes(), yaml.BaseLoader))


def squeezed(value: object) -> object:
    """A value with nothing but strings, and these without white space."""
    if isinstance(value, dict):
        return {str(key): squeezed(held) for key, held in value.items()}
    if isinstance(value, list):
        return [squeezed(held) for held in value]
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or value in ("null", "~"):
        return ""
    return "".join(str(value).split())
