"""What a body is called beside others of its kind: its name with its place in front."""

from __future__ import annotations

#: How much a place's and a body's name must share to be said once: one character may be chance (安康市, 市场监管局).
_SHARED = 2
#: After the name of a place these make another word of it: 学区化办学, 学区制管理.
_ANOTHER_WORD = ("化", "制")


def placed_name(place: str, name: str) -> str:
    """`name` after the name of its place; what the one ends with and the other begins with is said once.

    城关学区 and 学区主任 make 城关学区主任. Something of the body's own name always stays.
    """
    for length in range(min(len(place), len(name) - 1), _SHARED - 1, -1):
        rest = name[length:]
        if place.endswith(name[:length]) and not rest.startswith(_ANOTHER_WORD):
            return place + rest
    return place + name
