"""Every benchmark, and the table of ratios in docs/benchmarks.md: `python -m benchmarks`.

A module `bench_NAME` has `measure()`, which yields numbers by name. Times differ between machines; the ratio
of two that were taken in turn in one run holds.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


class Row(NamedTuple):
    """One line of the table: `above` divided by `below`, both names of what `bench` measures."""

    what: str
    bench: str
    above: str
    below: str
    goal: str
    holds: float
    at_least: bool = False


ROWS = (
    Row(
        "Reading a 1,000-line scheme with positions / `yaml.load(…, CSafeLoader)` without them",
        "read", "ours", "CSafeLoader", "≤ 0.6", 0.6,
    ),
    Row(
        "Schema validation of a good file / python-jsonschema",
        "schema", "schema.valid ms", "python-jsonschema ms", "≤ 1/50", 1 / 50,
    ),
    Row(
        "Resolving a county of 60 schools and 60 duties / networkx adding the same nodes and edges",
        "resolve", "ours", "networkx", "≤ 3", 3,
    ),
    Row("`xuequ --help` / a bare interpreter, whole processes", "start", "help", "bare", "≤ 5", 5),
    Row("`xuequ check` of one example / `xuequ --help`, whole processes", "start", "check", "help", "≤ 3", 3),
    Row(
        "The same / a bare interpreter that imports yaml and click",
        "start", "check", "libraries", "≤ 3.5", 3.5,
    ),
    Row(
        "`xuequ check` of one example without roster and school year / the same",
        "start", "check alone", "libraries", "≤ 3.5", 3.5,
    ),
    Row(
        "A county of 66 schools and 60 duties complete, in md, html, docx and xlsx: "
        "CSafeLoader + jsonschema + networkx + python-docx + openpyxl / ours",
        "documents", "obvious", "ours", "≥ 5", 5, True,
    ),
    Row(
        "The same in docx and xlsx alone, 66 checklists of schools among it: python-docx + openpyxl / ours",
        "documents", "obvious office", "ours office", "≥ 7", 7, True,
    ),
    Row(
        "Its Word files, from Markdown: docxtpl filling a template of the same shape / ours",
        "documents", "docxtpl", "ours word", "> 1", 1, True,
    ),
    Row(
        "A Word table of 300 × 6 by python-docx, row by row / ours",
        "documents", "python-docx 300 × 6", "docx 300 × 6", "≥ 9", 9, True,
    ),
    Row(
        "Most memory of a build in docx and xlsx: a county of 300 schools / one of 60, whole processes",
        "memory", "300 schools", "60 schools", "≤ 1.5", 1.5,
    ),
    Row(
        "A plan of twelve pages as PDF by typst / LibreOffice converting the Word file",
        "pdf", "typst", "LibreOffice", "≤ 1/10", 1 / 10,
    ),
    Row(
        "Checking a county of 300 schools, 40 clusters, 150 duties / one of 60, 7, 60, with rosters, "
        "per edge of the graph",
        "check", "great", "small", "≤ 1.5", 1.5,
    ),
    Row("The rules alone, the same two counties, per edge", "check", "rules great", "rules small", "≤ 1.5", 1.5),
    Row(
        "The greater county's scheme, whole processes: check-jsonschema (the form alone) / `xuequ check` (everything)",
        "check", "check-jsonschema", "xuequ check", "", 0, True,
    ),
    Row(
        "The same: yamllint (the layout alone) / `xuequ check`",
        "check", "yamllint", "xuequ check", "", 0, True,
    ),
    Row(
        "Building that county again where nothing changed / building it the first time",
        "build", "second", "first", "≤ 0.05", 0.05,
    ),
    Row(
        "Its checklists as a workbook, drop-downs, colours and formulas included: openpyxl writing the cells / ours",
        "build", "openpyxl", "xlsx", "≥ 1", 1, True,
    ),
)  # fmt: skip

HEAD = """\
# How fast

Written by `make bench`. Each ratio is of two medians taken side by side in one run; machines differ, ratios hold.
What is measured, and how, stands in [benchmarks/](../benchmarks), one module a row.

| what | ratio | goal | |
|---|---:|---:|---|
"""


def main() -> int:
    """Measure everything, write the page, and say what misses its goal."""
    taken: dict[str, Mapping[str, float]] = {}
    for name in dict.fromkeys(row.bench for row in ROWS):
        sys.stderr.write(f"{name} …\n")
        taken[name] = import_module(f"benchmarks.bench_{name}").measure()
    # What a machine lacks (LibreOffice) is not measured and has no line.
    lines = [line(row, taken[row.bench]) for row in ROWS if {row.above, row.below} <= taken[row.bench].keys()]
    foot = f"\n{platform.python_implementation()} {platform.python_version()}, {platform.machine()}.\n"
    PAGE.write_text(HEAD + "".join(lines) + foot, encoding="utf-8")
    sys.stdout.write("".join(lines))
    return 0


def line(row: Row, taken: Mapping[str, float]) -> str:
    """One line of the table."""
    ratio = taken[row.above] / taken[row.below]
    met = ratio >= row.holds if row.at_least else ratio <= row.holds
    shown = f"1/{1 / ratio:.0f}" if ratio < 0.1 else f"{ratio:.2f}"
    return f"| {row.what} | {shown} | {row.goal} | {'' if met else 'missed'} |\n"


if __name__ == "__main__":
    sys.exit(main())
