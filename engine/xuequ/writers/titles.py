"""Titles over several lines: broken where the sense allows, in a trapezoid or a diamond."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from xuequ.writers.widths import cells

#: Words that stay whole; longer ones first, so that 义务教育 is not taken for 教育 alone.
_WHOLE = (
    "义务教育|优质均衡|均衡发展|人民政府|人力资源和社会保障局|集团化办学|学区制管理|学区化管理|一体化管理|教育集团|"
    "学区化治理|学区化|党组织|领导|城乡一体|综合|"
    "管理改革|交流轮岗|轮岗交流|一体化|学区制|大学区|集团化|进一步|中小学|责任区|协作区|共同体|行事历|"
    "办公室|教育局|教体局|委员会|幼儿园|改革|管理|实施|方案|意见|办法|计划|通知|印发|"
    "关于|学区|集团|办学|教育|发展|推进|深入|全面|加强|开展|工作|小学|学校|"
    "教师|交流|轮岗|督学|责任|教研|协作|联盟|城乡|建设|试点|制度|机制|体制|"
    "质量|提升|考核|评价|细则|清单|任务|分解|年度|学年|附件|指导|实行|推行|"
    "区域|资源|共享|幼教"
)
_WORDS = re.compile(_WHOLE + r"|[0-9A-Za-z．.—-]+|“[^”]*”|.", re.S)
_NEVER_FIRST = frozenset("、，。；：》）”〕的与和及等")
_NEVER_LAST = frozenset("《（“〔的与和及")
#: After these a reader pauses; the others may be broken at where nothing better is found.
_AFTER = ("关于", "印发", "》", "、", "，", " ", "推进", "深入", "开展", "实施", "加强")
_AFTER_PLACE = tuple("省市县区州盟旗")
_KINDS = ("实施方案", "工作方案", "方案", "实施意见", "指导意见", "实施办法", "管理办法", "实施细则", "通知")
_TABLES = ("考核细则", "任务分解表", "工作行事历", "任务清单", "责任清单", "督导清单", "工作台账", "责任矩阵")
_BEFORE = ("《", *_KINDS, *_TABLES)


@lru_cache(maxsize=256)
def lines(title: str, width: int) -> tuple[str, ...]:
    """A title in as few lines of at most `width` Chinese characters as it takes, of a shape the eye likes."""
    if cells(title) <= 2 * width:
        return (title,)
    words = _WORDS.findall(title)
    if cells(title) > 6 * width:
        return _filled(words, width)
    places = [n for n in range(1, len(words)) if _may(words[n - 1], words[n])]
    fewest = -(-cells(title) // (2 * width))
    counts = (range(fewest, fewest + 2), range(fewest + 2, fewest + 4))
    for some in counts:
        found = [made for count in some for made in _broken(words, places, count, width)]
        if found:
            return tuple(line.strip() for line in min(found, key=_cost))
    return (title,)


def _filled(words: Sequence[str], width: int) -> tuple[str, ...]:
    """Lines as full as their words let them be: beyond three there are more ways than anybody could weigh."""
    found = [""]
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else ""
        kept = cells(word) + (cells(after) if after and not _may(word, after) else 0)
        if found[-1] and cells(found[-1]) + kept > 2 * width and _may(found[-1], word):
            found.append("")
        found[-1] += word
    return tuple(line.strip() for line in found)


def _may(before: str, after: str) -> bool:
    return after[0] not in _NEVER_FIRST and before[-1] not in _NEVER_LAST


def _broken(words: Sequence[str], places: Sequence[int], count: int, width: int) -> Iterator[tuple[str, ...]]:
    reach = (0, *accumulate(cells(word) for word in words))
    for cuts in _cuts(reach, (*places, len(words)), count, 2 * width):
        yield tuple("".join(words[start:end]) for start, end in pairwise((0, *cuts)))


def _cuts(
    reach: Sequence[int], places: Sequence[int], count: int, room: int, start: int = 0
) -> Iterator[tuple[int, ...]]:
    """Where lines may end: each within its room, and what is left no more than the others hold."""
    for number, end in enumerate(places):
        if reach[end] - reach[start] > room:
            break
        if count == 1:
            if end == places[-1]:
                yield (end,)
        elif reach[-1] - reach[end] <= room * (count - 1):
            for more in _cuts(reach, places[number + 1 :], count - 1, room, end):
                yield (end, *more)


def _cost(found: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """What speaks against breaking it so: broken sense, a waist, lines of one length, a line left short."""
    lengths = [cells(line) for line in found]
    sense = sum(_sense("".join(found[:n]), "".join(found[n:])) for n in range(1, len(found))) + 1.5 * len(
        found
    )
    waist = sum(a > b < c for a, b, c in zip(lengths, lengths[1:], lengths[2:], strict=False))
    alike = sum(a == b for a, b in pairwise(lengths))
    # What kind of document it is may stand alone below the rest.
    short = sum(
        length < max(lengths) / 2 for length, line in zip(lengths, found, strict=True) if line not in _BEFORE
    )
    ragged = (max(lengths) - min(lengths)) / max(lengths)
    return sense + 6 * waist + alike + 3 * short + ragged, found


def _sense(before: str, after: str) -> int:
    """How much a break costs: nothing where a reader pauses, more within a title that is cited or an office's name."""
    if " " in before + after and "关于" not in before and not before.endswith(" "):
        return 8
    if before.endswith("关于") and after.startswith("印发"):
        return 3
    within = before.count("《") > before.count("》")
    if after.startswith(_BEFORE) or before.endswith(_AFTER):
        return int(within)
    return (2 if before.endswith(_AFTER_PLACE) else 3) + within
