"""Reading as tests look at it: text in, values out, and each finding as its code and the text it underlines."""

from __future__ import annotations

from xuequ.findings.finding import Finding, Place
from xuequ.source.locate import locate
from xuequ.source.text import lines
from xuequ.source.yaml import Read, read_yaml

FILE = "scheme.yaml"


def read(text: str | bytes) -> Read:
    return read_yaml(text if isinstance(text, bytes) else text.encode(), FILE)


def value(text: str) -> object:
    """The value of a text in which nothing is found."""
    document, findings = read(text)
    assert document is not None, findings
    assert not findings
    return document.value


def underlined(text: str, place: Place) -> str:
    """The characters a place stands for, `line:column` in front."""
    assert place.span is not None
    (line, column), end = place.span
    held = lines(text)[line - 1]
    last = end.column - 1 if end.line == line else len(held)
    return f"{line}:{column} {held[column - 1 : last]}".rstrip()


def found(text: str) -> list[tuple[str, str]]:
    """Each finding of a text: its code, and what it underlines."""
    return [(f.code, underlined(text, f.primary) if f.primary.span else "") for f in read(text).findings]


def only(text: str | bytes) -> Finding:
    """The one finding of a text."""
    (one,) = read(text).findings
    return one


def at(text: str, *path: str | int, on_key: bool = False) -> str:
    """What is underlined for a path into a text."""
    document = read(text).document
    assert document is not None
    place = Place(file=FILE, path=path, on="key" if on_key else "value")
    return underlined(text, Place(file=FILE, span=locate(document, place)))
