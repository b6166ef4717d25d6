"""Tables: CSV and XLSX into rows of text, each with the line it stands in.

Chinese spreadsheets save CSV in GBK as often as in UTF-8, so either is read and the finding says which. An XLSX
sheet becomes the text it would be with tabs between its cells, one line a row: that is what places point into.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Place, Span
from xuequ.findings.record import record
from xuequ.findings.width import INVISIBLE
from xuequ.source.csv import records, spans
from xuequ.source.limits import MOST_FINDINGS, MOST_ROWS
from xuequ.source.text import guessed, stretch, too_large

_BLANK = " \t\r\n\u3000\xa0\ufeff"
_ZIP = b"PK\x03\x04"
#: Old Excel files, and new ones with a password.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_WIDE_COMMA = "，"
_DELIMITERS = ",\t;"
_PARTS = re.compile(f"[{_DELIMITERS}{_WIDE_COMMA}]")
#: How a spreadsheet is told that a number is text, where that is written into the cell: '001 and ="001".
_AS_TEXT = re.compile(r"""'(?=[\w.+-])([^']*)|=(?:T\()?"([^"]*)"\)?""")
#: What a spreadsheet shows for a formula that came to nothing.
_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!)", re.IGNORECASE
)
#: How many lines may stand over the headings: a title, who filled it in and when.
_MOST_ABOVE = 9
_NUMBER = re.compile(r"[\d.,，]+")
_ENDS = re.compile(rf"\A(?:[{_BLANK}]|{INVISIBLE.pattern})+|(?:[{_BLANK}]|{INVISIBLE.pattern})+\Z")


class Row(NamedTuple):
    """One row: the line it begins in, from 1, and a cell for each heading, blank where there is none."""

    number: int
    cells: tuple[str, ...]


@record
class Table:
    """A table that was read. A place in it is `(row number, heading)`, or `(row number,)` for the whole row."""

    file: str
    text: str
    header: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    """Which column, from 0, each heading stands over."""
    delimiter: str
    merged: frozenset[tuple[int, str]] = frozenset()
    """The cells, as row number and heading, whose value is that of the merged range they lie in."""
    numbers: frozenset[str] = frozenset()
    """The headings over cells that hold numbers and no text, where a file tells these apart."""


class ReadTable(NamedTuple):
    """What became of one file: its table, where one could be read, and what was found on the way."""

    table: Table | None
    findings: tuple[Finding, ...]


def read_table(data: bytes, file: str, known: Callable[[str], bool] = lambda heading: False) -> ReadTable:
    """Read one CSV or XLSX file, whichever its content is; `file` is the name that findings show.

    `known` says of a cell whether it is one of the headings that are looked for, where others stand above them.
    """
    large = too_large(data, file)
    if large:
        return ReadTable(None, (large,))
    if data.startswith(_ZIP):
        return _xlsx(data, file, known)
    encoded = None if data.startswith(_COMPOUND) else guessed(data)
    if encoded is None or "\0" in encoded.text or encoded.text.lstrip(_BLANK).startswith("<"):
        return ReadTable(None, (finding("YML202", Place(file=file)),))
    text, encoding = encoded
    notes: tuple[Finding, ...] = ()
    if encoding != "utf-8-sig":
        name = "GBK" if encoding == "gb18030" else "UTF-16"
        notes = (finding("YML201", Place(file=file), encoding=name),)
    first = [line for line in text.splitlines() if line.strip()][: _MOST_ABOVE + 1]
    head = next((line for line in first if any(map(known, _PARTS.split(line)))), first[0] if first else "")
    if _WIDE_COMMA in head:
        start = text.index(_WIDE_COMMA, text.index(head))
        place = Place(file=file, span=stretch(text, start, start + 1))
        return ReadTable(None, (*notes, finding("YML211", place)))
    delimiter = max(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in first), default=0))
    return _read(text, file, delimiter, known, notes)


def locate_cell(table: Table, path: DocPath) -> Span:
    """Where a cell, a row or, for any other path, the header stands in the table's text."""
    row = path[0] if path and _has(table, path[0]) else table.header_row
    cells = tuple(spans(table.text, int(row), table.delimiter))
    heading = path[1] if len(path) > 1 else None
    if heading in table.header:
        column = table.columns[table.header.index(str(heading))]
        start, end = cells[min(column, len(cells) - 1)]
    else:
        start, end = cells[0][0], cells[-1][1]
    return stretch(table.text, start, end)


def _has(table: Table, number: str | int) -> bool:
    if not isinstance(number, int):
        return False
    at = bisect_left(table.rows, number, key=lambda row: row.number)
    return at < len(table.rows) and table.rows[at].number == number


def _xlsx(data: bytes, file: str, known: Callable[[str], bool]) -> ReadTable:
    from xuequ.source.xlsx import cell_name, read_sheet

    sheet = read_sheet(data)
    if sheet is None:
        return ReadTable(None, (finding("YML202", Place(file=file)),))
    notes: tuple[Finding, ...] = ()
    if sheet.sheets > 1:
        notes = (finding("YML208", Place(file=file), count=sheet.sheets, sheet=sheet.name),)
    found = _read(sheet.text, file, "\t", known, notes, padded=True)
    table = found.table
    if table is None:
        return found
    headings = dict(zip(table.columns, table.header, strict=True))
    told = []
    if sheet.unreckoned:
        row, column = sheet.unreckoned[0]
        place, count = _place(table, row, column), len(sheet.unreckoned)
        told.append(finding("YML212", place, count=count, cell=cell_name(row, column)))
    if hidden := [number for number in sheet.hidden_rows if _has(table, number)]:
        told.append(finding("YML216", Place(file=file, path=(hidden[0],)), count=len(hidden), row=hidden[0]))
    for column in sheet.hidden_columns:
        if column in headings:
            place = Place(file=file, path=(table.header_row, headings[column]))
            told.append(finding("YML217", place, heading=headings[column]))
    marked = replace(
        table,
        merged=frozenset((row, headings[c]) for row, c in sheet.merged if c in headings),
        numbers=frozenset(headings[c] for row, c in sheet.numbers if c in headings and _has(table, row)),
    )
    return ReadTable(marked, (*found.findings, *told))


def _read(
    text: str,
    file: str,
    delimiter: str,
    known: Callable[[str], bool],
    notes: tuple[Finding, ...],
    *,
    padded: bool = False,
) -> ReadTable:
    """`padded`: rows that end early are blank to the right, as in a sheet, and nothing is said about them."""
    found = records(text, delimiter)
    clean = _cleaned if INVISIBLE.search(text) else _stripped
    filled = [(number, cells) for number, row in found.rows if any(cells := tuple(map(clean, row)))]
    if not filled:
        return ReadTable(None, (*notes, finding("YML203", Place(file=file))))
    above = _above(filled, known)
    (header_row, headings), *rows = filled[above:]
    if len(rows) > MOST_ROWS:
        return ReadTable(None, (*notes, finding("YML210", Place(file=file), limit=MOST_ROWS)))
    second = _joined(headings, rows[0][1], known) if rows else None
    if second is not None:
        headings, rows = second, rows[1:]
    columns, header = _columns(headings)
    table = Table(
        file=file,
        text=text,
        header=header,
        header_row=header_row,
        rows=tuple(Row(number, _cells(cells, columns)) for number, cells in rows),
        columns=columns,
        delimiter=delimiter,
    )
    told = [*_headings(table, headings, rows), *_ragged(table, headings, rows, padded), *_errors(table, rows)]
    if clean is _cleaned:
        told += _invisible(table, found.rows)
    if above or second is not None:
        place, count = Place(file=file, path=(header_row,)), above + (second is not None)
        told.append(finding("YML214", place, row=header_row, count=count))
    if found.unclosed is not None:
        told.append(
            finding("YML209", Place(file=file, span=stretch(text, found.unclosed, found.unclosed + 1)))
        )
    if len(told) > MOST_FINDINGS:
        told[MOST_FINDINGS:] = [finding("YML117", Place(file=file), limit=MOST_FINDINGS)]
        return ReadTable(None, (*notes, *told))
    return ReadTable(table, (*notes, *told))


def _columns(headings: Sequence[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The columns that are read, and their headings: those with one, the first of each."""
    first: dict[str, int] = {}
    for column, heading in enumerate(headings):
        if heading:
            first.setdefault(heading, column)
    return tuple(first.values()), tuple(first)


def _cells(cells: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    held = (cells[column] if column < len(cells) else "" for column in columns)
    return tuple("" if cell.startswith("#") and _ERROR.fullmatch(cell) else cell for cell in held)


def _headings(
    table: Table, headings: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]
) -> Iterator[Finding]:
    for column, heading in enumerate(headings):
        if column in table.columns:
            continue
        place = _place(table, table.header_row, column)
        if heading:
            yield finding("YML206", place, heading=heading)
        elif any(len(cells) > column and cells[column] for _, cells in rows):
            yield finding("YML207", place, column=column + 1)


def _ragged(
    table: Table, headings: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], padded: bool
) -> Iterator[Finding]:
    """Rows with more filled cells than there are headings, or that end before the last heading."""
    expected = max(table.columns) + 1
    for number, cells in rows:
        used = max(column for column, cell in enumerate(cells) if cell) + 1
        if used > len(headings):
            place = _place(table, number, len(headings))
            yield finding("YML204", place, row=number, found=used, expected=expected)
        elif len(cells) < expected and not padded:
            place = _place(table, number, len(cells) - 1)
            yield finding("YML205", place, row=number, found=len(cells), expected=expected)


def _place(table: Table, row: int, column: int) -> Place:
    cells = tuple(spans(table.text, row, table.delimiter))
    start, end = cells[min(column, len(cells) - 1)]
    return Place(file=table.file, span=stretch(table.text, start, end))


def _stripped(cell: str) -> str:
    """A cell without blanks at its ends, and without what makes text of a number: '001, ="001"."""
    cell = cell.strip(_BLANK)
    found = _AS_TEXT.fullmatch(cell) if cell.startswith(("'", "=")) else None
    return cell if found is None else (found[1] or found[2] or "").strip(_BLANK)


def _cleaned(cell: str) -> str:
    """The same of a cell that may hold characters nobody sees."""
    return _stripped(INVISIBLE.sub("", cell))


def _above(rows: Sequence[tuple[int, Sequence[str]]], known: Callable[[str], bool]) -> int:
    """How many rows stand above the headings: the headings are the first row that has two of those looked for,
    or else the first that is more than one cell, as a title is."""
    tops = [cells for _, cells in rows[: _MOST_ABOVE + 1]]
    named = (n for n, cells in enumerate(tops) if sum(map(known, cells)) > 1)
    wide = (n for n, cells in enumerate(tops) if sum(map(bool, cells)) > 1)
    return next(named, next(wide, 0))


def _joined(
    upper: Sequence[str], lower: Sequence[str], known: Callable[[str], bool]
) -> tuple[str, ...] | None:
    """The headings of two rows as one, where the lower row only parts what the upper one holds together."""
    width = max(len(upper), len(lower))
    up, low = (tuple(cells) + ("",) * (width - len(cells)) for cells in (upper, lower))
    own = [n for n in range(width) if low[n] and low[n] != up[n]]
    parted = [n for n in own if not up[n] or up[n] in (up[n - 1 : n] + up[n + 1 : n + 2])]
    if not parted or not any(map(known, up)) or any(known(up[n]) or _NUMBER.fullmatch(low[n]) for n in own):
        return None
    joined, over = list(up), ""
    for n in range(width):
        over = up[n] or over
        if n in own:
            joined[n] = _under(over, low[n], alone=low.count(low[n]) == 1, known=known(low[n]))
    return tuple(joined)


def _under(over: str, heading: str, *, alone: bool, known: bool) -> str:
    """The heading of a column under another: 学区 over 名称 and 角色 are the clusters and the roles in them."""
    if known or heading.lower() in ("role", "角色"):
        return over if known else f"{over}.{heading}"
    return heading if alone else over + heading


def _errors(table: Table, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Finding]:
    """Cells that hold the error of a spreadsheet and no value."""
    for number, cells in rows:
        for column, cell in enumerate(cells):
            if cell.startswith("#") and column in table.columns and _ERROR.fullmatch(cell):
                yield finding("YML215", _place(table, number, column), error=cell)


def _invisible(table: Table, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Finding]:
    """Characters nobody sees within cells, each kind once; at the ends of a cell they say nothing."""
    first: dict[str, list[tuple[int, int]]] = {}
    for number, cells in rows:
        for column, cell in enumerate(cells):
            kept = _ENDS.sub("", cell)
            for character in dict.fromkeys(INVISIBLE.findall(kept)):
                first.setdefault(character, []).append((number, column))
    for character, places in first.items():
        place = _place(table, *places[0])
        yield finding("YML213", place, character=f"U+{ord(character):04X}", count=len(places))
