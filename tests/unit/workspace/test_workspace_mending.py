"""Whatever is mended in a scheme whose findings are known, nothing is told that is new: mending never fails a build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import localities
from xuequ.findings.finding import DocPath, Finding, Place
from xuequ.findings.members import narrowed
from xuequ.language.standing import element_path
from xuequ.source.document import value_at
from xuequ.workspace.baseline import written
from xuequ.workspace.check_run import Asked, Surveyed, survey
from xuequ.workspace.loading import Read, Shelf, read_bytes

TODAY = date(2026, 3, 1)
Fields = Mapping[str, object]


@cache
def read(file: str) -> Read:
    return read_bytes(file, (localities.ROOT / file).read_bytes())


class Mended(Shelf):
    """The repository's files, with something said in one of them that was not."""

    def __init__(self, place: Place | None = None, fields: Fields | None = None) -> None:
        super().__init__()
        self._place, self._fields = place, fields or {}

    def read(self, file: str) -> Read:
        path = Path(file)
        if path.suffix != ".yaml" or path.name == "xuequ.yaml" or not (localities.ROOT / file).is_file():
            return super().read(file)
        found = read(path.as_posix())
        if self._place is None or path.as_posix() != self._place.file or found.document is None:
            return found
        value = deepcopy(found.document.value)
        said(value, element_path(self._place.path), self._fields)
        return replace(found, document=replace(found.document, value=value))


def said(tree: Any, at: DocPath, fields: Fields) -> None:
    """Say the fields of the element at a path; None takes one away. A key without anything becomes an element."""
    outer, element = value_at(tree, at[:-1]), value_at(tree, at)
    if not isinstance(element, dict):
        element = outer[at[-1]] = {"name": element or str(at[-1])}
    for field, value in fields.items():
        if value is None:
            element.pop(field, None)
        else:
            element[field] = value


def checked(name: str, baseline: str | None, shelf: Shelf) -> Surveyed:
    asked = Asked(files=(f"examples/{name}.yaml",), baseline=baseline, fresh=baseline is None, today=TODAY)
    return survey(shelf, asked)


MISSING: Mapping[str, Callable[[str], Fields]] = {
    "no_assessor": lambda body: {"assess": body},
    "no_object": lambda body: {"for": "school"},
    "no_rubric": lambda body: {"criteria": {"quality": {"name": "质量"}}},
    "no_period": lambda body: {"when": "每学年"},
    "no_use": lambda body: {"result": {"counts_for": "评先"}},
    "no_head": lambda body: {"head": body},
    "no_members": lambda body: {"members": [body]},
    "no_seat": lambda body: {"seat": body},
    "no_holder": lambda body: {"appointed_by": body},
}
#: What mends a finding, by code; what several rules find is mended as each found it.
MENDS: Mapping[str, Callable[[str], Fields]] = {
    "RES201": lambda body: {"lead": body},
    "RES202": lambda body: {"in_turn": True},
    "RES209": lambda body: {"tenure": ["fixed"]},
    "RES211": lambda body: {"term": "3年"},
    "RES215": lambda body: {"result": {"counts_for": "评先"}},
    "RES222": lambda body: {"inform": body},
    "TIM101": lambda body: {"when": "每学期"},
    "TIM102": lambda body: {"when": "每学期"},
    "TIM103": lambda body: {"when": "每学年"},
    "AMT107": lambda body: {"amount": "3名"},
    "AMT109": lambda body: {"count": 3},
    "SRC102": lambda body: {"unclear": None},
    "SRC107": lambda body: {"issued_by": "某局", "date": "2014-01-01", "number": "某教〔2014〕1号"},
    "REF108": lambda body: {"lead": body},
}


#: What truly follows where the first body of the scheme is put into every place.
FOLLOWS = {
    "RES205": {"RES206", "RES204", "TIM114"},
    "AMT107": {"AMT125"},
    "TIM103": {"TIM114"},
    "RES201": {"RES240", "RES204", "RES217", "RES224"},
}


def mends(found: Finding, body: str) -> Iterator[tuple[Place, Fields]]:
    """One edit for each word that is missing, or for the first of those that share it."""
    one = narrowed(found, found.members[:1]) if found.members else found
    place = one.members[0].place if one.members else one.primary
    for word in one.args.get("missing", ()) if found.code in ("RES205", "RES208", "RES212") else ():  # type: ignore[attr-defined]
        if word in MISSING:
            yield place, MISSING[word](body)
    if found.code in MENDS:
        yield place, MENDS[found.code](body)


@pytest.mark.parametrize("name", localities.NAMES)
def test_mending_any_finding_of_a_published_document_tells_nothing_new(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(localities.ROOT)
    first = checked(name, None, Mended())
    old = str(tmp_path / "old.json")
    Path(old).write_bytes(written(first.found, first.sources, old, "zh"))
    assert not checked(name, old, Mended()).shown
    body = next(iter(first.plans[0].scheme.organs)).key
    worse = {}
    for found in (each.shown.finding for each in first.found):
        for place, fields in mends(found, body):
            told = checked(name, old, Mended(place, fields)).shown
            new = {one.finding.code for one in told} - {"SET301"} - FOLLOWS.get(found.code, set())
            if new:
                worse[f"{found.code} {place.file} {place.path} {dict(fields)}"] = new
    assert not worse
