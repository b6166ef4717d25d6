"""Drawings of the graph: what to show, how it looks, and the formats it is written in."""

from xuequ.pictures.drawing import Drawing, Format, draw
from xuequ.pictures.sketch import View

__all__ = ["Drawing", "Format", "View", "draw"]
