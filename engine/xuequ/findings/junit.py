"""Findings as JUnit XML, which every CI system can show: one suite a file, one failed test a finding.

A file without findings is one test that passed. Findings below the fail level are tests that passed with something
to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from xuequ.findings.report import Report, internal, position, sentence
from xuequ.findings.shown import Shown
from xuequ.findings.wording import Language, worded

#: What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
#: The suite of what stands in no file.
NOWHERE = "xuequ"


def report(told: Report, language: Language) -> str:
    """The whole document."""
    found = {file: tuple(held) for file, held in groupby(told.shown, lambda one: one.at.file)}
    suites = sorted({*told.files, *found})
    rows = ['<?xml version="1.0" encoding="UTF-8"?>']
    rows.append(f"<testsuites {_counts(told, told.shown, len(suites) - len(found))}>")
    for file in suites:
        rows += _suite(file, found.get(file, ()), told, language)
    rows.append("</testsuites>")
    return "".join(f"{row}\n" for row in rows)


def _suite(file: str, shown: tuple[Shown, ...], told: Report, language: Language) -> Iterator[str]:
    name = _attribute(file or NOWHERE)
    yield f'  <testsuite name="{name}" {_counts(told, shown, 0 if shown else 1)}>'
    if not shown:
        yield f'    <testcase classname="{name}" name="check"/>'
    for one in shown:
        yield from _case(one, name, told, language)
    yield "  </testsuite>"


def _case(one: Shown, suite: str, told: Report, language: Language) -> Iterator[str]:
    code = one.finding.code
    where = position(one.at)
    yield f'    <testcase classname="{suite}" name="{_attribute(f"{code} {where}".strip())}">'
    body = _text(f"{where}: {sentence(one, language)}" if where else sentence(one, language))
    kind = "error" if internal(one) else "failure" if told.fails(one) else ""
    if kind:
        message = _attribute(worded(one.finding, language).message)
        yield f'      <{kind} type="{code}" message="{message}">{body}</{kind}>'
    else:
        yield f"      <system-out>{one.finding.level.value}[{code}] {body}</system-out>"
    yield "    </testcase>"


def _counts(told: Report, shown: tuple[Shown, ...], passed: int) -> str:
    errors = sum(internal(one) for one in shown)
    failures = sum(told.fails(one) and not internal(one) for one in shown)
    return f'tests="{len(shown) + passed}" failures="{failures}" errors="{errors}"'


def _attribute(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text).translate(_ATTRIBUTE)


def _text(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text).translate(_TEXT)
