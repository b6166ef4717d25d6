"""The page of an official document: the numbers of GB/T 9704-2012, in the units Word wants.

A locality's own habits are another `Page`; the national values are the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: Twips in a millimetre.
MILLIMETRE = 1440 / 25.4


class Numbers(StrEnum):
    """Where page numbers stand: on the outer edge, as the standard has it, or in the middle."""

    OUTER = "outer"
    CENTRE = "centre"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Lengths in twips unless said otherwise; sizes of type in half-points, as Word counts them.

    Each font is a list by falling preference: the first is named in the text, the others are told to Word as
    what to use where it is missing.
    """

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
    numbers: Numbers = Numbers.OUTER
    number_gap: int = 397
    """From the text block down to the page number: 7 mm."""
    mark_top: int = 1984
    """From the top of the text block to the top of the issuer's mark: 35 mm."""
    red_gap: int = 227
    """From the number of the document to the red line: 4 mm."""
    seal: bool = True
    """Whether a seal is put on it: the signature then stands centred on its date."""
    body_fonts: tuple[str, ...] = ("仿宋_GB2312", "仿宋", "FangSong")
    title_fonts: tuple[str, ...] = ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "宋体")
    first_fonts: tuple[str, ...] = ("黑体", "SimHei", "微软雅黑")
    second_fonts: tuple[str, ...] = ("楷体_GB2312", "楷体", "KaiTi")
    digit_fonts: tuple[str, ...] = ("宋体", "SimSun", "Songti SC")
    latin_fonts: tuple[str, ...] = ("Times New Roman", "Liberation Serif")
    body_size: int = 32
    title_size: int = 44
    mark_size: int = 104
    """The issuer's mark at most; a long one is set smaller, so that it stays on its line."""
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

    @property
    def character(self) -> int:
        """Width of a character of the body with what it gives up."""
        return self.body_size * 10 + self.closer

    @property
    def body(self) -> str:
        """The font of the body and of headings from the third level."""
        return self.body_fonts[0]

    @property
    def title(self) -> str:
        """The font of the title and of the issuer's mark."""
        return self.title_fonts[0]

    @property
    def first(self) -> str:
        """The font of headings of the first level and of heads of tables."""
        return self.first_fonts[0]

    @property
    def second(self) -> str:
        """The font of headings of the second level."""
        return self.second_fonts[0]

    @property
    def digits(self) -> str:
        """The font of page numbers."""
        return self.digit_fonts[0]

    @property
    def latin(self) -> str:
        """The font of letters and digits in the text."""
        return self.latin_fonts[0]


NATIONAL = Page()
