"""A file's values with the keys, fixed values and references of the other language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from xuequ.edit.anchors import Signs
from xuequ.edit.comments import Remarks
from xuequ.edit.layout import Alias, Entry, Fields, Items, Value, bare, items
from xuequ.edit.renaming import Renaming, says_nothing
from xuequ.edit.scalars import Scalar
from xuequ.findings.finding import DocPath
from xuequ.language.forms import Lang
from xuequ.language.shapes import UNSPECIFIED, UNSPECIFIED_ZH, Shape, chinese_key

_PHASE = re.compile(r"(?P<sign>(?:阶段|phase)\s*[::]\s*)(?P<name>.+)")
_EVENT = re.compile(r"(?P<name>[A-Za-z_][\w/-]*)(?P<rest>[前后后].*)")
_PARAMETER = "$"
#: Stands for keys that are the drafter's own: the roles of a unit, what a cluster type asks of it.
OWN = "*"


class Field(NamedTuple):
    """One entry of a mapping with its English key, or `OWN`."""

    key: str
    entry: Entry


class Turning:
    """One file on its way into canonical order, with its keys in `keys`; None leaves words as they are."""

    def __init__(
        self, keys: Lang | None, renaming: Renaming, remarks: Remarks, signs: Signs | None = None
    ) -> None:
        self._keys = keys
        self._renaming = renaming
        self._remarks = remarks
        self._signs = signs or Signs()
        self._anchored: dict[str, Value] = {}

    def file(self, value: dict[str, object], shape: Shape) -> Fields:
        """The whole file."""
        return _of(self._fields(value, shape, (), "file"))

    def fragment(self, value: object, shape: Shape, kind: str = "") -> Value:
        """A piece of a file on its own; `kind` if it is an element."""
        return self._value(value, shape, (), kind)

    def _value(self, value: object, shape: Shape, at: DocPath, kind: str = "") -> Value:
        if isinstance(value, dict):
            return (
                self._section(value, shape, at)
                if shape.elements
                else _of(self._fields(value, shape, at, kind))
            )
        if isinstance(value, list):
            if shape.elements is not None and "x-ref" not in shape.schema:
                return self._listed(value, at)
            inner = shape.items or shape
            row = "row" if "does" in inner.fields else ""
            sorts = _sorts(shape)
            return Items(tuple(self._item(each, inner, sorts, (*at, n), row) for n, each in enumerate(value)))
        return self._scalar(value, shape, _sorts(shape))

    def _listed(self, value: list[object], at: DocPath) -> Items:
        """Elements with nothing but their key, as a list."""
        keys = (self._renaming.key(value, str(each)) for each in value)
        return Items(tuple(self._entry("", key, (*at, n)) for n, key in enumerate(keys)))

    def _item(self, value: object, shape: Shape, sorts: tuple[str, ...], at: DocPath, kind: str) -> Entry:
        if isinstance(value, dict | list):
            return self._entry("", self._value(value, shape, at, kind), at)
        return self._entry("", self._scalar(value, shape, sorts or _sorts(shape)), at)

    def _fields(self, value: dict[str, object], shape: Shape, at: DocPath, kind: str) -> list[Field]:
        """Fields in canonical order, each with its English key."""
        key_sorts, order = _key_sorts(shape), ranks(shape)
        found = []
        for written, inner in value.items():
            there = (*at, written)
            key, child = shape.fields.get(written, (written, shape.others))
            known = written in shape.fields
            turned = self._key(written, key, child) if known else self._reference(written, key_sorts)
            value_turned = self._value(inner, child, there) if child else self._scalar(inner, shape, ())
            if key == "clause":
                value_turned = self._clauses(value_turned)
            if kind == "file" and isinstance(value_turned, Fields) and child and not child.fields:
                value_turned = value_turned._replace(section=True)
            found.append(Field(key if known else OWN, self._entry(turned, value_turned, there)))
        return sorted(found, key=lambda field: order[field.key])

    def _section(self, value: dict[str, object], shape: Shape, at: DocPath) -> Value:
        """Elements under their new keys; those with nothing but a key as a list where all are so."""
        element = shape.elements or shape
        kind = str(shape.schema.get("x-element-map", ""))
        entries = []
        for key, inner in value.items():
            there = (*at, key)
            new = self._renaming.key(value, key)
            turned = self._element(inner, element, new, there, kind)
            entries.append(self._entry(new, turned, there))
        # A blank line before the first is no reason to keep it in a block: none is written there.
        bare = all(
            entry == Entry(entry.key, None, spaced=entry.spaced and not number)
            for number, entry in enumerate(entries)
        )
        return items(tuple(entry.key for entry in entries)) if bare else Fields(tuple(entries), section=True)

    def _element(self, value: object, shape: Shape, key: str, at: DocPath, kind: str) -> Value:
        """An element without a name that its key says already."""
        if not isinstance(value, dict):
            turned = self._scalar(value, shape, ())
            return None if says_nothing(kind, key, "name", turned) else turned
        fields = self._fields(value, shape, at, kind)
        kept = [
            field
            for field in fields
            if not field.entry.plain or not says_nothing(kind, key, field.key, field.entry.value)
        ]
        if not kept:
            return None
        alone = kept[0].entry
        if kept[0].key == "name" and len(kept) == 1 and isinstance(alone.value, str) and alone.plain:
            return alone.value
        return _of(kept)

    def _entry(
        self, key: str, value: Value, at: DocPath, shape: Shape | None = None, kind: str = ""
    ) -> Entry:
        notes, signs = self._remarks, self._signs
        if at in signs.anchors:
            self._anchored[signs.anchors[at]] = bare(value)
        if at in signs.aliases and self._anchored.get(signs.aliases[at], Alias("")) == bare(value):
            value = Alias(signs.aliases[at])
        return Entry(
            key=key,
            value=value,
            comments=notes.before.get(at, ()),
            spaced=at in notes.spaced,
            trailing=notes.beside.get(at, ""),
            after=notes.after.get(at, ()),
            anchor=signs.anchors.get(at, ""),
            whole=at in notes.whole,
            folded=at in signs.folded,
        )

    def _key(self, written: str, english: str, child: Shape | None) -> str:
        if self._keys is None:
            return written
        chinese = chinese_key(child.schema) if child and self._keys == "zh" else ""
        return chinese or english

    def _scalar(self, value: object, shape: Shape, sorts: tuple[str, ...]) -> Scalar:
        if not isinstance(value, str | int | float | bool):
            return None
        if isinstance(value, str) and value.startswith(_PARAMETER):
            return value
        word = self._word(value, shape)
        if word != value or not isinstance(value, str):
            return word
        if "rhythm" in str(shape.schema.get("then", "")):
            return self._when(value)
        return self._reference(value, sorts)

    def _word(self, value: Scalar, shape: Shape) -> Scalar:
        """A fixed value in the other language."""
        if self._keys is None:
            return value
        if self._keys == "en":
            return shape.words.get(value, value) if isinstance(value, str) else value  # type: ignore[return-value]
        if value == UNSPECIFIED and isinstance(value, str):
            return UNSPECIFIED_ZH
        words = (word for word, meant in shape.words.items() if meant == value and type(meant) is type(value))
        return next(words, value)

    def _reference(self, text: str, sorts: Iterable[str]) -> str:
        return self._renaming.reference(text, tuple(sorts))

    def _when(self, text: str) -> str:
        """A short string with the phase, duty or output it names."""
        phase, event = _PHASE.fullmatch(text), _EVENT.fullmatch(text)
        if phase:
            return phase["sign"] + self._reference(phase["name"], ("phase",))
        if event:
            return self._reference(event["name"], ("duty",)) + event["rest"]
        return text

    def _clauses(self, value: Value) -> Value:
        """Clauses with the new key of the source they name."""
        if isinstance(value, Items):
            return Items(tuple(each._replace(value=self._clauses(each.value)) for each in value.entries))
        if isinstance(value, str) and "/" in value:
            source, _, number = value.partition("/")
            return f"{self._reference(source, ('source',))}/{number}"
        return value


def ranks(shape: Shape) -> Mapping[str, int]:
    """The place of each field of a shape, by its English key; `OWN` is that of all other keys."""
    keys = list(shape.chinese)
    before = shape.schema.get("x-others-before")
    keys.insert(keys.index(before) if before else len(keys), OWN)
    return {key: place for place, key in enumerate(keys)}


def _of(fields: list[Field]) -> Fields:
    return Fields(tuple(field.entry for field in fields))


def _sorts(shape: Shape) -> tuple[str, ...]:
    said = shape.schema.get("x-ref", ())
    return (said,) if isinstance(said, str) else tuple(said)


def _key_sorts(shape: Shape) -> tuple[str, ...]:
    said = shape.schema.get("x-key-ref", ())
    return (said,) if isinstance(said, str) else tuple(said)
