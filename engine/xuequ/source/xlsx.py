"""The first sheet of an XLSX workbook as text: tabs between cells, one line a row."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from xuequ.source.limits import MOST_ROWS, MOST_UNPACKED


class Sheet(NamedTuple):
    """A sheet's text and name, and how many sheets its workbook has. It may have one row over the limit."""

    text: str
    name: str
    sheets: int


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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            rows = [_line(row) for row in islice(sheet.iter_rows(values_only=True), MOST_ROWS + 2)]
            while rows and not rows[-1]:
                rows.pop()
            return Sheet("\n".join(rows), sheet.title, len(book.worksheets))
    except Exception:
        return None


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
