"""The page for typst: what `official.typ` goes by, made from the profile and the fonts that were found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from xuequ.writers.page import Page
from xuequ.writers.typeset.typefaces import Face, Faces


def quoted(text: str) -> str:
    """Text as a string literal of typst: nothing in it is read as markup."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain.replace(chr(10), chr(92) + "n").replace(chr(13), chr(92) + "r")}"'


def preamble(page: Page, faces: Faces, *, title: str, author: str, issued: str) -> str:
    """All that stands before the content."""
    of_document = f"title: {quoted(title)}, author: {quoted(author)}, date: {_date(issued)}"
    return f"#set document({of_document})\n{_official(page, faces)}"


@cache
def _official(page: Page, faces: Faces) -> str:
    values = "".join(f"#let {name} = {value}\n" for name, value in _values(page, faces))
    return values + files("xuequ.writers.typeset").joinpath("official.typ").read_text("utf-8")


def _values(page: Page, faces: Faces) -> Iterator[tuple[str, str]]:
    yield "paper", f"(width: {points(page.width)}, height: {points(page.height)})"
    sides = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    yield "margin", f"({', '.join(f'{side}: {points(length)}' for side, length in sides.items())})"
    unit = page.text_width / (page.text_width // page.character)
    # A hair less than what fills the page and the line, for rounding must not push the last of them over.
    yield "pitch", points(_pitch(page) - 0.02)
    yield "unit", points(unit)
    yield "closer", points(unit - page.body_size * 10 - 0.04)
    for name, size in (("body", page.body_size), ("title", page.title_size), ("number", page.number_size)):
        yield f"{name}-size", points(size * 10)
    yield "table-size", points(page.table_size * 10)
    yield "table-line", points(page.table_size * 10 * 4 / 3)
    yield "text-width", points(page.text_width)
    yield "number-gap", points(page.number_gap)
    yield "mark-top", points(page.mark_top)
    yield "red-gap", points(page.red_gap)
    yield "red-ink", 'rgb("#ff0000")'
    yield "numbers", quoted(page.numbers)
    yield "sealed", "true" if page.seal else "false"
    yield "bold-body", "true" if faces.body.bold else "false"
    yield "latin", "true" if faces.body.latin else "false"
    for name, face in faces._asdict().items():
        yield f"{name}-face", _fonts(face)


def _pitch(page: Page) -> float:
    """The pitch that fills the page, where the profile's is that one rounded to twips."""
    height = page.height - page.top - page.bottom
    full = height / (height // page.line_pitch)
    return full if full - page.line_pitch < 1 else page.line_pitch


def points(twips: float) -> str:
    """A length for typst."""
    return f"{twips / 20:.4f}pt"


def _fonts(face: Face) -> str:
    latin = f'(name: {quoted(face.latin)}, covers: "latin-in-cjk"), ' if face.latin else ""
    return f"({latin}{''.join(f'{quoted(name)}, ' for name in face.chinese)})"


def _date(issued: str) -> str:
    if not issued:
        return "none"
    day = date.fromisoformat(issued)
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
