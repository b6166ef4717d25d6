"""The names templates can use, in words: Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from xuequ.findings.catalogue.words import Said, Words

#: Fields of views that are for programs.
INTERNAL = frozenset({"enclosed", "items", "keys", "events", "listed", "school"})

#: The cells of rows that do not have the document's own columns.
CELLS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sources": ("序号", "文件名称", "发文机关", "文号", "日期", "用途"),
        "doubts": ("序号", "事项", "疑点", "依据条款"),
        "units": ("名称", "模式", "成员", "说明"),
        "constant": ("序号", "工作内容", "周期", "责任单位", "备注"),
        "undated": ("序号", "工作内容", "时间要求", "责任单位"),
        "widths": ("用语", "所指时间"),
        "facts": ("项目", "内容"),
        "months": ("月份", "工作内容", "责任单位", "备注"),
        "tables": ("各列标题", "各行"),
    }
)

#: What each name stands for, wherever it stands.
MEANINGS = Words("template_names")

#: What some stand for inside others.
_INSIDE = {"number": Said("序号", "its number")}


def meaning(path: Sequence[str]) -> Said:
    """What a name stands for, in Chinese and English; `path` from the document down."""
    inside = _INSIDE.get(path[-1]) if len(path) > 1 else None
    return inside or MEANINGS[path[-1]]


#: Sorts of names, and how a tag uses them.
SORTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("文字", "text"),
        "number": ("数字", "number"),
        "texts": ("若干文字", "several texts"),
        "rows": ("表格行", "table rows"),
        "records": ("若干项", "several entries"),
        "tables": ("若干张表", "several tables"),
    }
)
