"""Where the elements of a tree are, and which of them a reference means.

A reference is `outer/inner`: keys, names or aliases from the top without section names. Any unique tail
will do, so an index answers with every element whose path ends that way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.language.fields import kind_named

Tree = Mapping[str, object]

#: Kinds that are not actors and share nothing by being adopted twice.
WORK = frozenset({"measures", "duties", "appraisals"})
ACTORS = frozenset({"organ", "post", "group", "cluster", "member"})


class Found(NamedTuple):
    """One element: its reference path, where it stands, what it is, and what each step may be called."""

    path: tuple[str, ...]
    at: DocPath
    kind: str
    labels: tuple[frozenset[str], ...]
    element: Tree


class Index:
    """The elements of one tree, found by the tail of their path."""

    def __init__(self, found: tuple[Found, ...]) -> None:
        self.found = found
        self._last: dict[str, list[Found]] = {}
        for each in found:
            for label in each.labels[-1]:
                self._last.setdefault(label, []).append(each)

    def named(self, reference: str, kinds: frozenset[str] | None = None) -> tuple[Found, ...]:
        """Every element that `reference` may mean, narrowed to those reached by the shortest path."""
        steps = [step.strip() for step in reference.split("/")]
        matches = [
            found
            for found in self._last.get(steps[-1], ())
            if (kinds is None or found.kind in kinds) and _ends_with(found, steps)
        ]
        exact = [found for found in matches if len(found.path) == len(steps)]
        return tuple(exact if len(exact) == 1 else matches)

    def labels(self, kinds: frozenset[str] | None = None) -> tuple[str, ...]:
        """Everything an element of these kinds may be called, for nearest names."""
        return tuple(
            sorted({s for f in self.found if kinds is None or f.kind in kinds for s in f.labels[-1]})
        )


def _ends_with(found: Found, steps: list[str]) -> bool:
    if len(steps) > len(found.labels):
        return False
    tail = found.labels[len(found.labels) - len(steps) :]
    return all(step in labels for step, labels in zip(steps, tail, strict=True))


def index(tree: Tree) -> Index:
    """The index of a composed or canonical file."""
    return Index(tuple(_walk(tree, "file", (), (), ())))


def called(key: str, element: Tree) -> frozenset[str]:
    """What people may call an element: its key, its name, its aliases."""
    name = element.get("name")
    aliases = element.get("aliases")
    texts = aliases if isinstance(aliases, list) else [aliases]
    return frozenset({key, *(t for t in (name, *texts) if isinstance(t, str) and t != "unspecified")})


@cache
def sections_of(kind: str) -> Mapping[str, str]:
    """Which sections of elements a kind of element has, and of what kind those are; `file` for a whole file.

    What a file adopts is not its own and stands in no section.
    """
    names = ("policy", "scheme") if kind == "file" else (kind,)
    found = {section: child for name in names for section, child in kind_named(name).sections.items()}
    return {section: child for section, child in found.items() if child != "adoption"}


def _walk(
    element: Tree,
    kind: str,
    path: tuple[str, ...],
    at: DocPath,
    labels: tuple[frozenset[str], ...],
) -> Iterator[Found]:
    for section, child in sections_of(kind).items():
        content = element.get(section)
        if isinstance(content, list):
            for number, row in enumerate(content):
                if isinstance(row, dict):
                    yield from _walk(row, child, path, (*at, section, number), labels)
        for key, value in content.items() if isinstance(content, dict) else ():
            inner: Tree = value if isinstance(value, dict) else {}
            there = (*at, section, key)
            names = (*labels, called(key, inner))
            yield Found((*path, key), there, child, names, inner)
            yield from _walk(inner, child, (*path, key), there, names)
