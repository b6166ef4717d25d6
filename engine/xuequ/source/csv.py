"""CSV records with the lines they begin in, and where in the text each cell stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from xuequ.source.text import offset


class Records(NamedTuple):
    """Records by the line they begin in, from 1; `unclosed` is where a quote opens that is never closed."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    unclosed: int | None


def records(text: str, delimiter: str) -> Records:
    """All records of a text. What follows a cell too long to be one is left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error:
        return Records(tuple(rows), _opening(text, line, delimiter))
    return Records(tuple(rows), _opening(text, rows[-1][0], delimiter) if rows else None)


def spans(text: str, line: int, delimiter: str) -> Iterator[tuple[int, int]]:
    """The start and the end, as indices into `text`, of each cell of the record that begins in `line`."""
    index = offset(text, line)
    while True:
        start = index
        if text[index : index + 1] == '"':
            index = _closing(text, index)
        while index < len(text) and text[index] not in (delimiter, "\r", "\n"):
            index += 1
        yield start, index
        if text[index : index + 1] != delimiter:
            return
        index += 1


def _closing(text: str, opening: int) -> int:
    """The index behind the quote that closes the one at `opening`; the text's end if none does."""
    index = text.find('"', opening + 1)
    while index >= 0 and text[index + 1 : index + 2] == '"':
        index = text.find('"', index + 2)
    return index + 1 if index >= 0 else len(text)


def _opening(text: str, line: int, delimiter: str) -> int | None:
    """Where the cell begins whose quote is never closed, in the record that begins in `line`."""
    for start, end in spans(text, line, delimiter):
        if text[start : start + 1] == '"' and end == len(text) and _open(text[start:end]):
            return start
    return None


def _open(cell: str) -> bool:
    return cell.count('"') % 2 == 1
