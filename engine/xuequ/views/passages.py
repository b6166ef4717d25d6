"""The chapters of measures and of steps: headings with what stands under them, numbered as an office numbers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xuequ.markup.numerals import numbered
from xuequ.model.elements import Force, Measure, Norm
from xuequ.model.open_lists import open_list
from xuequ.views import prose
from xuequ.views.bodies import Numbered
from xuequ.views.context import Context
from xuequ.views.prose import said, with_
from xuequ.views.times import whens_text
from xuequ.views.wording import OPEN, OTHERS, listed, marked, value
from xuequ.views.work import Line, each, line, served


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading of the measures chapter with what stands under it; `level` 2 is （一）."""

    level: int
    number: str
    name: str
    text: str
    statements: tuple[Numbered, ...]


def loose(context: Context) -> tuple[Line, ...]:
    """The duties that stand in no measure."""
    return tuple(context.lines[duty.path] for duty in context.scheme.duties)


def passages(
    measures: Sequence[Measure], context: Context, top: tuple[Line, ...] = ()
) -> tuple[Passage, ...]:
    """A chapter; the duties at the `top` of the scheme come last, as 其他工作, or are all there is to do."""
    found = list(_walk(measures, context, 2))
    if top:
        statements = tuple(_duty(one, frozenset(), 3, n) for n, one in enumerate(top, 1))
        number = numbered(2, 1 + sum(each.level == 2 for each in found), "")
        found.append(
            Passage(
                level=2,
                number=number,
                name=OTHERS if measures else "主要工作",
                text="",
                statements=statements,
            )
        )
    return tuple(found)


def opened(chapter: Sequence[Measure]) -> Sequence[Measure]:
    """The measures of a chapter; of one alone, which would only say its heading again, those in it."""
    if len(chapter) == 1 and chapter[0].measures and not (chapter[0].duties or chapter[0].items):
        return chapter[0].measures
    return chapter


def _walk(measures: Sequence[Measure], context: Context, level: int, start: int = 1) -> Iterator[Passage]:
    """A measure, then what it contains; measures inside it are numbered on after its duties.

    Of a measure that only has appraisals the chapter on appraisals tells; it has no heading here.
    """
    told = (measure for measure in measures if not _only_appraised(measure))
    for number, measure in enumerate(told, start):
        yield Passage(
            level=level,
            number=numbered(level, number, ""),
            name=_title(measure),
            text=_measure(measure, context),
            statements=tuple(
                _duty(context.lines[duty.path], frozenset(duty.origin), level + 1, n)
                for n, duty in enumerate(measure.duties, 1)
            ),
        )
        yield from _walk(measure.measures, context, level + 1, len(measure.duties) + 1)


def _only_appraised(measure: Measure) -> bool:
    said = measure.duties or measure.items or measure.note
    inner = measure.appraisals or measure.measures
    return bool(inner) and not said and all(map(_only_appraised, measure.measures))


def _title(measure: Measure) -> str:
    """Its name; what a measure forbids or allows is what stands in it, and not what it is called."""
    inner = measure.duties or measure.measures or measure.items
    return marked(replace(measure, force=Force.MUST) if inner and measure.norm is not Norm.DUTY else measure)


def _measure(measure: Measure, context: Context) -> str:
    """What the measure says of all that is in it; a measure with nothing in it is a hole that shows."""
    own = [field for field in ("serves", "each") if field not in measure.origin]
    empty = not (measure.duties or measure.measures or measure.appraisals or measure.items)
    own_line = line(measure, context.names, (), context.scheme)
    around = ("适用于", "") if measure.norm is Norm.MUST_NOT else ("由", "分别落实")
    text = said(
        with_(each(measure, context.names, context.scheme) if "each" in own else "", *around),
        served(measure, context.names, context.scheme) if "serves" in own else "",
        *prose.clauses(replace(own_line, each="", served="", only="", content="", objects="")),
        with_(own_line.content, "主要内容包括", what="内容"),
        "不限于以下各项" if open_list(measure) == "duties" else "",
        f"具体内容{OPEN}" if empty else "",
        note=measure.note,
    )
    # What is in it has the parties and the time of the measure, and says so.
    return f"{text}{prose.parties(own_line)}" if empty else text


def _duty(line: Line, inherited: frozenset[str], level: int, number: int) -> Numbered:
    return Numbered(line.headline, prose.duty(line, inherited), numbered(level, number, ""))


def phases(context: Context) -> Iterator[Passage]:
    """The steps in order, each with what belongs to it alone."""
    for number, phase in enumerate(context.scheme.phases, 1):
        time = value(whens_text(phase.when), phase, "when")
        own = replace(line(phase, context.names, (), context.scheme), when="")
        text = said(
            with_(listed(context.names.targets(phase.does), open_list(phase) == "does"), "主要任务为"),
            "不限于以下各项" if open_list(phase) == "duties" else "",
            *prose.clauses(own),
            note=phase.note,
        )
        # Duties of its own say who does them.
        text += prose.parties(own) if phase.does or not phase.duties else ""
        yield Passage(
            level=2,
            number=numbered(2, number, ""),
            name=marked(phase) + (f"（{time}）" if time else ""),
            text=text,
            statements=tuple(
                _duty(context.lines[duty.path], frozenset(duty.origin), 3, n)
                for n, duty in enumerate(phase.duties, 1)
            ),
        )
