"""A scene as SVG: one self-contained file, no script, no style sheet, no font of its own."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from xuequ.pictures import style
from xuequ.pictures.card import Text
from xuequ.pictures.layout import Point
from xuequ.pictures.shapes import Head, Item, Path, Rect, Scene, Shape

_DASHES: dict[str, str] = {"dashed": "6 3.5", "dotted": "1.5 3"}


def svg(scene: Scene) -> str:
    """The text of the file; lengths are points with at most two decimals."""
    return "\n".join(_lines(scene)) + "\n"


def _lines(scene: Scene) -> Iterator[str]:
    size = f"{_number(scene.width)} {_number(scene.height)}"
    families = ", ".join(f"'{font}'" for font in style.FONTS)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" '
        f'width="{_number(scene.width)}" height="{_number(scene.height)}" role="img" '
        f'font-family="{families}, sans-serif">'
    )
    yield f"<title>{escape(scene.title)}</title>"
    yield f'<rect width="100%" height="100%" fill="{style.PAPER}"/>'
    for item in scene.items:
        yield from _item(item)
    yield "</svg>"


def _item(item: Item) -> Iterator[str]:
    yield f"<g class={quoteattr(item.sort)}>"
    if item.title:
        yield f"<title>{escape(item.title)}</title>"
    for shape in item.shapes:
        yield _shape(shape)
    yield "</g>"


def _shape(shape: Shape) -> str:
    match shape:
        case Rect():
            return _rect(shape)
        case Path():
            return _path(shape)
        case Head():
            corners = " ".join(_pair(point) for point in shape.points)
            return f'<polygon points="{corners}" fill="{shape.colour}"/>'
        case Text():
            return _text(shape)


def _rect(shape: Rect) -> str:
    numbers = [f'{name}="{_number(getattr(shape, name))}"' for name in ("x", "y", "width", "height")]
    corner = f' rx="{_number(shape.round)}"' if shape.round else ""
    return (
        f'<rect {" ".join(numbers)}{corner} fill="{shape.fill}" stroke="{shape.line}" '
        f'stroke-width="{_number(shape.stroke)}"{_dash(shape.dash)}/>'
    )


def _path(shape: Path) -> str:
    first, *rest = (_pair(point) for point in shape.points)
    return (
        f'<path d="M{first} C{" ".join(rest)}" fill="none" stroke="{shape.colour}" '
        f'stroke-width="{_number(shape.stroke)}"{_dash(shape.dash)}/>'
    )


def _text(shape: Text) -> str:
    middle = ' text-anchor="middle"' if shape.anchor == "middle" else ""
    bold = ' font-weight="bold"' if shape.bold else ""
    return (
        f'<text x="{_number(shape.x)}" y="{_number(shape.y)}" font-size="{_number(shape.size)}" '
        f'fill="{shape.colour}"{middle}{bold}>{escape(shape.text)}</text>'
    )


def _dash(dash: str) -> str:
    return f' stroke-dasharray="{_DASHES[dash]}"' if dash in _DASHES else ""


def _pair(point: Point) -> str:
    return f"{_number(point.x)},{_number(point.y)}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
