"""The first sheet of an XLSX workbook as text: tabs between cells, one line a row."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from xuequ.source.limits import MOST_ROWS, MOST_UNPACKED

if TYPE_CHECKING:
    from openpyxl import Workbook


class Sheet(NamedTuple):
    """A sheet's text and name, and how many sheets its workbook has. It may have one row over the limit."""

    text: str
    name: str
    sheets: int
    unreckoned: tuple[tuple[int, int], ...]
    """The cells, as row from 1 and column from 0, with a formula whose result nobody has stored: they read blank."""


def read_sheet(data: bytes) -> Sheet | None:
    """The first sheet; None if the bytes are no workbook, whatever else they are.

    openpyxl raises whatever its parsers raise on foreign bytes, so here, and only here, every exception counts
    as an answer.
    """
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                return None
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            has_formulas = any(b"<f" in archive.read(name) for name in sheets)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            results = _rows(book)
            rows = [_line(row) for row in results]
            while rows and not rows[-1]:
                rows.pop()
            unreckoned = _unreckoned(data, results) if has_formulas else ()
            return Sheet("\n".join(rows), book.worksheets[0].title, len(book.worksheets), unreckoned)
    except Exception:
        return None


def cell_name(row: int, column: int) -> str:
    """How a spreadsheet calls the cell: `C2`; rows from 1, columns from 0."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row}"


def _rows(book: Workbook) -> list[tuple[object, ...]]:
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    return list(islice(sheet.iter_rows(values_only=True), MOST_ROWS + 2))


def _unreckoned(data: bytes, results: list[tuple[object, ...]]) -> tuple[tuple[int, int], ...]:
    """Where a formula stands and no result: a programme that wrote the workbook does not reckon, Excel does."""
    import openpyxl

    written = _rows(openpyxl.load_workbook(io.BytesIO(data), read_only=True))
    return tuple(
        (number, column)
        for number, (formulas, values) in enumerate(zip(written, results, strict=True), 1)
        for column, (formula, value) in enumerate(zip(formulas, values, strict=True))
        if formula is not None and value is None
    )


def _line(row: Iterable[object]) -> str:
    return "\t".join(map(_cell, row)).rstrip("\t")


def _cell(value: object) -> str:
    """A cell as somebody would type it; its quotes doubled where a reader of CSV would take them for its own."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(str(value).split())
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') else text
