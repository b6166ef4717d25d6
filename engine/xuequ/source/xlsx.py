"""A sheet of an XLSX workbook as text, with tabs between cells and one line a row, as a spreadsheet shows it.

Asked for are values, number formats, merged ranges and what is hidden. Nothing else in a workbook, and no damaged
style, keeps its values from being read.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import IO, TYPE_CHECKING, NamedTuple

from xuequ.source.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED
from xuequ.source.number_formats import GENERAL, built_in, shown

if TYPE_CHECKING:
    from lxml import etree

#: A cell: its row from 1 and its column from 0.
Cell = tuple[int, int]

_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WORKBOOK = "xl/workbook.xml"
_LAST_ROW = 1_048_576


class Sheet(NamedTuple):
    """The text and name of the first sheet that is not hidden, and what was seen on the way.

    It may have one row more than the limit.
    """

    text: str
    name: str
    sheets: int
    """How many the workbook has."""
    unreckoned: tuple[Cell, ...]
    """Cells with a formula whose result nobody has stored: they read blank."""
    numbers: frozenset[Cell]
    """Cells that hold a number no format writes with zeros in front."""
    merged: frozenset[Cell]
    """Cells that have the value of the merged range they lie in."""
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]


def read_sheet(data: bytes) -> Sheet | None:
    """The first sheet; None if the bytes are no workbook, whatever else they are."""
    from lxml import etree

    broken = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, NotImplementedError, RuntimeError)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                return None
            return _Workbook(archive).sheet()
    except (*broken, LookupError, ValueError, ArithmeticError, OSError, EOFError):
        return None


def cell_name(row: int, column: int) -> str:
    """How a spreadsheet calls the cell: `C2`; rows from 1, columns from 0."""
    name, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return f"{name}{row}"


class _Workbook:
    """The parts of one workbook that values depend on."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}

    def sheet(self) -> Sheet:
        """The first sheet that is not hidden."""
        book = self._tree(_WORKBOOK)
        links = {
            one.get("Id"): one for one in self._tree("xl/_rels/workbook.xml.rels").iter("{*}Relationship")
        }
        sheets = []
        for one in book.iter("{*}sheet"):
            link = links.get(next((str(v) for k, v in one.items() if str(k).endswith("}id")), ""))
            if link is not None and str(link.get("Type")).endswith("/worksheet"):
                sheets.append((one, posixpath.normpath(posixpath.join("/xl", str(link.get("Target"))))[1:]))
        first, path = next((s for s in sheets if s[0].get("state", "visible") == "visible"), sheets[0])
        properties = book.find("{*}workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        reading = _Reading(self._strings(), self._formats(), from_1904)
        with self._archive.open(self._names[path.lower()]) as stream:
            reading.read(stream)
        return reading.sheet(str(first.get("name")), len(sheets))

    def _tree(self, name: str, *, recover: bool = False) -> etree._Element:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)
        return etree.fromstring(self._archive.read(self._names[name]), parser)

    def _strings(self) -> list[str]:
        if "xl/sharedstrings.xml" not in self._names:
            return []
        return [_written(one) for one in self._tree("xl/sharedstrings.xml").iter("{*}si")]

    def _formats(self) -> list[str]:
        """The number format of each cell style; none where the styles cannot be made out."""
        try:
            styles = self._tree("xl/styles.xml", recover=True)
        except (LookupError, ValueError, OSError, zipfile.BadZipFile, zlib.error, RuntimeError):
            styles = None
        if styles is None:
            return []
        own = {one.get("numFmtId"): str(one.get("formatCode")) for one in styles.iter("{*}numFmt")}
        used = styles.find("{*}cellXfs")
        ids = [one.get("numFmtId", "0") for one in used.iter("{*}xf")] if used is not None else []
        return [own.get(each) or built_in(each) for each in ids]


class _Reading:
    """One sheet on its way through the parser."""

    def __init__(self, strings: list[str], formats: list[str], from_1904: bool) -> None:
        self._strings, self._formats, self._from_1904 = strings, formats, from_1904
        self._rows: dict[int, dict[int, str]] = {}
        self._unreckoned: list[Cell] = []
        self._numbers: set[Cell] = set()
        self._merged: set[Cell] = set()
        self._filled = 0
        self._hidden_rows: list[int] = []
        self._hidden_columns: list[int] = []

    def read(self, stream: IO[bytes]) -> None:
        """Take in the rows, then the merged ranges, which stand behind them."""
        from lxml import etree

        tags = ("{*}row", "{*}col", "{*}mergeCell")
        number = 0
        for _, node in etree.iterparse(
            stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False
        ):
            kind = etree.QName(node).localname
            if kind == "row":
                number = int(node.get("r") or number + 1)
                if not 0 < number <= _LAST_ROW:
                    raise ValueError(f"no sheet has a row {number}")
                if len(self._rows) < MOST_ROWS + 2:
                    self._row(number, node)
                node.clear()
            elif kind == "col" and _hidden(node):
                first = int(node.get("min", "1"))
                self._hidden_columns += range(first - 1, min(int(node.get("max", first)), MOST_COLUMNS))
            elif kind == "mergeCell":
                self._merge(str(node.get("ref")))

    def sheet(self, name: str, sheets: int) -> Sheet:
        """What was read."""
        last = max((number for number, cells in self._rows.items() if any(cells.values())), default=0)
        lines = [_line(self._rows.get(number, {})) for number in range(1, last + 1)]
        used = {column for cells in self._rows.values() for column, value in cells.items() if value}
        return Sheet(
            text="\n".join(lines),
            name=name,
            sheets=sheets,
            unreckoned=tuple(self._unreckoned),
            numbers=frozenset(self._numbers),
            merged=frozenset(self._merged),
            hidden_rows=tuple(n for n in self._hidden_rows if any(self._rows[n].values())),
            hidden_columns=tuple(c for c in self._hidden_columns if c in used),
        )

    def _row(self, number: int, row: etree._Element) -> None:
        cells: dict[int, str] = {}
        column = -1
        for cell in row.iterchildren("{*}c"):
            name = cell.get("r")
            column = _column(name.rstrip("0123456789")) if name else column + 1
            if column >= MOST_COLUMNS:
                break
            value = self._value(cell, (number, column))
            if value:
                cells[column] = value
        if cells:
            self._rows[number] = cells
            if _hidden(row):
                self._hidden_rows.append(number)

    def _value(self, cell: etree._Element, at: Cell) -> str:
        """A cell as it is shown."""
        kind, text, reckoned = cell.get("t", "n"), "", True
        if kind == "inlineStr":
            return _written(cell)
        for part in cell:
            if part.tag.endswith("}v"):
                text = part.text or ""
            reckoned = reckoned and not part.tag.endswith("}f")
        if not text:
            if not reckoned and kind != "str":
                self._unreckoned.append(at)
            return ""
        if kind == "s":
            return self._strings[int(text)]
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        if kind != "n":
            return _unescaped(text)
        style = cell.get("s", "0")
        known = style.isdecimal() and int(style) < len(self._formats)
        code = self._formats[int(style)] if known else GENERAL
        value = shown(text, code, from_1904=self._from_1904)
        if value.text.isdecimal() and not value.as_code:
            self._numbers.add(at)
        return value.text

    def _merge(self, reference: str) -> None:
        """Let the value of a merged range stand in all of its cells, unless nothing else stands in its rows."""
        begin, _, end = reference.partition(":")
        (top, left), (bottom, right) = _cell(begin), _cell(end or begin)
        value = self._rows.get(top, {}).get(left, "")
        if not value or (
            left < right and all(self._alone(row, left) for row in range(top, min(bottom, top + 9) + 1))
        ):
            return
        self._filled += (bottom - top + 1) * (min(right, MOST_COLUMNS) - left + 1)
        if self._filled > MOST_CELLS:
            raise ValueError("more merged cells than a table has")
        for row in range(top, bottom + 1):
            for column in range(left, min(right, MOST_COLUMNS) + 1):
                if row in self._rows and (row, column) != (top, left):
                    self._rows[row][column] = value
                    self._merged.add((row, column))

    def _alone(self, row: int, column: int) -> bool:
        return not self._rows.get(row, {}).keys() - {column}


def _cell(name: str) -> Cell:
    found = _NAME.fullmatch(name.replace("$", ""))
    if found is None:
        raise ValueError(f"not a cell: {name!r}")
    return int(found[2]), _column(found[1])


@cache
def _column(letters: str) -> int:
    if not letters.isupper():
        raise ValueError(f"not a column: {letters!r}")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _hidden(node: etree._Element) -> bool:
    return node.get("hidden") in ("1", "true")


def _written(node: etree._Element) -> str:
    """The text of a string, without the readings that stand above its characters."""
    return _unescaped("".join(_runs(node)))


def _runs(node: etree._Element) -> Iterator[str]:
    for part in node.iter("{*}t"):
        above = part.getparent()
        if above is None or not str(above.tag).endswith("}rPh"):
            yield part.text or ""


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _line(cells: dict[int, str]) -> str:
    return "\t".join(_typed(cells.get(column, "")) for column in range(max(cells, default=-1) + 1)).rstrip(
        "\t"
    )


def _typed(value: str) -> str:
    """A cell in one line; its quotes doubled where a reader of CSV would take them for its own."""
    text = " ".join(value.split())
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') else text
