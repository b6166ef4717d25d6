"""Reports: the result of a comparison as a few paragraphs and tables, whatever they are written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Chapter(NamedTuple):
    """A heading, lines of a list under it, and a table; any of them may be empty."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A title, opening paragraphs, chapters. `issued` is an ISO date for the properties of files, or empty."""

    title: str
    paragraphs: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    issued: str = ""
