"""Events into values and marks, in one pass.

The loops run once for every scalar of every file: they bind what they call, test classes by identity and leave
whatever is rare (anchors, tags, several lines, doubtful keys) to functions of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn, TypeAlias, cast

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Related
from xuequ.source import heuristics as doubts
from xuequ.source.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from xuequ.source.limits import DEEPEST, MOST_ALIASED, MOST_FINDINGS
from xuequ.source.marks import Mark, span
from xuequ.source.scalars import BEGINNINGS, Scalar, refolded, resolved
from xuequ.source.text import lines

_SIGNS = "&*!｛［\u3000\xa0"
#: Where an anchor, an alias, a tag, full-width braces or a key with a wide space in front could begin.
_RARE = re.compile("(?:^|[\\s\\[{,:?-])[&*!｛［\u3000\xa0]")

#: A value and its mark.
Built: TypeAlias = tuple[object, Mark]


class Stopped(Exception):
    """Raised if reading cannot go on; the last of the findings says why."""


class Builder:
    """Builds one document from its events, and keeps what it finds on the way."""

    def __init__(self, get: Callable[[], Event], text: str, file: str) -> None:
        self.findings: list[Finding] = []
        self._get = get
        self._text = text
        self._file = file
        self._anchors: dict[str, Built] = {}
        self._open: set[str] = set()
        self._aliased = 0
        #: Whether every node has to be looked at for what is rare.
        self._rare = any(sign in text for sign in _SIGNS) and _RARE.search(text) is not None

    def document(self) -> Built | None:
        """The first document of the stream; None if there is none. Raises Stopped, or libyaml's own errors."""
        get = self._get
        get()
        if type(get()) is StreamEndEvent:
            return None
        built = self._node(get(), 0)
        get()
        after = get()
        if type(after) is DocumentStartEvent:
            self._add(finding("YML110", self._at(after)))
        return built

    def _node(self, start: Event, depth: int) -> Built:
        if type(start) is AliasEvent:
            return self._alias(start)
        anchor = self._signs(cast(NodeEvent, start)) if self._rare else None
        if anchor:
            self._open.add(anchor)
        if type(start) is ScalarEvent:
            built: Built = self._scalar(start), start
        elif depth == DEEPEST:
            self._stop(finding("YML113", self._at(start), limit=DEEPEST))
        elif type(start) is MappingStartEvent:
            built = self._mapping(start, depth + 1)
        else:
            built = self._sequence(start, depth + 1)
        if anchor:
            self._open.discard(anchor)
            self._anchors[anchor] = built
        return built

    def _mapping(self, start: MappingStartEvent, depth: int) -> Built:
        get, common = self._get, not self._rare
        values: dict[str, object] = {}
        marks: dict[str, tuple[Mark, Mark]] = {}
        cut: list[doubts.Cut] = []
        while True:
            named = get()
            if type(named) is MappingEndEvent:
                break
            key = named.value if common and type(named) is ScalarEvent else self._key(named, depth)
            held = get()
            if common and type(held) is ScalarEvent:
                value: object = held.value
                if held.value.isascii() or " " in held.value:
                    value = self._scalar(held)
                mark: Mark = held
            else:
                value, mark = self._node(held, depth)
            if key in values or not key:
                self._doubt(key, named, marks)
            elif "{" in key and (slip := doubts.missing_colon(named, self._file, self._text)):
                self._add(slip)
            elif value is None and start.flow_style and self._bare(key, named, held, marks, cut):
                continue
            else:
                values[key] = value
                marks[key] = named, mark
        for part in cut:
            self._add(doubts.cut_prose(part, self._text, self._file))
        return values, (start, marks)

    def _sequence(self, start: Event, depth: int) -> Built:
        get, common = self._get, not self._rare
        values: list[object] = []
        marks: list[Mark] = []
        while True:
            held = get()
            if common and type(held) is ScalarEvent:
                word = held.value
                values.append(self._scalar(held) if word.isascii() or " " in word else word)
                marks.append(held)
            elif type(held) is SequenceEndEvent:
                return values, (start, marks)
            else:
                value, mark = self._node(held, depth)
                values.append(value)
                marks.append(mark)

    def _scalar(self, written: ScalarEvent) -> Scalar:
        value: str = written.value
        if " " in value and written.start_mark.line != written.end_mark.line:
            value = refolded(written, self._text)
            dash = doubts.swallowed_dash(written, self._text, self._file)
            if dash:
                self._add(dash)
        if written.style or (value and value[0] not in BEGINNINGS):
            return value
        return resolved(value)

    def _key(self, named: Event, depth: int) -> str:
        """A key that is doubtful, or stands in a file that has rare signs; empty if it is none."""
        if type(named) is ScalarEvent:
            self._node(named, depth)
            if named.value[:1] in doubts.WIDE_SPACES:
                self._wide(named)
            return str(named.value).strip("".join(doubts.WIDE_SPACES))
        value, _ = self._node(named, depth)
        return value if type(named) is AliasEvent and isinstance(value, str) else ""

    def _wide(self, named: ScalarEvent) -> None:
        """A key behind wide spaces; where they are the indentation, nothing is in its place from there on."""
        slip = doubts.wide_space(named, self._text, self._file)
        if doubts.is_indent(named, self._text):
            self._stop(doubts.wide_indent(slip.primary, lines(self._text)))
        self._add(slip)

    def _doubt(self, key: str, named: Event, marks: dict[str, tuple[Mark, Mark]]) -> None:
        """A second key of the same name, or a key that is no word; either is left out."""
        if not key:
            self._add(finding("YML111", self._at(named)))
            return
        first = Place(file=self._file, span=span(marks[key][0], self._text))
        self._add(finding("YML101", self._at(named), Related(place=first, label="first"), key=key))

    def _bare(
        self, key: str, named: Event, held: Event, marks: dict[str, tuple[Mark, Mark]], cut: list[doubts.Cut]
    ) -> bool:
        """Whether a key without a colon, inside braces, is no key at all but a slip of the pen."""
        if held.start_mark.index != named.end_mark.index:
            return False
        slip = doubts.missing_space(named, self._text, self._file)
        if slip:
            self._add(slip)
            return True
        return doubts.is_cut(key, named, marks, cut)

    def _signs(self, start: NodeEvent) -> str | None:
        """The anchor of a node, after looking for a tag, and for full-width braces around its text."""
        if start.tag is not None:
            self._add(finding("YML116", self._at(start), tag=start.tag))
        if type(start) is ScalarEvent and (brace := doubts.wide_braces(start, self._text, self._file)):
            self._add(brace)
        return start.anchor

    def _alias(self, alias: AliasEvent) -> Built:
        name = alias.anchor or ""
        if name not in self._anchors:
            code = "YML118" if name in self._open else "YML115"
            self._add(finding(code, self._at(alias), name=name))
            # As text: what stands there is wrong once, and not a second time for being no text.
            return f"*{name}", alias
        value, mark = self._anchors[name]
        self._aliased += doubts.weight(value, MOST_ALIASED - self._aliased)
        if self._aliased >= MOST_ALIASED:
            self._stop(finding("YML114", self._at(alias), name=name, limit=MOST_ALIASED))
        if type(mark) is tuple:
            return value, (alias, mark[1])
        # A number is written here as it is there: 2.10 stays that.
        alias.value = getattr(mark, "value", "")
        return value, alias

    def _at(self, event: Event) -> Place:
        return Place(file=self._file, span=span(event, self._text))

    def _add(self, found: Finding) -> None:
        self.findings.append(found)
        if len(self.findings) == MOST_FINDINGS:
            self._stop(finding("YML117", found.primary, limit=MOST_FINDINGS))

    def _stop(self, found: Finding) -> NoReturn:
        self.findings.append(found)
        raise Stopped
