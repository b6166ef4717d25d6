"""`@record`: a frozen, slotted, keyword-only dataclass that costs little to declare.

`dataclasses` writes six functions for each class as text and compiles them every time the program starts; for the
model's classes that was an eighth of what a whole `check` takes. Here all classes share six functions that walk the
fields. What comes out is a dataclass: `fields`, `replace`, matching, `==`, hashing and pickling work as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NamedTuple, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")

_set = object.__setattr__


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class with annotated fields a frozen value."""
    for name, function in _SHARED.items():
        setattr(cls, name, function)
    return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)


class _Field(NamedTuple):
    """A field and what it is when nobody says: `made` makes a new one each time."""

    name: str
    default: object
    made: Any


_KNOWN: dict[type, tuple[_Field, ...]] = {}


def _fields(cls: type) -> tuple[_Field, ...]:
    known = _KNOWN.get(cls)
    if known is None:
        known = _KNOWN[cls] = tuple(
            _Field(each.name, each.default, None if each.default_factory is MISSING else each.default_factory)
            for each in fields(cls)
        )
    return known


def _init(self: object, /, **given: object) -> None:
    cls, told = type(self), 0
    for name, default, made in _KNOWN.get(cls) or _fields(cls):
        if name in given:
            _set(self, name, given[name])
            told += 1
        elif made is not None:
            _set(self, name, made())
        elif default is not MISSING:
            _set(self, name, default)
        else:
            raise TypeError(f"{cls.__name__}() needs `{name}`")
    if told < len(given):
        unknown = next(name for name in given if name not in {each.name for each in _fields(cls)})
        raise TypeError(f"{cls.__name__}() has no field `{unknown}`")


def _repr(self: object) -> str:
    said = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in _fields(type(self)))
    return f"{type(self).__name__}({said})"


_STATES: dict[type, Callable[[object], object]] = {}


def _state(self: object) -> object:
    cls = type(self)
    state = _STATES.get(cls)
    if state is None:
        state = _STATES[cls] = attrgetter(*(each.name for each in fields(cls) if each.compare))  # type: ignore[arg-type]
    return state(self)


def _eq(self: object, other: object) -> bool:
    if self is other:
        return True
    return _state(self) == _state(other) if type(other) is type(self) else NotImplemented


def _hash(self: object) -> int:
    return hash(_state(self))


def _pickled(self: object) -> tuple[object, ...]:
    return tuple(getattr(self, each.name) for each in _fields(type(self)))


def _restore(self: object, state: tuple[object, ...]) -> None:
    for each, held in zip(_fields(type(self)), state, strict=True):
        _set(self, each.name, held)


def _refuse(self: object, name: str, *value: object) -> NoReturn:
    raise FrozenInstanceError(f"`{name}` of a {type(self).__name__} cannot be changed")


_SHARED = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__getstate__": _pickled,
    "__setstate__": _restore,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
