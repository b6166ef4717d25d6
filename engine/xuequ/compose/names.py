"""Actors that exist without being declared."""

from __future__ import annotations

from collections.abc import Mapping

#: Built-in actors and their Chinese names.
BUILT_IN_ZH: Mapping[str, str] = {
    "province": "省",
    "city": "市",
    "county": "县区",
    "town": "镇",
    "school": "学校",
    "locality": "本地",
    "principal": "校长",
    "teacher": "教师",
    "student": "学生",
    "self": "本单位",
    "parties": "已列各方",
    "public": "社会",
}
_ENGLISH = {zh: en for en, zh in BUILT_IN_ZH.items()}
BUILT_IN = frozenset(BUILT_IN_ZH) | frozenset(_ENGLISH)

#: From the widest to the narrowest.
LEVELS = ("province", "city", "county", "town")


def built_in(name: str) -> str:
    """The English key of a built-in actor, or an empty text."""
    return name if name in BUILT_IN_ZH else _ENGLISH.get(name, "")
