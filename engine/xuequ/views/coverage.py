"""The table of clauses: which were taken in by what, which were not, and what rests on none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from xuequ.findings.catalogue.words import WORDS
from xuequ.query.coverage import ClauseRow, Coverage, SourceCoverage, Taken
from xuequ.query.inventory import Thing
from xuequ.views.report import Chapter, Report

Language = Literal["zh", "en"]

_TAKEN = {
    Taken.YES: ("已写入", "taken in"),
    Taken.WHOLE: ("随全条写入", "with its article"),
    Taken.THROUGH: ("见下级条款", "through those under it"),
    Taken.NO: ("未写入", "not taken in"),
}
_COLUMNS = {
    "zh": ("条款", "标题", "状况", "由哪些内容写入"),
    "en": ("Clause", "Title", "State", "Taken in by"),
}
_KINDS = {
    "scheme": ("方案", "scheme"),
    "item": ("内容项", "item"),
    "criterion": ("指标", "criterion"),
    "row": ("日程", "row"),
    "group": ("群体", "group"),
    "member": ("成员", "role"),
    "form": ("模式", "form"),
    "cluster": ("学区类型", "cluster type"),
}


def view(found: Coverage, lang: Language = "zh") -> Report:
    """The report of a coverage."""
    zh = lang == "zh"
    chapters = [
        Chapter(
            source.name,
            (summary(source, lang),),
            _COLUMNS[lang],
            tuple(_row(row, lang) for row in source.rows),
        )
        for source in found.sources
    ]
    for things, heading in (
        (found.ungrounded, "没有条款依据的内容" if zh else "Resting on no clause"),
        (found.own, "本方案补充的内容" if zh else "Added by this scheme"),
    ):
        if things:
            chapters.append(Chapter(heading, tuple(listed(things, lang))))
    title = "原文条款的写入情况" if zh else "Coverage of the sources"
    return Report(title=title, paragraphs=(), chapters=tuple(chapters))


def summary(source: SourceCoverage, lang: Language) -> str:
    """How many of a source's clauses were taken in, and the others by number."""
    all_, open_ = len(source.last), source.open
    numbers = [row.clause.number for row in open_]
    if lang == "zh":
        rest = f"，未写入的 {len(open_)} 条：{'、'.join(numbers)}" if open_ else ""
        return f"{all_} 条中写入 {all_ - len(open_)} 条{rest}"
    rest = f"; not taken in: {', '.join(numbers)}" if open_ else ""
    return f"{all_ - len(open_)} of {all_} clauses taken in{rest}"


def _row(row: ClauseRow, lang: Language) -> tuple[str, ...]:
    names = ("、" if lang == "zh" else ", ").join(thing.name for thing in row.by)
    return row.clause.number, row.clause.title, taken(row, lang), names


def taken(row: ClauseRow, lang: Language) -> str:
    """Whether a clause was taken in, in a word."""
    zh, en = _TAKEN[row.taken]
    return zh if lang == "zh" else en


def listed(things: Iterable[Thing], lang: Language) -> Iterable[str]:
    """Each thing with its kind and path."""
    for thing in things:
        said = _KINDS.get(thing.kind) or WORDS[thing.kind]
        path = "/".join(thing.path)
        kind = said[0] if lang == "zh" else said[1]
        yield f"{kind} {thing.name}（{path}）" if lang == "zh" else f"{kind} {thing.name} ({path})"
