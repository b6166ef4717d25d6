"""The table of conformance: what the superior asks, how it stands, by what, and what departs from it."""

from __future__ import annotations

from typing import Literal

from xuequ.findings.catalogue.words import WORDS
from xuequ.query.conformance import Conformance, Row, State, Way
from xuequ.query.conforming import title
from xuequ.query.gaps import Gap
from xuequ.views.report import Chapter, Report

Language = Literal["zh", "en"]

_COLUMNS = {
    "zh": ("序号", "上级要求", "依据", "状况", "本方案的内容", "说明"),
    "en": ("No.", "Required", "Clause", "State", "Here", "Remarks"),
}
_WAYS = {
    Way.ANSWER: ("按 answers（回应）", "as answered"),
    Way.ADOPTED: ("采用同一政策模块", "adopted from the same policy"),
    Way.NAME: ("名称相同", "of the same name"),
}


def view(found: Conformance, lang: Language = "zh") -> Report:
    """The report of a comparison."""
    zh = lang == "zh"
    upper, lower = title(found.upper), found.lower.scheme.name
    name = f"{lower}与上级文件的符合情况" if zh else f"Conformance of {lower}"
    about = f"对照的上级文件：{upper}" if zh else f"Held against: {upper}"
    required = tuple(row for row in found.rows if row.mandate is not None)
    shared = tuple(row for row in found.rows if row.mandate is None)
    chapters = [
        Chapter("上级要求" if zh else "What is required", (), _COLUMNS[lang], _rows(required, lang)),
        Chapter(
            "共有内容中的出入" if zh else "Departures in what both have",
            (),
            _COLUMNS[lang],
            _rows(shared, lang),
        ),
    ]
    return Report(
        title=name,
        paragraphs=(about, summary(found, lang)),
        chapters=tuple(chapter for chapter in chapters if chapter.rows),
        issued=found.lower.scheme.issue.date,
    )


def summary(found: Conformance, lang: Language) -> str:
    """How many requirements stand how, in one sentence."""
    required = [row for row in found.rows if row.mandate is not None]
    counts = {state: sum(row.state is state for row in required) for state in State}
    listed = [f"{word(f'state_{state}', lang)} {counts[state]}" for state in State if counts[state]]
    apart = sum(row.mandate is None for row in found.rows)
    if lang == "zh":
        states = f"：{'、'.join(listed)}" if listed else ""
        return (
            f"上级要求 {len(required)} 项{states}。另比较共有内容 {found.compared} 项，有出入的 {apart} 项。"
        )
    states = f": {', '.join(listed)}" if listed else ""
    return f"{len(required)} required{states}. {found.compared} more that both have were compared; {apart} depart."


def _rows(rows: tuple[Row, ...], lang: Language) -> tuple[tuple[str, ...], ...]:
    return tuple((str(number), *_cells(row, lang)) for number, row in enumerate(rows, 1))


def _cells(row: Row, lang: Language) -> tuple[str, ...]:
    clauses = row.mandate.clause if row.mandate else row.thing.element.clause if row.thing else ()
    clause = ("、" if lang == "zh" else ", ").join(c.number for c in clauses)
    here = row.met_by.name if row.met_by else ""
    way = _WAYS.get(row.way)
    if here and way:
        here = f"{here}（{way[0]}）" if lang == "zh" else f"{here} ({way[1]})"
    return row.name, clause, word(f"state_{row.state}", lang), here, remarks(row, lang)


def remarks(row: Row, lang: Language) -> str:
    """Why a requirement does not apply, and every departure."""
    told = [row.reason] if row.reason else []
    told += [_departure(gap, lang) for gap in row.gaps]
    return ("；" if lang == "zh" else "; ").join(told)


def _departure(gap: Gap, lang: Language) -> str:
    turn = word(f"turn_{gap.turn}", lang)
    if lang == "zh":
        return f"{gap.label.zh}{turn}：上级为“{gap.upper.zh}”，这里为“{gap.lower.zh}”"
    return f"{gap.label.en.lower()} {turn}: {gap.upper.en} there, {gap.lower.en} here"


def word(key: str, lang: Language) -> str:
    """A word of the language in the reader's."""
    said_ = WORDS[key]
    return said_.zh if lang == "zh" else said_.en
