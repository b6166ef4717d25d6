"""A laid-out sketch as shapes: what both the SVG and the PNG are written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xuequ.pictures import style
from xuequ.pictures.card import Card, Text
from xuequ.pictures.dot import label_size
from xuequ.pictures.layout import Area, Curve, Layout, Point
from xuequ.pictures.legend import legend
from xuequ.pictures.measure import width, wrap
from xuequ.pictures.shapes import Head, Item, Path, Rect, Scene, Shape, head
from xuequ.pictures.sketch import Arrow, Box, Sketch
from xuequ.pictures.words import EDGES, NOTHING, VIEWS, Lang

#: No picture is narrower, so that its title and its legend have room.
_NARROWEST = 560.0


def scene(sketch: Sketch, cards: Mapping[str, Card], placed: Layout, lang: Lang) -> Scene:
    """Title, legend, frames, arrows, boxes, from top to bottom and from back to front."""
    room = max(placed.width, _NARROWEST)
    top, down = _heading(sketch, lang, room)
    left = style.MARGIN + (room - placed.width) / 2
    moved = _moved(placed, left, down)
    names = {box.id: box.title for box in sketch.boxes}
    return Scene(
        title=f"{sketch.title} {VIEWS[lang][sketch.view]}",
        width=room + 2 * style.MARGIN,
        height=down + placed.height + style.MARGIN,
        items=(
            *top,
            *_frames(sketch, moved),
            *(
                _arrow(arrow, curve, names, lang)
                for arrow, curve in zip(sketch.arrows, moved.curves, strict=True)
            ),
            *(_box(box, cards[box.id], moved.boxes[box.id]) for box in sketch.boxes),
            *_labels(sketch, moved),
            *_nothing(sketch, lang, Point(style.MARGIN, down)),
        ),
    )


def _heading(sketch: Sketch, lang: Lang, room: float) -> tuple[tuple[Item, ...], float]:
    """Title and legend, and where the drawing begins below them."""
    down = style.MARGIN
    lines: list[Shape] = []
    limit = int(room / style.TITLE_SIZE * 2)
    for text in (*wrap(sketch.title, limit), VIEWS[lang][sketch.view]):
        size = style.TITLE_SIZE if text != VIEWS[lang][sketch.view] else style.BOX_SIZE
        colour, bold = (style.INK, True) if size == style.TITLE_SIZE else (style.MUTED, False)
        lines.append(Text(style.MARGIN, down + size, text, size, colour, bold=bold))
        down += size * style.LEADING
    key = legend(sketch, lang, Point(style.MARGIN, down + 16.0), room)
    return (Item("title", "", tuple(lines)), key.item), down + key.height + 24.0


def _moved(placed: Layout, dx: float, dy: float) -> Layout:
    def point(at: Point) -> Point:
        return Point(at.x + dx, at.y + dy)

    def area(at: Area) -> Area:
        return at._replace(x=at.x + dx, y=at.y + dy)

    def curve(at: Curve) -> Curve:
        start, end, label = (point(tip) if tip else None for tip in (at.start, at.end, at.label))
        return Curve(tuple(map(point, at.points)), start, end, label)

    return Layout(
        width=placed.width,
        height=placed.height,
        boxes={name: area(at) for name, at in placed.boxes.items()},
        frames=tuple((name, area(at)) for name, at in placed.frames),
        curves=tuple(map(curve, placed.curves)),
    )


def _frames(sketch: Sketch, placed: Layout) -> Iterator[Item]:
    titles = {frame.id: frame.title for frame in sketch.frames}
    for name, at in placed.frames:
        shapes: list[Shape] = [Rect(*at, style.FRAME_FILL, style.FRAME_LINE, round=6.0)]
        if titles[name]:
            corner = Point(at.x + 12, at.y + 18)
            shapes.append(Text(*corner, titles[name], style.BOX_SIZE, style.MUTED, bold=True))
        yield Item("frame", titles[name], tuple(shapes))


def _arrow(arrow: Arrow, curve: Curve, names: Mapping[str, str], lang: Lang) -> Item:
    look = style.LINES[arrow.kind]
    shapes: list[Path | Head] = [Path(curve.points, look.colour, look.width, look.dash)]
    if curve.end:
        shapes.append(head(curve.points[-1], curve.end, look.colour))
    if curve.start:
        shapes.append(head(curve.points[0], curve.start, look.colour))
    title = f"{names[arrow.source]} → {names[arrow.target]}: {EDGES[lang][arrow.kind]}"
    return Item(f"arrow {arrow.kind}", title, tuple(shapes))


def _box(box: Box, card: Card, at: Area) -> Item:
    look = style.LOOKS[box.kind] if box.known else style.OPEN
    stroke = 1.8 if box.strong else 1.0
    dash: style.Dash = "solid" if box.known else "dashed"
    shapes: list[Shape] = [Rect(*at, look.fill, look.line, stroke, dash, look.round)]
    if card.band and look.head:
        shapes.append(Rect(at.x, at.y, at.width, card.band, look.head, look.line))
    shapes += [text._replace(x=at.x + text.x, y=at.y + text.y) for text in card.texts]
    return Item(f"box {box.kind}", box.title, tuple(shapes))


def _nothing(sketch: Sketch, lang: Lang, at: Point) -> Iterator[Item]:
    """What stands in place of an empty picture."""
    if not sketch.boxes:
        text = Text(at.x, at.y, NOTHING[lang], style.BOX_SIZE, style.MUTED)
        yield Item("nothing", "", (text,))


def _labels(sketch: Sketch, placed: Layout) -> Iterator[Item]:
    """Labels of arrows, on a little paper of their own so that no line runs through them."""
    for arrow, curve in zip(sketch.arrows, placed.curves, strict=True):
        if not arrow.label or curve.label is None:
            continue
        across, down = label_size(arrow.label)
        corner = Point(curve.label.x - across / 2, curve.label.y - down / 2)
        shapes: list[Shape] = [Rect(*corner, across, down, style.PAPER, style.PAPER)]
        for n, text in enumerate(wrap(arrow.label, style.LABEL_CELLS)):
            middle = corner.x + (across - width(text, style.NOTE_SIZE)) / 2
            base = corner.y + 2 + style.NOTE_SIZE * (style.LEADING * n + 1.06)
            shapes.append(Text(middle, base, text, style.NOTE_SIZE, style.LINES[arrow.kind].colour))
        yield Item("label", arrow.label, tuple(shapes))
