"""Texts of the examples as planters change them: at a path of their data, and otherwise left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from xuequ.findings.finding import DocPath
from xuequ.source.document import Document
from xuequ.source.events import Event
from xuequ.source.marks import entries, event, is_collection, value_of
from xuequ.source.yaml import read_yaml

_CLOSING = {"{": "}", "[": "]"}


class CannotOccurError(Exception):
    """Raised where a text has no place for a fault; the planter goes on to the next."""


@dataclass(frozen=True)
class Sheet:
    """One file of an example. `line` is where the latest change stands, and so where a finding is expected."""

    file: str
    text: str
    line: int = 0
    data: bytes | None = None
    also: tuple[Sheet, ...] = ()
    """Other files of the same fault."""

    @cached_property
    def document(self) -> Document:
        read = read_yaml(self.text.encode(), self.file)
        if read.document is None:
            raise CannotOccurError(self.file)
        return read.document

    @property
    def bytes(self) -> bytes:
        return self.text.encode() if self.data is None else self.data

    def value(self, path: DocPath) -> object:
        """The value at a path as it is written, or no place for the fault."""
        found: object = self.document.value
        try:
            for step in path:
                found = found[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError) as error:
            raise CannotOccurError(f"{self.file} has no {path}") from error
        return found

    def walk(self, at: DocPath = ()) -> Iterator[tuple[DocPath, object]]:
        """Every value below a path, with its own path, in the order of the text."""
        value = self.value(at)
        yield at, value
        pairs = enumerate(value) if isinstance(value, list) else ()
        for step, _ in value.items() if isinstance(value, dict) else pairs:
            yield from self.walk((*at, step))

    def elements(self, section: str) -> Iterator[tuple[DocPath, Mapping[str, object]]]:
        """The elements of every section of one name that are written as mappings."""
        for path, value in self.walk():
            if len(path) > 1 and path[-2] == section and isinstance(value, dict) and "override" not in path:
                yield path, value

    def starts(self, path: DocPath) -> int:
        """The index of a path's key, or of a list's element."""
        if isinstance(path[-1], int):
            return self._event(path).start_mark.index
        pair = entries(self._mark(path[:-1])).get(path[-1])
        if pair is None:
            raise CannotOccurError(f"{self.file} has no {path}")
        return event(pair[0]).start_mark.index

    def ends(self, path: DocPath) -> int:
        """The index after a value that stands on one line, or in brackets."""
        mark, start = self._mark(path), self._event(path).start_mark.index
        if not is_collection(mark):
            return self._event(path).end_mark.index
        if self.text[start] not in _CLOSING:
            raise CannotOccurError("a block has no end of its own")
        return self._closing(start) + 1

    def is_block(self, path: DocPath) -> bool:
        return self.text[self._event(path).start_mark.index] not in _CLOSING

    def put(self, path: DocPath, field: str) -> Sheet:
        """One more field of an element, in front of the others."""
        value = self.value(path)
        start = self._event(path).start_mark.index
        if isinstance(value, str):
            end = self.ends(path)
            return self._spliced(start, end, f"{{name: {self.text[start:end]}, {field}}}")
        if not isinstance(value, dict):
            raise CannotOccurError("no element")
        if not self.is_block(path):
            return self._spliced(start + 1, start + 1, f"{field}, " if value else field)
        first = self.starts((*path, next(iter(value)))) if value else start
        return self._spliced(first, first, f"{field}\n{' ' * self._column(first)}")

    def said(self, path: DocPath, text: str) -> Sheet:
        """Another value of a field that is there."""
        return self._spliced(self._event(path).start_mark.index, self.ends(path), text)

    def with_field(self, path: DocPath, field: str, text: str) -> Sheet:
        """A field's value, whether or not the element said it before."""
        value = self.value(path)
        if isinstance(value, dict) and field in value:
            return self.said((*path, field), text)
        return self.put(path, f"{field}: {text}")

    def without(self, path: DocPath) -> Sheet:
        """The text without a field; the line is that of the element that had it."""
        start = self.starts(path)
        if path[:-1] and not self.is_block(path[:-1]):
            end = self.ends(path)
            if self.text.startswith(", ", end):
                end += 2
            elif self.text[:start].endswith(", "):
                start -= 2
            return self._spliced(start, end, "").on(path[:-1])
        begin = self.text.rindex("\n", 0, start) + 1
        left = self._spliced(begin, self._block_end(start), "")
        return left.on(path[:-1]) if path[:-1] else left

    def entry(self, section: DocPath, text: str) -> Sheet:
        """One more entry of a section, after the others; a section that is not there is begun."""
        try:
            value = self.value(section)
        except CannotOccurError:
            return self._section(section, text)
        start = self._event(section).start_mark.index
        if not self.is_block(section):
            end = self._closing(start)
            return self._spliced(end, end, f", {text}" if value else text)
        if not isinstance(value, dict):
            raise CannotOccurError("no section")
        last = self.starts((*section, list(value)[-1]))
        end, margin = self._block_end(last), " " * self._column(last)
        return self._spliced(end, end, f"{margin}{text}\n")

    def item(self, path: DocPath, text: str) -> Sheet:
        """One more element of a list in brackets."""
        start = self._event(path).start_mark.index
        if self.text[start] != "[":
            raise CannotOccurError("no list")
        end = self._closing(start)
        return self._spliced(end, end, f", {text}")

    def replaced(self, old: str, new: str, count: int = 1) -> Sheet:
        """The first `old` of the text replaced."""
        start = self.text.find(old)
        if start < 0:
            raise CannotOccurError(old)
        return self._spliced(start, start + len(old), new)

    def on(self, path: DocPath) -> Sheet:
        """The same text, with the finding expected at a path."""
        return replace(self, line=self._line(self.starts(path)))

    def at(self, words: str) -> Sheet:
        """The same text, with the finding expected where some words stand first."""
        if words not in self.text:
            raise CannotOccurError(words)
        return replace(self, line=self._line(self.text.index(words)))

    def _section(self, section: DocPath, text: str) -> Sheet:
        if len(section) == 1:
            # In front of the last section, where the file has comments of its own least often.
            return self._spliced(len(self.text), len(self.text), f"\n{section[0]}:\n  {text}\n").at(text)
        return self.put(section[:-1], f"{section[-1]}: {{{text}}}")

    def _spliced(self, start: int, end: int, text: str) -> Sheet:
        whole = self.text[:start] + text + self.text[end:]
        return replace(self, text=whole, line=whole.count("\n", 0, start) + 1)

    def _mark(self, path: DocPath) -> object:
        mark = self.document.marks
        try:
            for step in path:
                mark = value_of(mark, step)
        except (KeyError, IndexError) as error:
            raise CannotOccurError(f"{self.file} has no {path}") from error
        return mark

    def _event(self, path: DocPath) -> Event:
        return event(self._mark(path))

    def _column(self, index: int) -> int:
        return index - self.text.rfind("\n", 0, index) - 1

    def _line(self, index: int) -> int:
        return self.text.count("\n", 0, index) + 1

    def _block_end(self, start: int) -> int:
        """The index of the first line after an entry's that is not indented more than its key."""
        margin, at = self._column(start), self.text.find("\n", start) + 1
        for line in self.text[at:].splitlines(keepends=True):
            if line.strip() and len(line) - len(line.lstrip(" ")) <= margin:
                break
            at += len(line)
        kept = self.text[:at].rstrip()
        return len(kept) + 1

    def _closing(self, start: int) -> int:
        """The index of the bracket that closes the one at `start`; the examples quote none."""
        depth = 0
        for found in re.finditer(r"[\[\]{}]", self.text[start:]):
            depth += 1 if found[0] in _CLOSING else -1
            if not depth:
                return start + found.start()
        raise CannotOccurError("no closing bracket")
