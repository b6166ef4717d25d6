"""What a file's marks say beyond its values: anchors, what repeats them, and texts that stand on several lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xuequ.findings.finding import DocPath
from xuequ.source import marks
from xuequ.source.document import Document
from xuequ.source.events import AliasEvent
from xuequ.source.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """By the path of the value: the anchor it has, the anchor it repeats, and whether it runs over several lines."""

    anchors: Mapping[DocPath, str] = field(default_factory=dict)
    aliases: Mapping[DocPath, str] = field(default_factory=dict)
    folded: frozenset[DocPath] = frozenset()

    def spelled_out(self) -> Signs:
        """The same without anchors: what they stand for is written wherever it is meant."""
        return Signs(folded=self.folded)


def signs(document: Document) -> Signs:
    """The signs of a document; what is repeated is not looked into again."""
    anchors: dict[DocPath, str] = {}
    aliases: dict[DocPath, str] = {}
    folded: set[DocPath] = set()
    for path, mark in _values(document.marks, ()):
        event = marks.event(mark)
        name = getattr(event, "anchor", None)
        if name:
            (aliases if type(event) is AliasEvent else anchors)[path] = name
        if not marks.is_collection(mark) and event.start_mark.line != event.end_mark.line:
            folded.add(path)
    return Signs(anchors=anchors, aliases=aliases, folded=frozenset(folded))


def _values(mark: Mark, at: DocPath) -> Iterator[tuple[DocPath, Mark]]:
    yield at, mark
    if type(marks.event(mark)) is AliasEvent:
        return
    for key, (_, value) in marks.entries(mark).items():
        yield from _values(value, (*at, key))
    for number, value in enumerate(marks.elements(mark)):
        yield from _values(value, (*at, number))
