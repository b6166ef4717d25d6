"""Whether a text is a SARIF 2.1.0 log, by the schema in tests/sarif."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

SCHEMA = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json"


@cache
def _validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def log(text: str) -> dict[str, Any]:
    """The log in a text; one that the schema refuses fails the test."""
    said: dict[str, Any] = json.loads(text)
    wrong = [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for error in _validator().iter_errors(said)
    ]
    assert not wrong, wrong
    return said


def run(text: str) -> dict[str, Any]:
    """The one run of a log."""
    (only,) = log(text)["runs"]
    held: dict[str, Any] = only
    return held
