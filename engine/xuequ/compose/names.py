"""Actors that exist without being declared."""

from __future__ import annotations

from collections.abc import Mapping

from xuequ.language.fields import built_in_actors

#: Built-in actors and their Chinese names.
BUILT_IN_ZH: Mapping[str, str] = built_in_actors()
_ENGLISH = {zh: en for en, zh in BUILT_IN_ZH.items()}
BUILT_IN = frozenset(BUILT_IN_ZH) | frozenset(_ENGLISH)

#: Sections that say how a scheme is put together, and not what it says.
MAKING = frozenset({"override", "adopts", "roles", "parameters"})
#: From the widest to the narrowest.
LEVELS = ("province", "city", "county", "town")


def built_in(name: str) -> str:
    """The English key of a built-in actor, or an empty text."""
    return name if name in BUILT_IN_ZH else _ENGLISH.get(name, "")
