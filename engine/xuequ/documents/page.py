"""The page of an official document: the numbers of GB/T 9704-2012, in the units Word wants.

A locality's own habits are another `Page`; the national values are the default.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Twips in a millimetre and in a point.
MILLIMETRE = 1440 / 25.4
POINT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Lengths in twips unless said otherwise; sizes of type in half-points, as Word counts them."""

    width: int = 11906
    height: int = 16838
    top: int = 2098
    bottom: int = 1984
    left: int = 1587
    right: int = 1474
    line_pitch: int = 579
    """22 lines to the 225 mm of the text block: 28.99 pt rounded down, for 22 × 580 is 4 twips too high."""
    character_space: int = 0
    """What the grid adds to each character, in 1/4096 pt. LibreOffice gives every character that is wider than
    a cell of the grid two cells, so 28 a line are not had by a narrower grid (−848) but by closer characters."""
    closer: int = -5
    """What each character of the body gives up: 16 pt − 0.25 pt is 28 characters to the line of 156 mm."""
    footer: int = 1219
    """From the lower edge of the paper to the page number, whose top is 7 mm below the text block."""
    body: str = "仿宋_GB2312"
    title: str = "方正小标宋简体"
    first: str = "黑体"
    second: str = "楷体_GB2312"
    digits: str = "宋体"
    latin: str = "Times New Roman"
    body_size: int = 32
    title_size: int = 44
    table_size: int = 24
    number_size: int = 28

    @property
    def text_width(self) -> int:
        """Width of the text block of an upright page."""
        return self.width - self.left - self.right

    @property
    def text_width_landscape(self) -> int:
        """Width of the text block of a page on its side: what is the height upright."""
        return self.height - self.top - self.bottom


NATIONAL = Page()
