"""A scene as PNG: Graphviz paints it, through Cairo and Pango, from its own drawing language (xdot).

The scene is handed over as the background of an empty graph, so what is painted is exactly what the SVG
holds, stroke for stroke.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.pictures.card import Text
from xuequ.pictures.graphviz import engrave
from xuequ.pictures.layout import Point
from xuequ.pictures.shapes import Head, Item, Path, Rect, Scene, Shape

_POINTS = 72.0
#: Cairo's image surfaces end at 32,767 pixels a side.
_LONGEST = 32_000.0
_SHARP = 144.0
#: How far a quarter circle's control points lie from its ends, as a part of the radius.
_ARC = 0.5523


def png(scene: Scene, font: str) -> bytes:
    """The picture at 144 dots an inch, coarser only where it would be too large to paint."""
    dots = min(_SHARP, _LONGEST * _POINTS / max(scene.width, scene.height))
    ops = " + ".join(_quoted(f"{op} ") for item in scene.items for op in _item(item, scene.height, font))
    width, height = scene.width, scene.height
    canvas = (
        f'pos="{width / 2:.2f},{height / 2:.2f}", width={width / _POINTS:.4f}, height={height / _POINTS:.4f}'
    )
    drawing = (
        f'digraph xuequ {{ graph [bb="0,0,{width:.2f},{height:.2f}", dpi={dots:.2f}, pad=0, margin=0, '
        f"bgcolor=white, _background={ops}]; "
        f'canvas [{canvas}, shape=box, style=invis, fixedsize=true, label=""]; }}'
    )
    return engrave(drawing, "nop2", "png")


def _quoted(op: str) -> str:
    """One operation as a DOT string of its own, as DOT's reader takes no string over 16 kB."""
    return '"' + op.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _item(item: Item, height: float, font: str) -> Iterator[str]:
    for shape in item.shapes:
        yield from _ops(_flipped(shape, height), font)


def _flipped(shape: Shape, height: float) -> Shape:
    """The shape with y upwards, as xdot wants it."""
    match shape:
        case Rect():
            return shape._replace(y=height - shape.y - shape.height)
        case Path():
            return shape._replace(points=tuple(Point(x, height - y) for x, y in shape.points))
        case Head():
            a, b, c = (Point(x, height - y) for x, y in shape.points)
            return shape._replace(points=(a, b, c))
        case Text():
            return shape._replace(y=height - shape.y)


def _ops(shape: Shape, font: str) -> Iterator[str]:
    match shape:
        case Rect():
            yield from _pen(shape.line, shape.stroke, shape.dash)
            yield f"C {_counted(shape.fill)}"
            yield _rounded(shape) if shape.round else f"P {_listed(_corners(shape))}"
        case Path():
            yield from _pen(shape.colour, shape.stroke, shape.dash)
            yield f"B {_listed(shape.points)}"
        case Head():
            yield from _pen(shape.colour, 0.5, "solid")
            yield f"C {_counted(shape.colour)} P {_listed(shape.points)}"
        case Text():
            yield f"c {_counted(shape.colour)} t {int(shape.bold)} F {shape.size:.2f} {_counted(font)}"
            side = 0 if shape.anchor == "middle" else -1
            yield f"T {shape.x:.2f} {shape.y:.2f} {side} 0 {_counted(shape.text)}"


def _pen(colour: str, stroke: float, dash: str) -> Iterator[str]:
    yield f"c {_counted(colour)} S {_counted(dash)} S {_counted(f'setlinewidth({stroke:g})')}"


def _counted(text: str) -> str:
    return f"{len(text.encode())} -{text}"


def _listed(points: Iterable[Point]) -> str:
    pairs = [f"{point.x:.2f} {point.y:.2f}" for point in points]
    return f"{len(pairs)} {' '.join(pairs)}"


def _corners(rect: Rect) -> tuple[Point, ...]:
    right, top = rect.x + rect.width, rect.y + rect.height
    return (Point(rect.x, rect.y), Point(right, rect.y), Point(right, top), Point(rect.x, top))


def _rounded(rect: Rect) -> str:
    """A closed spline: four sides, and a quarter circle at each corner."""
    corners = _corners(rect)
    points: list[Point] = []
    for n, corner in enumerate(corners):
        before, after = corners[n - 1], corners[(n + 1) % 4]
        enter, leave = _toward(corner, before, rect.round), _toward(corner, after, rect.round)
        if points:
            points += [points[-1], enter, enter]
        else:
            points.append(enter)
        bend = rect.round * (1 - _ARC)
        points += [_toward(corner, before, bend), _toward(corner, after, bend), leave]
    points += [points[-1], points[0], points[0]]
    return f"b {_listed(points)}"


def _toward(start: Point, goal: Point, distance: float) -> Point:
    length = abs(goal.x - start.x) + abs(goal.y - start.y) or 1.0
    share = distance / length
    return Point(start.x + (goal.x - start.x) * share, start.y + (goal.y - start.y) * share)
