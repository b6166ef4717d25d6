"""Where the elements of a tree are, and which of them a reference means.

A reference is `outer/inner`: keys, names or aliases from the top without section names. Any unique tail
will do, so an index answers with every element whose path ends that way.
"""

from __future__ import annotations

from collections import Counter
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

    def under(self, step: str, depth: int) -> Found:
        """The same with one more step in its path."""
        path = (*self.path[:depth], step, *self.path[depth:])
        return self._replace(
            path=path, labels=(*self.labels[:depth], frozenset({step}), *self.labels[depth:])
        )


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


def row_steps(rows: list[object]) -> list[tuple[str, frozenset[str]]]:
    """For each row of a schedule what it is called in references, and which of its duties need that.

    A row is called by its name, else by its time, else by its number, which is added where two are called alike. A
    duty of a key that several rows have stands under its row; all others stand under the schedule.
    """
    said = [row if isinstance(row, dict) else {} for row in rows]
    names = [_row_name(row) for row in said]
    keys = Counter(key for row in said for key in _duties(row))
    steps = [n if n and names.count(n) == 1 else f"{n}{number}" for number, n in enumerate(names, 1)]
    return [
        (step, frozenset(k for k in _duties(row) if keys[k] > 1))
        for step, row in zip(steps, said, strict=True)
    ]


def _row_name(row: Mapping[str, object]) -> str:
    said = row.get("name", row.get("when"))
    return said.replace("/", "／") if isinstance(said, str) and said != "unspecified" else ""


def _duties(row: Mapping[str, object]) -> Mapping[str, object]:
    duties = row.get("duties")
    return duties if isinstance(duties, dict) else {}


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
            for number, (row, (step, doubled)) in enumerate(zip(content, row_steps(content), strict=True)):
                if isinstance(row, dict):
                    for found in _walk(row, child, path, (*at, section, number), labels):
                        yield found.under(step, len(path)) if found.path[len(path)] in doubled else found
        for key, value in content.items() if isinstance(content, dict) else ():
            inner: Tree = value if isinstance(value, dict) else {}
            there = (*at, section, key)
            names = (*labels, called(key, inner))
            yield Found((*path, key), there, child, names, inner)
            yield from _walk(inner, child, (*path, key), there, names)
