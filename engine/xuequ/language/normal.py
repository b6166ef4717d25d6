"""The canonical form: English keys and fixed values, every section of elements a mapping of mappings.

Values and marks are turned together, so that a path into the canonical form still leads to where its value
was written. What does not fit is left as it stands; validation says what is wrong with it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.language.shapes import Shape
from xuequ.source import marks
from xuequ.source.marks import Mark

_GLUED = re.compile(r"(?P<key>[^\s:：]+)\s*(?P<colon>[:：])\s*(?P<rest>.*)", re.DOTALL)
_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]+")


class Twice(NamedTuple):
    """A field given under its English and its Chinese key, or an element listed twice."""

    at: DocPath
    """Of the mapping or list that holds both."""
    first: str
    second: str
    first_mark: Mark
    second_mark: Mark


class Normal(NamedTuple):
    """A value and its mark in canonical form, what was said twice in it, and the paths of texts like 2.10."""

    value: object
    mark: Mark
    twice: tuple[Twice, ...]
    zeros: tuple[DocPath, ...]
    glued: tuple[tuple[DocPath, str, str, str], ...]
    """Elements whose whole text is a field with a wrong colon: where, its key, the colon, what follows."""


def normal(value: object, mark: Mark, shape: Shape) -> Normal:
    """`value` of the given shape in canonical form."""
    walk = _Walk()
    turned, turned_mark = walk.value(value, mark, shape, ())
    return Normal(turned, turned_mark, tuple(walk.twice), tuple(walk.zeros), tuple(walk.glued))


class _Walk:
    def __init__(self) -> None:
        self.twice: list[Twice] = []
        self.zeros: list[DocPath] = []
        self.glued: list[tuple[DocPath, str, str, str]] = []

    def value(self, value: object, mark: Mark, shape: Shape, at: DocPath) -> tuple[object, Mark]:
        kind = type(value)
        if kind is str:
            self.note_zero(value, mark, shape, at)  # type: ignore[arg-type]
            return shape.words.get(value, value), mark  # type: ignore[call-overload]
        if kind is dict:
            if shape.elements is not None:
                return self.section(value, mark, shape.elements, at)  # type: ignore[arg-type]
            return self.mapping(value, mark, shape, at)  # type: ignore[arg-type]
        if kind is list:
            if shape.elements is not None and "x-ref" not in shape.schema:
                return self.listed(value, mark, at)  # type: ignore[arg-type]
            return self.sequence(value, mark, shape.items or shape, at)  # type: ignore[arg-type]
        if shape.text and (kind is int or kind is float):
            return marks.written(mark, value), mark
        return value, mark

    def note_zero(self, value: str, mark: Mark, shape: Shape, at: DocPath) -> None:
        """Keep where a text stands that others would take for a number: 2.10, not in quotes."""
        if value.endswith("0") and shape.text and _NUMBER.fullmatch(value) and marks.is_plain(mark):
            self.zeros.append(at)

    def note_glued(self, text: str, shape: Shape, at: DocPath) -> None:
        """Keep where the one field of an element has a full-width colon, or no blank after it: 时间：每月."""
        said = _GLUED.match(text)
        if said is not None and said["key"] in shape.fields:
            self.glued.append((at, said["key"], said["colon"], said["rest"]))

    def mapping(self, value: dict[str, object], mark: Mark, shape: Shape, at: DocPath) -> tuple[object, Mark]:
        """Fields, each under its English key."""
        fields, others, held = shape.fields, shape.others, marks.entries(mark)
        turned: dict[str, object] = {}
        turned_marks: dict[str, tuple[Mark, Mark]] = {}
        for written, inner in value.items():
            key_mark, inner_mark = held[written]
            key, child = fields.get(written, (written, others))
            if key in turned:
                self.twice.append(
                    Twice(at, _written(value, key, fields), written, turned_marks[key][0], key_mark)
                )
                continue
            if child is not None:
                if type(inner) is str:
                    self.note_zero(inner, inner_mark, child, (*at, key))
                    inner = child.words.get(inner, inner)
                else:
                    inner, inner_mark = self.value(inner, inner_mark, child, (*at, key))
            turned[key] = inner
            turned_marks[key] = (key_mark, inner_mark)
        return turned, marks.mapping(mark, turned_marks)

    def section(self, value: dict[str, object], mark: Mark, shape: Shape, at: DocPath) -> tuple[object, Mark]:
        """Elements by key, each a mapping."""
        held = marks.entries(mark)
        turned: dict[str, object] = {}
        turned_marks: dict[str, tuple[Mark, Mark]] = {}
        for key, inner in value.items():
            key_mark, inner_mark = held[key]
            if type(inner) is dict:
                inner, inner_mark = self.mapping(inner, inner_mark, shape, (*at, key))
            elif type(inner) is str:
                if ("：" in inner or ":" in inner) and marks.is_plain(inner_mark):
                    self.note_glued(inner, shape, (*at, key))
                inner, inner_mark = {"name": shape.words.get(inner, inner)}, marks.wrapped(inner_mark)
            elif inner is None:
                inner, inner_mark = {}, marks.empty(inner_mark)
            turned[key] = inner
            turned_marks[key] = (key_mark, inner_mark)
        return turned, marks.mapping(mark, turned_marks)

    def listed(self, value: list[object], mark: Mark, at: DocPath) -> tuple[object, Mark]:
        """A list of strings: elements with nothing but their key."""
        names = [each for each in value if isinstance(each, str)]
        if len(names) < len(value):
            return value, mark
        turned: dict[str, object] = {}
        places = marks.elements(mark)
        for number, name in enumerate(names):
            if name in turned:
                self.twice.append(Twice(at, name, name, places[names.index(name)], places[number]))
            turned[name] = {}
        return turned, marks.keyed(mark, names)

    def sequence(self, value: list[object], mark: Mark, shape: Shape, at: DocPath) -> tuple[object, Mark]:
        """A list whose elements have one shape."""
        turned: list[object] = []
        turned_marks: list[Mark] = []
        for number, (inner, inner_mark) in enumerate(zip(value, marks.elements(mark), strict=True)):
            inner, inner_mark = self.value(inner, inner_mark, shape, (*at, number))
            turned.append(inner)
            turned_marks.append(inner_mark)
        return turned, marks.sequence(mark, turned_marks)


def _written(value: dict[str, object], key: str, fields: dict[str, tuple[str, Shape]]) -> str:
    """The key under which a field was written first."""
    return next(k for k in value if fields.get(k, (k,))[0] == key)
