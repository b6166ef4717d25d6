"""How pictures look, all in one place: colours, line styles, sizes, fonts.

The hues are Okabe and Ito's, which stay apart for colour-blind readers; dashes and arrowheads tell apart
what shares a hue. Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from xuequ.resolution.plan import EdgeKind, NodeKind

INK = "#1F2D38"
MUTED = "#5C6B77"
PAPER = "#FFFFFF"
FRAME_FILL = "#F7F9FA"
FRAME_LINE = "#C3CCD3"

BLUE = "#0072B2"
SKY = "#3F97CB"
GREEN = "#00805F"
VERMILION = "#D55E00"
AMBER = "#B97A00"
PURPLE = "#A2477F"
GREY = "#7D8A94"

#: Font families by preference; what a browser or Pango does not have it passes over.
FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Heiti SC",
    "FandolHei",
    "Droid Sans Fallback",
)

TITLE_SIZE = 17.0
BOX_SIZE = 12.0
ROW_SIZE = 10.5
NOTE_SIZE = 9.5
LEGEND_SIZE = 10.5
LEADING = 1.4
PAD_X = 10.0
PAD_Y = 6.0
MARGIN = 24.0

#: Widest title of an actor, widest line of a list, in cells (a Chinese character is two).
BOX_CELLS = 20
ROW_CELLS = 40
LABEL_CELLS = 20

Dash = Literal["solid", "dashed", "dotted"]


class Stroke(NamedTuple):
    """How a relation is drawn; `heads` says at which of its ends an arrowhead sits."""

    colour: str
    dash: Dash = "solid"
    width: float = 1.3
    heads: Literal["end", "both", "none"] = "end"


class Look(NamedTuple):
    """How a kind of box is drawn."""

    fill: str
    line: str
    round: float = 0.0
    head: str = ""
    """Fill of the title's band, where the box has rows."""


LINES: Mapping[EdgeKind, Stroke] = {
    EdgeKind.ADMINISTERS: Stroke(MUTED, width=1.4),
    EdgeKind.HOSTS: Stroke(AMBER, "dotted", 1.6),
    EdgeKind.LEADS: Stroke(BLUE, width=1.6),
    EdgeKind.MEMBER_OF: Stroke(GREEN, "solid", 1.1),
    EdgeKind.MIRRORS: Stroke(VERMILION, "dashed", 1.6, "both"),
    EdgeKind.HOLDS: Stroke(BLUE, "dashed", 1.3),
    EdgeKind.APPOINTS: Stroke(PURPLE, "dashed", 1.3),
    EdgeKind.REMOVES: Stroke(VERMILION, "dotted", 1.3),
    EdgeKind.BARRED: Stroke(GREY, "dotted", 1.3),
    EdgeKind.LEAD: Stroke(BLUE, width=1.6),
    EdgeKind.RESPONSIBLE: Stroke(SKY, "dashed", 1.4),
    EdgeKind.SUPPORT: Stroke(GREEN, "solid", 1.2),
    EdgeKind.OVERSEE: Stroke(VERMILION, "dashed", 1.4),
    EdgeKind.APPROVE: Stroke(PURPLE, width=1.4),
    EdgeKind.INFORM: Stroke(AMBER, "dotted", 1.6),
    EdgeKind.MAY: Stroke(BLUE, "dotted", 1.4),
    EdgeKind.MUST_NOT: Stroke(VERMILION, "dotted", 1.8),
    EdgeKind.ASSESS: Stroke(VERMILION, width=1.6),
    EdgeKind.FOR: Stroke(GREY, width=1.2),
    EdgeKind.ASSESSES: Stroke(VERMILION, width=1.6),
    EdgeKind.REPORTS_TO: Stroke(BLUE, "dashed", 1.4),
    EdgeKind.PRODUCES: Stroke(GREEN, width=1.2),
    EdgeKind.SETS_UP: Stroke(PURPLE, width=1.2),
    EdgeKind.DISSOLVES: Stroke(VERMILION, width=1.2),
    EdgeKind.SUSPENDS: Stroke(VERMILION, "dashed", 1.2),
    EdgeKind.EXEMPTS: Stroke(GREY, "dashed", 1.2),
    EdgeKind.NEEDS: Stroke(GREY, "dashed", 1.2),
    EdgeKind.SERVES: Stroke(GREEN, "dashed", 1.2),
    EdgeKind.INTO: Stroke(PURPLE, "dotted", 1.5),
    EdgeKind.DERIVED_FROM: Stroke(GREY, "dotted", 1.3),
}

LOOKS: Mapping[NodeKind, Look] = {
    NodeKind.UNIT: Look("#DCEAF4", BLUE, head="#C5DCED"),
    NodeKind.SCHOOL: Look(PAPER, GREEN),
    NodeKind.ROLE: Look(PAPER, GREEN),
    NodeKind.ORGAN: Look("#EEF1F4", MUTED),
    NodeKind.POST: Look("#FCF3E2", AMBER, 8.0),
    NodeKind.GROUP: Look("#F7EFF4", PURPLE, 8.0),
    NodeKind.MEASURE: Look(PAPER, MUTED, head="#E4EAEF"),
    NodeKind.DUTY: Look(PAPER, GREY),
    NodeKind.APPRAISAL: Look("#FDF0E7", VERMILION, head="#FDF0E7"),
    NodeKind.OUTPUT: Look("#EAF4F0", GREEN),
    NodeKind.GOAL: Look("#EAF4F0", GREEN, 8.0),
    NodeKind.CLAUSE: Look(PAPER, GREY),
}

#: How something the scheme leaves open is drawn.
OPEN = Look(PAPER, GREY, 0.0)
