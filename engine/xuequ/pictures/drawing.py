"""The front of this room: a plan, a view and a format in, the bytes of a file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Place
from xuequ.pictures.appraisal import appraisal
from xuequ.pictures.card import card
from xuequ.pictures.columns import columns
from xuequ.pictures.dot import dot
from xuequ.pictures.exchange import graphml, node_link
from xuequ.pictures.fonts import chinese_font
from xuequ.pictures.graphviz import GraphvizFailed
from xuequ.pictures.grid import grid, loose
from xuequ.pictures.layout import layout
from xuequ.pictures.measure import printable
from xuequ.pictures.mermaid import mermaid
from xuequ.pictures.organisation import organisation
from xuequ.pictures.png import png
from xuequ.pictures.responsibility import responsibility
from xuequ.pictures.scene import scene
from xuequ.pictures.shapes import Scene
from xuequ.pictures.sketch import Arrangement, Sketch, View
from xuequ.pictures.svg import svg
from xuequ.pictures.words import Lang
from xuequ.pictures.zones import zones
from xuequ.resolution.plan import Plan


class Format(StrEnum):
    """What a drawing is written as; the value is the file's ending, but for Mermaid's `mmd`."""

    SVG = "svg"
    PNG = "png"
    DOT = "dot"
    MERMAID = "mermaid"
    GRAPHML = "graphml"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A file to write, or, where it could not be drawn as asked, no content and a finding that says why."""

    content: bytes
    findings: tuple[Finding, ...] = ()


VIEWS: Mapping[View, Callable[[Plan, Lang], Sketch]] = {
    View.ORGANISATION: organisation,
    View.RESPONSIBILITY: responsibility,
    View.APPRAISAL: appraisal,
    View.ZONES: zones,
}


def draw(plan: Plan, view: View | None, to: Format, lang: Lang = "zh") -> Drawing:
    """Draw one view of a plan.

    GraphML and JSON hold the nodes and edges of the view, or of the whole graph where `view` is None; the
    other formats show the organisation then. `lang` is the language of the legend and the view's title;
    everything else is in the words of the scheme. Raises Failure if Graphviz cannot lay the picture out.
    """
    match to:
        case Format.JSON:
            return Drawing(content=node_link(plan, view).encode())
        case Format.GRAPHML:
            return Drawing(content=graphml(plan, view))
        case _:
            return _drawn(plan, VIEWS[view or View.ORGANISATION](plan, lang), to, lang)


def _drawn(plan: Plan, sketch: Sketch, to: Format, lang: Lang) -> Drawing:
    match to:
        case Format.MERMAID:
            return Drawing(content=mermaid(sketch, lang).encode())
        case Format.DOT:
            cards = {box.id: card(box, lang) for box in sketch.boxes}
            return Drawing(content=dot(sketch, cards, lang).encode())
        case Format.SVG:
            return Drawing(content=svg(_scene(plan, sketch, lang)).encode())
        case _:
            return _painted(plan, sketch, lang)


def _scene(plan: Plan, sketch: Sketch, lang: Lang) -> Scene:
    cards = {box.id: card(box, lang) for box in sketch.boxes}
    around = sketch.arrangement is Arrangement.AROUND
    try:
        placed = columns(sketch, cards) if around else layout(loose(sketch), cards, lang)
    except GraphvizFailed as failed:
        raise _failure(plan, failed) from failed
    return scene(sketch, cards, grid(sketch, cards, placed), lang)


def _painted(plan: Plan, sketch: Sketch, lang: Lang) -> Drawing:
    """A PNG; without a Chinese font it would show boxes for characters, so there is none."""
    font = chinese_font()
    if font is None:
        return Drawing(content=b"", findings=(finding("DOC001", Place(file=plan.composed.file)),))
    finished = _scene(plan, sketch, lang)
    try:
        return Drawing(content=png(finished, font))
    except GraphvizFailed as failed:
        raise _failure(plan, failed) from failed


def _failure(plan: Plan, failed: GraphvizFailed) -> Failure:
    place = Place(file=plan.composed.file)
    return Failure(finding("DOC002", place, complaint=printable(failed.complaint)))
