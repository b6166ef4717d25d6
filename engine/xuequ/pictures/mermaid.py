"""A sketch as a Mermaid flowchart, for Markdown pages that draw it themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from xuequ.pictures import style
from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Arrangement, Arrow, Box, Mark, Sketch
from xuequ.pictures.words import EDGES, MARKS, VIEWS, Lang
from xuequ.resolution.plan import NodeKind

_STROKES: Mapping[str, str] = {"dashed": ",stroke-dasharray:6 4", "dotted": ",stroke-dasharray:2 3"}
_SHAPES: Mapping[NodeKind, tuple[str, str]] = {
    NodeKind.POST: ("(", ")"),
    NodeKind.GROUP: ("(", ")"),
    NodeKind.GOAL: ("(", ")"),
}
_ESCAPED = frozenset('"#&<>`\\|[](){};%*_~')


def mermaid(sketch: Sketch, lang: Lang) -> str:
    """The text of the chart: arrows carry their kind in words, as Mermaid has no legend."""
    return "\n".join(_lines(sketch, lang)) + "\n"


def escaped(text: str) -> str:
    """A text inside a quoted Mermaid label: whatever Mermaid or HTML could read becomes a numeric entity."""
    return "".join(f"#{ord(c)};" if c in _ESCAPED else c for c in printable(text))


def _lines(sketch: Sketch, lang: Lang) -> Iterator[str]:
    names = {box.id: f"n{place}" for place, box in enumerate(sketch.boxes)}
    frames = {frame.id: f"f{place}" for place, frame in enumerate(sketch.frames)}
    yield "---"
    yield f'title: "{_title(sketch, lang)}"'
    yield "---"
    yield f"flowchart {'TB' if sketch.arrangement is Arrangement.DOWN else 'LR'}"
    for box in sketch.boxes:
        if not box.frame:
            yield f"  {_box(box, names[box.id], lang)}"
    yield from _frames(sketch, names, frames, "", lang)
    for place, arrow in enumerate(sketch.arrows):
        yield f"  {_arrow(arrow, names, lang)}"
        look = style.LINES[arrow.kind]
        stroke = f"stroke:{look.colour},stroke-width:{look.width:g}px{_STROKES.get(look.dash, '')}"
        yield f"  linkStyle {place} {stroke}"
    yield from _classes(sketch)


def _title(sketch: Sketch, lang: Lang) -> str:
    """The title is YAML, not a label: only quotes and backslashes matter."""
    text = f"{printable(sketch.title)} {VIEWS[lang][sketch.view]}"
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _frames(
    sketch: Sketch, names: Mapping[str, str], frames: Mapping[str, str], parent: str, lang: Lang
) -> Iterator[str]:
    for frame in sketch.frames:
        if frame.parent == parent:
            yield f'  subgraph {frames[frame.id]} ["{escaped(frame.title) or " "}"]'
            for box in sketch.boxes:
                if box.frame == frame.id:
                    yield f"    {_box(box, names[box.id], lang)}"
            yield from _frames(sketch, names, frames, frame.id, lang)
            yield "  end"


def _box(box: Box, name: str, lang: Lang) -> str:
    lines = [escaped(box.title), *([escaped(box.note)] if box.note else [])]
    lines += [_marks(box.marks, lang).strip()] if box.marks else []
    lines += [f"· {escaped(row.text)}{_marks(row.marks, lang)}" for row in box.rows]
    left, right = _SHAPES.get(box.kind, ("[", "]"))
    return f'{name}{left}"{"<br/>".join(lines)}"{right}:::{box.kind if box.known else "unknown"}'


def _marks(marks: Iterable[Mark], lang: Lang) -> str:
    return "".join(f" {MARKS[lang][mark.kind]} {escaped(mark.text)}" for mark in marks)


def _arrow(arrow: Arrow, names: Mapping[str, str], lang: Lang) -> str:
    look = style.LINES[arrow.kind]
    word = escaped(f"{EDGES[lang][arrow.kind]} {arrow.label}".strip())
    tail, head = names[arrow.source], names[arrow.target]
    shaft = {"end": "-->", "both": "<-->", "none": "---"}[look.heads]
    return f'{tail} {shaft}|"{word}"| {head}'


def _classes(sketch: Sketch) -> Iterator[str]:
    for kind in sketch.box_kinds:
        look = style.LOOKS[kind]
        yield f"  classDef {kind} fill:{look.fill},stroke:{look.line},color:{style.INK}"
    if any(not box.known for box in sketch.boxes):
        look = style.OPEN
        colours = f"fill:{look.fill},stroke:{look.line},color:{style.MUTED}"
        yield f"  classDef unknown {colours},stroke-dasharray:4 3"
