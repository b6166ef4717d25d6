"""Nearest names: what a drafter may have meant by a name that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from xuequ.findings.width import is_wide

#: How many names a help line can hold.
MOST = 3
#: Chinese names are short: half their characters in common is already a likely slip (督导办 → 督导室).
ENOUGH_SHARED = 0.5
#: Latin letters are few, so common ones prove nothing; their order has to agree as well.
ENOUGH_ALIKE = 0.6
#: What two names begin with says more about what they mean than what they end with.
BEGINNING = 0.3
#: What of two names has to be the same, and in one order, for the one to be a slip of the other.
MOSTLY = 0.7
#: A name much less alike than the best one only distracts.
BESIDE_THE_BEST = 0.8


def nearest(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The candidates that look or read most like `name`, best first, at most three, or none."""
    scored = [(_score(name, other), other) for other in dict.fromkeys(candidates) if other and other != name]
    near = sorted((-score, abs(len(other) - len(name)), other) for score, other in scored if score)
    return tuple(other for score, _, other in near[:MOST] if score <= near[0][0] * BESIDE_THE_BEST)


def parted(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The path that two names written as one word stand for: 成员学校/校长 for 成员学校校长; none if there is none."""
    known = frozenset(candidates)
    splits = ((name[:at], name[at:]) for at in range(len(name) - 1, 0, -1))
    return next(((f"{outer}/{inner}",) for outer, inner in splits if {outer, inner} <= known), ())


def is_slip(text: str, known: Iterable[str]) -> bool:
    """Whether a name is a known one with one character too many or too few; the first may tell bodies apart."""
    whole = {label for label in known if len(label) > 2}
    more = {label[:n] + label[n + 1 :] for label in whole for n in range(1, len(label))}
    return text in more or any(text[:n] + text[n + 1 :] in whole for n in range(1, len(text)))


def is_one_other(one: str, other: str) -> bool:
    """Whether two names differ in one character behind the first: 督导室 and 督道室, as slips of the ear do.

    What tells things of one kind apart (一级教师, 二级教师) is no slip.
    """
    differing = [n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if not (len(one) == len(other) > 2 and len(differing) == 1 and differing[0] > 0):
        return False
    return not {one[differing[0]], other[differing[0]]} <= _CONTRASTS


#: Characters that stand against each other in names.
_CONTRASTS = frozenset("一二三四五六七八九十甲乙丙丁东西南北中小大高初上下男女正副新老城乡镇村市县区省优良")


def is_alike(name: str, other: str) -> bool:
    """Whether two names have most of their characters in common, in one order: 督查反馈 and 督导反馈."""
    if is_slip(name, (other,)) or is_one_other(name, other):
        return True
    return 2 * _in_order(name, other) >= MOSTLY * (len(name) + len(other))


def _in_order(name: str, other: str) -> int:
    """How many characters two names share, one behind the other."""
    row = [0] * (len(other) + 1)
    for a in name:
        before = 0
        for at, b in enumerate(other, 1):
            before, row[at] = row[at], before + 1 if a == b else max(row[at], row[at - 1])
    return row[-1]


def is_one_off(text: str, word: str) -> bool:
    """Whether a text has one character other than a word, one too many or one too few."""
    if len(text) == len(word):
        return len(text) > 1 and sum(a != b for a, b in zip(text, word, strict=True)) == 1
    longer, shorter = sorted((text, word), key=len, reverse=True)
    return len(shorter) > 1 and any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))


def _score(name: str, other: str) -> float:
    """0 for nothing in common worth mentioning; the higher, the more alike."""
    shared = _shared(name.lower(), other.lower())
    if any(map(is_wide, name)) and any(map(is_wide, other)):
        return shared + _begun(name, other) * BEGINNING if shared >= ENOUGH_SHARED else 0
    if shared < ENOUGH_ALIKE:
        return 0
    alike = _alike(name.lower(), other.lower())
    return alike if alike >= ENOUGH_ALIKE else 0


def _shared(name: str, other: str) -> float:
    """The share of characters, wherever they stand, that the two have in common."""
    common = (Counter(name) & Counter(other)).total()
    return 2 * common / (len(name) + len(other) or 1)


def _alike(name: str, other: str) -> float:
    """How far the two agree in order as well."""
    # Imported here: most checks name nothing that is not there.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, name, other, autojunk=False).ratio()


def _begun(name: str, other: str) -> float:
    """The share of `name` that the two begin with."""
    pairs = zip(name, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) / len(name)
