"""Validating a good file: the yes of jsonschema-rs against python-jsonschema on the same document.

The document is the longest example, its measures repeated until the text has about a thousand lines. Both
validators are built once; runs are interleaved, so that a busy machine slows both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from textwrap import indent
from time import perf_counter

from jsonschema import Draft202012Validator

from xuequ.language.canonical import canonical
from xuequ.language.normal import normal
from xuequ.language.shapes import shape_of
from xuequ.language.shipped import schema_of
from xuequ.language.validation import valid
from xuequ.source.document import Document
from xuequ.source.yaml import read_yaml

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
LINES = 1000
ROUNDS = 25


def thousand_lines() -> Document:
    """A valid scheme of about a thousand lines."""
    text = max((path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*.yaml")), key=len)
    before, _, rest = text.partition("\nmeasures:\n")
    body = re.split(r"\n(?=\w)", rest)[0].rstrip()
    wanted = -(-(LINES - text.count("\n")) // (body.count("\n") + 1))
    more = [f"  again_{number}:\n    measures:\n{indent(body, '    ')}" for number in range(wanted)]
    whole = "\n".join([before, "measures:", body, *more, rest[len(body) :]])
    document = read_yaml(whole.encode(), "thousand.yaml").document
    assert document is not None
    return document


def measure() -> dict[str, float]:
    """Medians in milliseconds, and how many times as long python-jsonschema takes as ours."""
    document = thousand_lines()
    value = canonical(document).document.value
    named = Draft202012Validator(schema_of("scheme"))
    assert valid("scheme", value)
    ours, theirs, walk = _medians(
        lambda: valid("scheme", value),
        lambda: named.is_valid(value),
        lambda: normal(document.value, document.marks, shape_of("scheme")),
    )
    return {
        "lines": document.text.count("\n"),
        "schema.valid ms": ours,
        "python-jsonschema ms": theirs,
        "ratio": ours / theirs,
        "canonical form ms": walk,
    }


def _medians(*runs: Callable[[], object]) -> list[float]:
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        for taken, run in zip(times, runs, strict=True):
            start = perf_counter()
            run()
            taken.append((perf_counter() - start) * 1000)
    return [median(taken) for taken in times]


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:24} {value:.4g}")
