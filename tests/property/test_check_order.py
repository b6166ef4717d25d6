"""What is found, and in which order, does not depend on how files, keys, rows or hashes happen to lie."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

import localities
from rewriting import shuffled
from xuequ.findings.finding import Finding
from xuequ.resolution import Plan
from xuequ.rules import run
from xuequ.source.document import Document

FILES = tuple(f"examples/{name}.yaml" for name in localities.NAMES)


def printed(*arguments: str, seed: str = "0") -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(localities.ROOT / "engine")}
    done = subprocess.run(
        [sys.executable, "-m", "xuequ", "check", *arguments, "--format", "json"],
        cwd=localities.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout, done.stderr
    return done.stdout


def test_the_order_of_files_and_the_seed_of_hashes_change_no_byte() -> None:
    first = printed(*FILES, seed="1")
    assert printed(*reversed(FILES), seed="2") == first


def test_the_seed_of_hashes_changes_no_byte_with_a_roster() -> None:
    arguments = ("examples/ziyun.yaml", "--roster", "examples/rosters/ziyun.csv")
    assert printed(*arguments, seed="3") == printed(*arguments, seed="4")


def found(whole: Plan) -> tuple[Finding, ...]:
    return (*whole.composed.findings, *whole.findings, *run(whole))


def content(findings: tuple[Finding, ...]) -> Counter[str]:
    """Everything a finding says, and where by path, without the order of findings."""
    said = ((f.code, f.level, f.primary, f.related, sorted(map(str, f.args.items()))) for f in findings)
    return Counter(map(str, said))


@pytest.mark.parametrize("name", localities.NAMES)
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_keys_changes_nothing_that_is_said(name: str, seed: int) -> None:
    def change(document: Document) -> Document:
        return replace(document, value=shuffled(document.value, "file", random.Random(seed)))

    before, after = found(localities.role_plan(name)), found(localities.plan(name, change=change))
    assert content(after) == content(before)


@pytest.mark.parametrize("name", localities.NAMES)
@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_roster_rows_changes_neither_what_is_found_nor_in_which_order(
    name: str, seed: int
) -> None:
    def turned(text: str) -> str:
        head, *lines = text.splitlines()
        random.Random(seed).shuffle(lines)
        return "\n".join([head, *lines]) + "\n"

    def said(findings: tuple[Finding, ...]) -> list[tuple[str, object]]:
        of_scheme = (f for f in findings if not f.primary.file.endswith(".csv"))
        return [(f.code, f.primary.path) for f in of_scheme]

    before = found(localities.school_plan(name, localities.roster(name)))
    after = found(localities.school_plan(name, localities.roster(name, turned)))
    assert said(after) == said(before)
    assert Counter(f.code for f in after) == Counter(f.code for f in before)


@pytest.mark.parametrize("name", localities.NAMES)
def test_findings_are_the_same_a_second_time(name: str) -> None:
    whole = localities.role_plan(name)
    assert found(whole) == found(whole)
