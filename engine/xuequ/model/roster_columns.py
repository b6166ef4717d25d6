"""What the columns of a roster are: known ones, head counts, cluster types and what is said about them.

And what there is beside: rows that are no schools, and cells that a spreadsheet took for something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from xuequ.findings.record import record
from xuequ.model.amount.numerals import plain

#: English column → the Chinese headings that mean it, the usual one first.
KNOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("代码", "学校代码"),
        "name": ("名称", "学校", "学校名称"),
        "stage": ("学段",),
        "kind": ("类型",),
        "ownership": ("性质",),
        "area": ("地域",),
        "town": ("乡镇",),
        "county": ("县区",),
        "feeds": ("升入",),
        "campus_of": ("本部",),
    }
)
#: What stands behind the name of a cluster type in the heading of its roles.
ROLE_WORDS = ("role", "角色")
_ENGLISH = {word: name for name, words in KNOWN.items() for word in (name, *words)}
_NUMBER = re.compile(r"(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.0+)?\s*[人名个位所班间轨]?")
_DIGITS = "一二两三四五六七八九十百千"
_CODE = re.compile(r"0\d+")
_SUM = r"(?:(?:合|小|总|共|累)\s*计|总\s*数|(?:sub|grand)?\s*totals?)"
#: How many of them there are, behind the word.
_HOW_MANY = r"\s*(?:[（(:：\d].*)?"
_IS_SUM = re.compile(rf"(?:{_SUM}|平\s*均\s*[值数]?|average){_HOW_MANY}", re.IGNORECASE)
#: In the place of a code or a name: 城东学区小计, 共4所, 全县共有学校12所.
_SUM_OF = re.compile(
    rf".*{_SUM}{_HOW_MANY}|.{{0,6}}共(?:有|计)?\D{{0,6}}\d+\s*(?:所|个|间).*"
    rf"|(?:学校|共|计)?\s*(?:\d+|[{_DIGITS}]+)\s*(?:所|间|个|个校)(?:学校)?|[全各][省市州盟县区旗镇乡]|全部|全体|汇\s*总",
    re.IGNORECASE,
)
#: In the place of a code or a name; what it goes before stands in other cells.
_NOTE_OF = re.compile(
    r"[（(【]?\s*(?:备\s*注|附\s*注|注|说\s*明|[填制][表报](?:人|日期|时间|单位)?|审[核批]人?|(?:联系|负责|统计|经办)人员?"
    r"|(?:数据|资料)(?:来源|截至)?|截至)\s*\d*\s*[】)）:：.、]?"
)
_NOTE = re.compile(
    r"(?:[*※]|[（(【]?\s*(?:备\s*注|附\s*注|注|说\s*明)\s*\d*\s*[】)）:：.、]).*"
    r"|(?:填[表报写]|制[表作]|审[核批]|校[核对]|联系|负责|统计|经办|数据|资料)\S{0,4}\s*[:：].*"
    r"|(?:单位|日期|时间|电话|截至)\S{0,6}\s*[:：].*"
)
#: One of these is in every sum and every note; most rows have none, and nothing more is asked of them.
_MAYBE = re.compile(
    rf"[计数均共]|[\d{_DIGITS}]\s*[所间个]|(?:^|\t)(?:[全各]\S|汇)|total|average|(?:^|\t)[（(【]?[备附注说填制审校联负统经数资单日时电截*※]",
    re.IGNORECASE,
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MANGLED = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月(?:\d{1,2}日)?"
    r"|\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T]\d.*)?|\d{1,2}/\d{1,2}/\d{2,4}"
    rf"|\d{{1,2}}-{_MONTH}(?:-\d{{2,4}})?|{_MONTH}-\d{{2,4}}|\d(?:\.\d+)?E\+\d+",
    re.IGNORECASE,
)


class Use(Enum):
    """What a column is for."""

    KNOWN = auto()
    COUNT = auto()
    CLUSTER = auto()
    ROLE = auto()
    OTHER = auto()


@record
class Column:
    """One column: `name` is English where known, the cluster type for its roles, else the heading."""

    heading: str
    name: str
    use: Use


def columns_of(header: Sequence[str], cells: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns under these headings; `cells` are the cells of each."""
    types = {head for head, dot, _ in (heading.partition(".") for heading in header) if dot}
    return tuple(_column(heading, column, types) for heading, column in zip(header, cells, strict=True))


def english(heading: str) -> str:
    """The known column a heading means, else the heading in half-width signs."""
    name = plain(heading)
    return _ENGLISH.get(name, _ENGLISH.get(name.lower(), name))


def is_known(heading: str) -> bool:
    """Whether a heading is that of a known column."""
    return english(heading) in KNOWN


def _column(heading: str, cells: Sequence[str], types: set[str]) -> Column:
    name = english(heading)
    if name in KNOWN:
        return Column(heading=heading, name=name, use=Use.KNOWN)
    head, dot, tail = heading.partition(".")
    if dot and head:
        role = tail.strip().lower() in ROLE_WORDS
        return Column(heading=heading, name=head if role else heading, use=Use.ROLE if role else Use.OTHER)
    if heading not in types and _mostly_numbers(cells) and not any(map(is_code, cells)):
        return Column(heading=heading, name=heading, use=Use.COUNT)
    return Column(heading=heading, name=heading, use=Use.CLUSTER)


def _mostly_numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    numbers = sum(head_count(cell) is not None for cell in filled)
    return numbers * 2 > len(filled)


def is_code(text: str) -> bool:
    """Whether figures are a code and no number: they begin with a nought, as 01 and 007 do."""
    return _CODE.fullmatch(plain(text)) is not None


def head_count(cell: str) -> int | None:
    """A whole number of heads: 1,232, 17人, 12班, １２, 12.0; None if it is none."""
    found = _NUMBER.fullmatch(plain(cell))
    return int(re.sub("[, ]", "", found[1])) if found else None


class Aside(NamedTuple):
    """A row that is no school: the cell that shows it, and whether it adds up the others."""

    column: int
    text: str
    is_sum: bool


def aside(cells: Sequence[str], header: Sequence[str]) -> Aside | None:
    """What a row is that is no school; None where it may be one."""
    again = cells[0] == header[0] or not cells[0]
    if not again and _MAYBE.search("\t".join(cells)) is None:
        return None
    filled = [(column, cell) for column, cell in enumerate(cells) if cell]
    for column, cell in filled:
        named = english(header[column]) in ("code", "name")
        if (_SUM_OF if named else _IS_SUM).fullmatch(cell) or _IS_SUM.fullmatch(cell):
            return Aside(column, cell, is_sum=True)
        if named and _NOTE_OF.fullmatch(cell):
            return Aside(column, cell, is_sum=False)
    again = again and len(filled) > 1 and all(cell == header[column] for column, cell in filled)
    if filled and (again or all(_NOTE.fullmatch(cell) for _, cell in filled)):
        return Aside(*filled[0], is_sum=False)
    return None


def mangled(cell: str) -> bool:
    """Whether a spreadsheet made a day or a number with an exponent of what somebody typed."""
    return _MANGLED.fullmatch(cell) is not None
