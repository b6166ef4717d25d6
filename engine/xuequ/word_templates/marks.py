"""Marks stand for tags while the tree of a part is changed; written out, each becomes what Jinja2 runs."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from xuequ.word_templates.tags import Tag

#: No sign that a text has.
_MARK = "\uf8ff\ue000{}\ue001\uf8ff"
_MARKS = re.compile(_MARK.format(r"(\d+)"))
#: Prints nothing, and ends a line.
_NEW_LINE = "{#\n#}"


class Written(NamedTuple):
    """A part for Jinja2, and the tag of each of its lines but the first."""

    text: str
    lines: tuple[Tag, ...]

    def tag(self, line: int) -> Tag:
        """The tag that stands on a line."""
        return self.lines[min(max(line - 2, 0), len(self.lines) - 1)]


class Marks:
    """The marks of a part, each with its tag and what it becomes."""

    def __init__(self) -> None:
        self._found: list[tuple[str, Tag]] = []

    def mark(self, each: Tag, jinja: str = "") -> str:
        """A new mark; it becomes the tag itself, or something else said in Jinja2."""
        self._found.append((jinja or each.jinja, each))
        return _MARK.format(len(self._found) - 1)

    def written(self, root: etree._Element) -> Written:
        """The tree as text: each mark on a line of its own, everything else safe from being taken for a tag."""
        text = etree.tostring(root, encoding="unicode").replace("\n", " ")
        # Split at a group: what lies between, and the number of a mark, by turns.
        pieces, lines = _MARKS.split(text), []
        for at, piece in enumerate(pieces):
            if at % 2 == 0:
                pieces[at] = piece.replace("{", "&#123;")
            elif int(piece) < len(self._found):
                jinja, each = self._found[int(piece)]
                pieces[at] = _NEW_LINE + jinja
                lines.append(each)
        return Written("".join(pieces), tuple(lines))


def write_before(element: etree._Element, text: str) -> None:
    """Put text in front of an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def take_out(element: etree._Element) -> None:
    """Take an element out of its tree, but not the text behind it."""
    write_before(element, element.tail or "")
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
