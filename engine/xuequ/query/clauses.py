"""The clauses of one outline as a tree, and which of them a citation means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from xuequ.source.numbering import rank_of

_NUMERALS = "〇零一二三四五六七八九十百"
_ROMAN = "IVXL"
#: An article, its paragraph, and what stands in that.
_ARTICLE = re.compile(
    rf"(?P<article>.*?第[{_NUMERALS}]+条(?:之[{_NUMERALS}]+)?)(?P<paragraph>第[{_NUMERALS}]+款)?(?P<rest>.*)"
)
#: What stands under no heading of the text, and its rank: before all of them.
_BESIDE = re.compile(r"附件\d*|结语")
_END = -1


class Home(NamedTuple):
    """The clause of the outline that a citation means, empty where it has none.

    `unchecked`: the outline does not part its articles, so that nobody can say whether it has the paragraph.
    """

    number: str
    unchecked: bool = False


class Clauses:
    """The numbers of an outline, in its order."""

    def __init__(self, numbers: Sequence[str]) -> None:
        self.numbers = numbers
        self._known = set(numbers)
        self._parted = {
            found["article"] for n in numbers if (found := _ARTICLE.fullmatch(n)) and found["paragraph"]
        }
        self._headed = _headed(numbers)

    def under(self, number: str) -> tuple[str, ...]:
        """The clauses that stand under one: of a chapter its articles, of an article its paragraphs and items."""
        if number in self._headed:
            return self._headed[number]
        return tuple(other for other in self.numbers if lies_in(other, number))

    def paragraphs(self, article: str) -> tuple[str, ...]:
        """The paragraphs of an article, where it has several."""
        if article not in self._parted:
            return ()
        found = (_ARTICLE.fullmatch(number) for number in self.numbers)
        return tuple(
            f[0] for f in found if f and f["article"] == article and f["paragraph"] and not f["rest"]
        )

    def home(self, key: str) -> Home:
        """The clause a citation means: itself, or the last one above it that the outline does not part."""
        if key in self._known:
            return Home(key)
        found = _ARTICLE.fullmatch(key)
        if found is not None:
            article, paragraph, rest = found["article"], found["paragraph"], found["rest"]
            if paragraph and article not in self._parted and article in self._known:
                only = paragraph == "第一款"
                if not only and self._parted:
                    return Home("")
                return Home(self.home(article + rest).number, unchecked=not only)
            if rest and not paragraph and article in self._parted:
                meant = [p + rest for p in self.paragraphs(article) if p + rest in self._known]
                return Home(meant[0] if len(meant) == 1 else "")
        above = max((number for number in self.numbers if lies_in(key, number)), key=len, default="")
        parted = any(lies_in(number, above) for number in self.numbers)
        return Home("" if parted else above)


def lies_in(number: str, other: str) -> bool:
    """Whether a clause stands under another: 三10 does not stand under 三1, nor 十一 under 十."""
    if not number.startswith(other) or number == other:
        return False
    last, following = other[-1:], number[len(other)]
    if following == "之":
        return False
    return not any((last in signs and following in signs) for signs in ("0123456789", _NUMERALS, _ROMAN))


def _headed(numbers: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each heading of its own, such as 第三章, what follows up to the next of its rank."""
    ranks = [_END if _BESIDE.fullmatch(number) else rank_of(number) for number in numbers]
    found: dict[str, tuple[str, ...]] = {}
    for at, rank in enumerate(ranks):
        if rank is not None and rank != _END:
            ends = (n for n in range(at + 1, len(ranks)) if (other := ranks[n]) is not None and other <= rank)
            found[numbers[at]] = tuple(numbers[at + 1 : next(ends, len(numbers))])
    return found
