"""Which fonts of this machine stand for those an official document names.

Every kind of type has a list, best first. All that are there are handed to the typesetter, which takes a
character the first one lacks from the next: fonts of 6,763 characters do not have 喆 or 堃.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xuequ.writers.page import Page

#: What any Chinese text can be set in, whatever kind of type was wanted.
_GENERAL = (
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "思源宋体",
    "AR PL UMing CN",
    "Noto Serif CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "思源黑体",
    "Noto Sans CJK JP",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
_FANGSONG = (
    "仿宋_GB2312",
    "FangSong_GB2312",
    "仿宋",
    "FangSong",
    "华文仿宋",
    "STFangsong",
    "方正仿宋_GBK",
    "FZFangSong-Z02",
    "朱雀仿宋",
    "Zhuque Fangsong (technical preview)",
    "FandolFang R",
    "FandolFang",
)
_KAI = (
    "楷体_GB2312",
    "KaiTi_GB2312",
    "楷体",
    "KaiTi",
    "华文楷体",
    "STKaiti",
    "Kaiti SC",
    "方正楷体_GBK",
    "FZKai-Z03",
    "LXGW WenKai",
    "AR PL UKai CN",
    "AR PL KaitiM GB",
    "FandolKai",
)
_HEI = (
    "黑体",
    "SimHei",
    "华文黑体",
    "STHeiti",
    "Heiti SC",
    "方正黑体_GBK",
    "FZHei-B01",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "思源黑体",
    "Noto Sans CJK JP",
    "FandolHei",
)
_SONG = ("宋体", "SimSun", "新宋体", "NSimSun", "华文宋体", "STSong", "Songti SC", "FandolSong")
_TITLE = (
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05S",
    "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05",
    "华文中宋",
    "STZhongsong",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "思源宋体",
)
_LATIN = ("Times New Roman", "Liberation Serif", "Nimbus Roman", "TeX Gyre Termes", "Tinos", "FreeSerif")
#: Weight from which a font counts as bold.
_BOLD = 600


class Face(NamedTuple):
    """One kind of type: the fonts for Chinese, best first, and for Latin letters and digits."""

    chinese: tuple[str, ...]
    latin: str
    bold: bool
    """The first Chinese font has a bold of its own; else one is made by thickening."""


class Faces(NamedTuple):
    """The faces of a page."""

    body: Face
    title: Face
    first: Face
    second: Face
    digit: Face


def faces(page: Page, installed: Iterable[tuple[str, int]]) -> Faces | None:
    """The faces for a page, from the fonts by family and weight; None where none of them is Chinese."""
    weights: dict[str, int] = {}
    for family, weight in installed:
        weights[family.lower()] = max(weight, weights.get(family.lower(), 0))
    if not any(name.lower() in weights for name in _known(page)):
        return None
    latin = next((name for name in (*page.latin_fonts, *_LATIN) if name.lower() in weights), "")
    known = (*_GENERAL, *_known(page))

    def face(*wanted: str, latin: str = latin) -> Face:
        """Those wanted that are there, then what has the rare characters, then whatever is Chinese."""
        found = tuple(dict.fromkeys(name for name in (*wanted, *_GENERAL) if name.lower() in weights))
        found = found or tuple(dict.fromkeys(name for name in known if name.lower() in weights))
        return Face(found, latin, weights[found[0].lower()] >= _BOLD)

    return Faces(
        body=face(*page.body_fonts, *_FANGSONG),
        title=face(*page.title_fonts[:1], *_TITLE, *page.title_fonts, *_SONG),
        first=face(*page.first_fonts, *_HEI),
        second=face(*page.second_fonts, *_KAI),
        # The digits of a Chinese font are half as wide as its characters, so they need no other.
        digit=face(*page.digit_fonts, *_SONG, latin=""),
    )


def _known(page: Page) -> Iterator[str]:
    yield from (*page.body_fonts, *page.title_fonts, *page.first_fonts, *page.second_fonts)
    yield from (*_GENERAL, *_FANGSONG, *_KAI, *_HEI, *_SONG, *_TITLE)
