"""Tables: CSV and XLSX into rows of text, each with the line it stands in.

Chinese spreadsheets save CSV in GBK as often as in UTF-8, so either is read and the finding says which. An XLSX
sheet becomes the text it would be with tabs between its cells, one line a row: that is what places point into.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Place, Span
from xuequ.findings.record import record
from xuequ.source.csv import records, spans
from xuequ.source.limits import MOST_FINDINGS, MOST_ROWS
from xuequ.source.text import guessed, stretch, too_large

_BLANK = " \t\r\n\u3000\xa0\ufeff"
_ZIP = b"PK\x03\x04"
#: Old Excel files, and new ones with a password.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_WIDE_COMMA = "，"
_DELIMITERS = ",\t;"


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


class ReadTable(NamedTuple):
    """What became of one file: its table, where one could be read, and what was found on the way."""

    table: Table | None
    findings: tuple[Finding, ...]


def read_table(data: bytes, file: str) -> ReadTable:
    """Read one CSV or XLSX file, whichever its content is; `file` is the name that findings show."""
    large = too_large(data, file)
    if large:
        return ReadTable(None, (large,))
    if data.startswith(_ZIP):
        return _xlsx(data, file)
    encoded = None if data.startswith(_COMPOUND) else guessed(data)
    if encoded is None or "\0" in encoded.text:
        return ReadTable(None, (finding("YML202", Place(file=file)),))
    text, encoding = encoded
    notes: tuple[Finding, ...] = ()
    if encoding != "utf-8-sig":
        name = "GBK" if encoding == "gb18030" else "UTF-16"
        notes = (finding("YML201", Place(file=file), encoding=name),)
    first = next((line for line in text.splitlines() if line.strip()), "")
    if _WIDE_COMMA in first:
        start = text.index(_WIDE_COMMA)
        place = Place(file=file, span=stretch(text, start, start + 1))
        return ReadTable(None, (*notes, finding("YML211", place)))
    delimiter = max(_DELIMITERS, key=first.count)
    return _read(text, file, delimiter, notes)


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


def _xlsx(data: bytes, file: str) -> ReadTable:
    from xuequ.source.xlsx import cell_name, read_sheet

    sheet = read_sheet(data)
    if sheet is None:
        return ReadTable(None, (finding("YML202", Place(file=file)),))
    notes: tuple[Finding, ...] = ()
    if sheet.sheets > 1:
        notes = (finding("YML208", Place(file=file), count=sheet.sheets, sheet=sheet.name),)
    found = _read(sheet.text, file, "\t", notes, padded=True)
    if found.table is None or not sheet.unreckoned:
        return found
    (row, column), count = sheet.unreckoned[0], len(sheet.unreckoned)
    told = finding("YML212", _place(found.table, row, column), count=count, cell=cell_name(row, column))
    return ReadTable(found.table, (*found.findings, told))


def _read(
    text: str, file: str, delimiter: str, notes: tuple[Finding, ...], *, padded: bool = False
) -> ReadTable:
    """`padded`: rows that end early are blank to the right, as in a sheet, and nothing is said about them."""
    found = records(text, delimiter)
    filled = [
        (number, tuple(cell.strip(_BLANK) for cell in cells))
        for number, cells in found.rows
        if any(cell.strip(_BLANK) for cell in cells)
    ]
    if not filled:
        return ReadTable(None, (*notes, finding("YML203", Place(file=file))))
    (header_row, headings), *rows = filled
    if len(rows) > MOST_ROWS:
        return ReadTable(None, (*notes, finding("YML210", Place(file=file), limit=MOST_ROWS)))
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
    told = [*_headings(table, headings, rows), *_ragged(table, headings, rows, padded)]
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
    return tuple(cells[column] if column < len(cells) else "" for column in columns)


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
