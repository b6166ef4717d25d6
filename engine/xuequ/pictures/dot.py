"""A sketch as Graphviz DOT.

With words it is what `--to dot` gives: arrows carry their kind in words, as DOT has no legend. Without words
it holds only sizes, so that Graphviz lays the picture out without asking any font, and the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xuequ.pictures import style
from xuequ.pictures.card import Card
from xuequ.pictures.measure import printable, width, wrap
from xuequ.pictures.ordering import ordering
from xuequ.pictures.sketch import Arrangement, Arrow, Box, Flow, Frame, Sketch
from xuequ.pictures.words import EDGES, VIEWS, Lang

_POINTS = 72.0


def dot(sketch: Sketch, cards: Mapping[str, Card], lang: Lang) -> str:
    """The picture as a DOT file for people and other programs, titles and colours included."""
    return "\n".join(_lines(sketch, cards, lang, words=True)) + "\n"


def bare(sketch: Sketch, cards: Mapping[str, Card], lang: Lang) -> str:
    """The picture as sizes only: each edge's id is its place among the sketch's arrows."""
    return "\n".join(_lines(sketch, cards, lang, words=False)) + "\n"


def quoted(text: str) -> str:
    """A DOT string. A backslash is doubled because DOT reads escapes in labels."""
    inner = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def frame_name(place: int) -> str:
    """What the frame at a place among the sketch's frames is called in DOT."""
    return f"cluster_{place}"


def box_name(place: int) -> str:
    """What the box at a place among the sketch's boxes is called in the layout."""
    return f"b{place}"


def label_size(label: str) -> tuple[float, float]:
    """Width and height of an arrow's label."""
    lines = wrap(label, style.LABEL_CELLS)
    across = max(width(line, style.NOTE_SIZE) for line in lines)
    return across + 6.0, len(lines) * style.NOTE_SIZE * style.LEADING + 4.0


def _lines(sketch: Sketch, cards: Mapping[str, Card], lang: Lang, *, words: bool) -> Iterator[str]:
    names = {box.id: quoted(box.id) if words else box_name(place) for place, box in enumerate(sketch.boxes)}
    yield "digraph xuequ {"
    yield from _settings(sketch, lang, words=words)
    for box in sketch.boxes:
        if not box.frame:
            yield f"  {names[box.id]} [{_box(box, cards[box.id], words=words)}];"
    yield from _frames(sketch, cards, names, "", words=words)
    for place, arrow in enumerate(sketch.arrows):
        yield _arrow(arrow, place, names, lang, words=words)
    if sketch.frames:
        yield from ordering(sketch, names)
    yield "}"


def _settings(sketch: Sketch, lang: Lang, *, words: bool) -> Iterator[str]:
    across = sketch.arrangement is not Arrangement.DOWN
    gap, rank = ("0.3", "0.55")
    if across:
        gap, rank = ("0.2", "0.8") if sketch.frames else ("0.3", "1.3")
    yield f"  graph [rankdir={'LR' if across else 'TB'}, nodesep={gap}, ranksep={rank}, newrank=true];"
    yield '  node [shape=box, fixedsize=true, label=""];'
    yield "  edge [arrowsize=0.75];"
    if words:
        fonts = quoted(",".join(style.FONTS))
        title = quoted(f"{sketch.title} {VIEWS[lang][sketch.view]}")
        yield f"  graph [fontname={fonts}, label={title}, labelloc=t, fontsize={style.TITLE_SIZE:g}];"
        yield f"  node [fontname={fonts}, fontsize={style.BOX_SIZE:g}, style=filled];"
        yield f"  edge [fontname={fonts}, fontsize={style.NOTE_SIZE:g}];"


def _frames(
    sketch: Sketch, cards: Mapping[str, Card], names: Mapping[str, str], parent: str, *, words: bool
) -> Iterator[str]:
    for place, frame in enumerate(sketch.frames):
        if frame.parent == parent:
            yield f"  subgraph {frame_name(place)} {{"
            yield f"    graph [{_frame(frame, words=words)}];"
            for box in sketch.boxes:
                if box.frame == frame.id:
                    yield f"    {names[box.id]} [{_box(box, cards[box.id], words=words)}];"
            yield from _frames(sketch, cards, names, frame.id, words=words)
            yield "  }"


def _frame(frame: Frame, *, words: bool) -> str:
    if words:
        colours = f'color="{style.FRAME_LINE}", bgcolor="{style.FRAME_FILL}"'
        return f"label={quoted(frame.title)}, labeljust=l, margin=14, {colours}"
    size = (width(frame.title, style.BOX_SIZE) + 8, style.BOX_SIZE * style.LEADING) if frame.title else None
    return f"label={_space(*size) if size else quoted('')}, labeljust=l, margin=14"


def _space(across: float, down: float) -> str:
    """A label of a given size with nothing in it."""
    return (
        f'<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="{across:.0f}" HEIGHT="{down:.0f}">'
        "<TR><TD></TD></TR></TABLE>>"
    )


def _box(box: Box, card: Card, *, words: bool) -> str:
    size = f"width={card.width / _POINTS:.3f}, height={card.height / _POINTS:.3f}"
    if not words:
        return size
    look = style.LOOKS[box.kind] if box.known else style.OPEN
    return f'label={_label(box, card)}, {size}, fillcolor="{look.fill}", color="{look.line}"'


def _label(box: Box, card: Card) -> str:
    """The lines of a card: centred under one another, or flush left where it is a list."""
    lines: dict[float, str] = {}
    for text in card.texts:
        lines[text.y] = f"{lines[text.y]} {text.text}" if text.y in lines else text.text
    end = "\\l" if box.rows else "\\n"
    inner = [quoted(line)[1:-1] for line in lines.values()]
    return '"' + (end.join(inner) + (end if box.rows else "")) + '"'


def _arrow(arrow: Arrow, place: int, names: Mapping[str, str], lang: Lang, *, words: bool) -> str:
    back = arrow.flow is Flow.BACK
    tail, head = (arrow.target, arrow.source) if back else (arrow.source, arrow.target)
    line = style.LINES[arrow.kind]
    direction = {"none": "none", "both": "both", "end": "back" if back else "forward"}[line.heads]
    attributes = [f"dir={direction}"]
    if arrow.flow is Flow.ASIDE:
        attributes.append("constraint=false")
    if words:
        attributes += [f'color="{line.colour}"', f"style={line.dash}", f"penwidth={line.width:g}"]
        attributes.append(f"label={quoted(f'{EDGES[lang][arrow.kind]} {arrow.label}')}")
    else:
        attributes.append(f"id={place}")
        attributes += [f"label={_space(*label_size(arrow.label))}"] if arrow.label else []
    return f"  {names[tail]} -> {names[head]} [{', '.join(attributes)}];"
