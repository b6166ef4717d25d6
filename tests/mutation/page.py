"""The report of the run, docs/mutations.md: a section a family, a row a kind of fault, a column an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import PurePath

import localities
from mutation.catalogue import ELSEWHERE, FAMILIES
from mutation.faults import Kind, Outcome
from xuequ.findings.catalogue import entries

FILE = localities.ROOT / "docs" / "mutations.md"
HEAD = """\
# Planted faults

Each kind of fault below is planted into the text of each of the five examples where it can occur: its scheme, a
policy it adopts, or its sample roster. One fault at a time, the whole is checked, and the findings are compared
with those of the example as it stands. The code on the left must be new, at the line given here; a line with a
name in front of it stands in that policy or roster. `≡` stands where a finding that gathers such holes for a whole
document or measure was there before and now names this one, too. Everything else that is new must be a true
consequence, and is listed with the reason. “–” means that the fault cannot occur there: the example has no place
for it, or has it already.

Written by `pytest tests/mutation --update`; `tests/mutation` holds the faults as data, and its tests fail where a
rule misses one or where this page is stale.

"""
TOTAL = re.compile(r"\*\*(?P<faults>\d+) faults of (?P<kinds>\d+) kinds\*\*")


def section(family: str, outcomes: Iterable[Outcome]) -> str:
    """What became of one family's faults."""
    found = list(outcomes)
    kinds = [(kind, list(some)) for kind, some in groupby(found, key=lambda o: o.planted.kind)]
    right = sum(o.is_right for o in found)
    head = f"**{len(found)} faults of {len(kinds)} kinds**, {right} reported as they should be."
    columns = " | ".join(localities.NAMES)
    rule = "|---|---|" + "---|" * len(localities.NAMES)
    rows = "".join(_row(kind, some) for kind, some in kinds)
    whole = f"## {family}\n\n{head}\n\n| code | fault | {columns} |\n{rule}\n{rows}"
    follows = "".join(line for kind, some in kinds for line in _follows(kind, some))
    return whole + (f"\nWhat truly follows from them:\n\n{follows}" if follows else "") + "\n"


def sections(text: str) -> Mapping[str, str]:
    """The sections of a page by family."""
    parts = re.split(r"(?m)^(?=## )", text)[1:]
    return {part[3:].split("\n", 1)[0]: part for part in parts}


def page(held: Mapping[str, str]) -> str:
    """The whole page from its sections."""
    counts = [TOTAL.search(held.get(family, "")) for family in FAMILIES]
    faults = sum(int(found["faults"]) for found in counts if found)
    kinds = sum(int(found["kinds"]) for found in counts if found)
    codes = len({kind.code for some in FAMILIES.values() for kind in some})
    total = f"In all {faults} faults of {kinds} kinds, for {codes} codes.\n\n"
    return HEAD + total + "".join(held.get(family, "") for family in FAMILIES) + _elsewhere()


def left_out() -> Iterator[str]:
    """The codes of these families that no kind of fault is for."""
    planted = {kind.code for some in FAMILIES.values() for kind in some}
    return (code for code in entries() if code[:3] in FAMILIES and code not in planted)


def reason(code: str) -> str:
    """Why a code is left out; empty where nobody has said."""
    return next((why for start, why in ELSEWHERE.items() if code.startswith(start)), "")


def _elsewhere() -> str:
    rows = {}
    for code in left_out():
        start = next((start for start in ELSEWHERE if code.startswith(start)), code)
        rows[start if len(start) == 6 else f"{start}…"] = reason(code)
    return "## Not planted\n\n" + "".join(f"- {code}: {why}\n" for code, why in rows.items())


def _row(kind: Kind, outcomes: list[Outcome]) -> str:
    cells = []
    for name in localities.NAMES:
        mine = [o for o in outcomes if o.planted.example.name == name]
        cells.append(", ".join(map(_cell, mine)) or "–")
    return f"| {kind.code} | {kind.what} | {' | '.join(cells)} |\n"


def _cell(outcome: Outcome) -> str:
    line = outcome.gathered if outcome.gathered is not None else outcome.line
    sheet = outcome.planted.sheet
    where = "" if sheet.file == outcome.planted.example.scheme.file else f"{PurePath(sheet.file).name}:"
    if not outcome.is_right:
        return f"**{where}{sheet.line} missed**"
    return f"≡ {line}" if outcome.gathered is not None else f"{where}{line}"


def _follows(kind: Kind, outcomes: list[Outcome]) -> Iterator[str]:
    for code, why in kind.beside.items():
        places = [
            f"{PurePath(spot.file).name}:{spot.line}"
            for o in outcomes
            for spot in o.others
            if spot.code == code
        ]
        if places:
            several = list(dict.fromkeys(places))
            shown = ", ".join(several[:6]) + (f" and {len(several) - 6} more" if len(several) > 6 else "")
            yield f"- {kind.code}, {kind.what}: {code}, for {why} ({shown})\n"
