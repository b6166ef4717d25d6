"""Findings as JSON, version 1: what other programs read.

`{"version": 1, "findings": [...], "summary": {...}}`. Columns count code points from 1, `end` is just behind the
last character; `start` and `end` are null where only the file is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from xuequ.findings.finding import Level, Position
from xuequ.findings.report import Report
from xuequ.findings.shown import Shown, Spot
from xuequ.findings.wording import Language, label_words, worded

VERSION = 1
#: Anything JSON can hold.
Json: TypeAlias = Mapping[str, "Json"] | Sequence["Json"] | str | int | None


def render(shown: Iterable[Shown], language: Language) -> str:
    """The findings as one JSON document that ends in a line break."""
    listed = tuple(shown)
    whole = {
        "version": VERSION,
        "findings": [_finding(one, language) for one in listed],
        "summary": _summary(listed),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def report(told: Report, language: Language) -> str:
    """A whole report; what is allowed or in the baseline is left out."""
    return render(told.shown, language)


def _finding(shown: Shown, language: Language) -> Json:
    said = worded(shown.finding, language)
    return {
        "code": shown.finding.code,
        "level": shown.finding.level.value,
        "message": said.message,
        "help": said.help,
        **_place(shown.at),
        "related": [_related(spot, language) for spot in shown.related],
    }


def _related(spot: Spot, language: Language) -> Json:
    return {"label": label_words(spot.label, language), **_place(spot)}


def _place(spot: Spot) -> dict[str, Json]:
    start, end = spot.span if spot.span else (None, None)
    return {"file": spot.file, "start": _position(start), "end": _position(end)}


def _position(position: Position | None) -> Json:
    return {"line": position.line, "column": position.column} if position else None


def _summary(shown: Sequence[Shown]) -> Json:
    return {f"{level.value}s": sum(one.finding.level is level for one in shown) for level in Level}
