"""What a picture shows, before anybody asks how it looks: boxes, arrows between them, frames around them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xuequ.resolution.plan import EdgeKind, NodeKind


class View(StrEnum):
    """What a picture is about."""

    ORGANISATION = "organisation"
    RESPONSIBILITY = "responsibility"
    APPRAISAL = "appraisal"
    ZONES = "zones"


class Flow(StrEnum):
    """Where an arrow's target goes: after its source, before it, or wherever there is room."""

    FORWARD = "forward"
    BACK = "back"
    ASIDE = "aside"


class Arrangement(StrEnum):
    """How a picture is laid out: downwards, from left to right, or lists on both sides of the actors."""

    DOWN = "down"
    ACROSS = "across"
    AROUND = "around"


class Mark(NamedTuple):
    """Somebody's part in one row of a box; not `known` where the scheme leaves open whose it is."""

    kind: EdgeKind
    text: str
    known: bool = True


class CardRow(NamedTuple):
    """One line item of a box: a duty of a measure, with the parts that only it has."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One thing in the picture.

    `note` is printed small under the title, and so are the `marks`, the parts that hold for all rows. A box that
    is not `known` stands for something the scheme leaves open. `frame` is the id of the frame it stands in, empty
    for none.
    """

    id: str
    kind: NodeKind
    title: str
    note: str = ""
    marks: tuple[Mark, ...] = ()
    rows: tuple[CardRow, ...] = ()
    frame: str = ""
    strong: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A border around boxes that belong together; the title may be empty where a box says it.

    A frame stands inside its `parent` and, in a picture from top to bottom, below the frame it is `after`. One that
    stands `apart` is beneath everything else; its boxes are cards that no arrow ties.
    """

    id: str
    title: str = ""
    parent: str = ""
    after: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One relation between two boxes."""

    kind: EdgeKind
    source: str
    target: str
    label: str = ""
    flow: Flow = Flow.FORWARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A whole picture; the boxes named in `abreast` stand at one height."""

    view: View
    title: str
    arrangement: Arrangement = Arrangement.DOWN
    boxes: tuple[Box, ...]
    frames: tuple[Frame, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    abreast: tuple[str, ...] = ()

    @property
    def edge_kinds(self) -> tuple[EdgeKind, ...]:
        """The kinds of relation drawn, in the order of `EdgeKind`; marks in rows count."""
        drawn = {arrow.kind for arrow in self.arrows}
        drawn |= {mark.kind for box in self.boxes for mark in box.marks}
        drawn |= {mark.kind for box in self.boxes for row in box.rows for mark in row.marks}
        return tuple(kind for kind in EdgeKind if kind in drawn)

    @property
    def box_kinds(self) -> tuple[NodeKind, ...]:
        """The kinds of box drawn, in the order of `NodeKind`."""
        drawn = {box.kind for box in self.boxes if box.known}
        return tuple(kind for kind in NodeKind if kind in drawn)
