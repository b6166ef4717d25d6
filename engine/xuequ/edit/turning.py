"""A file's values with the keys, fixed values and references of the other language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xuequ.edit.layout import Entry, Fields, Items, Scalar, Value
from xuequ.edit.remarks import Remarks
from xuequ.edit.renaming import Renaming
from xuequ.findings.finding import DocPath
from xuequ.schema.forms import Lang
from xuequ.schema.shapes import UNSPECIFIED, UNSPECIFIED_ZH, Shape, chinese_key

_PHASE = re.compile(r"(?P<sign>(?:阶段|phase)\s*[::]\s*)(?P<name>.+)")
_EVENT = re.compile(r"(?P<name>[A-Za-z_][\w/-]*)(?P<rest>[前后后].*)")
_PARAMETER = "$"


class Turning:
    """One file on its way into `keys`."""

    def __init__(self, keys: Lang, renaming: Renaming, remarks: Remarks) -> None:
        self._keys = keys
        self._renaming = renaming
        self._remarks = remarks

    def file(self, value: dict[str, object], shape: Shape) -> Fields:
        """The whole file."""
        return self._fields(value, shape, ())

    def fragment(self, value: object, shape: Shape) -> Value:
        """A piece of a file on its own."""
        return self._value(value, shape, ())

    def _value(self, value: object, shape: Shape, at: DocPath) -> Value:
        if isinstance(value, dict):
            return self._section(value, shape, at) if shape.elements else self._fields(value, shape, at)
        if isinstance(value, list):
            if shape.elements is not None and "x-ref" not in shape.schema:
                return Items(tuple(self._renaming.key(value, str(each)) for each in value))
            inner = shape.items or shape
            sorts = _sorts(shape)
            return Items(tuple(self._item(each, inner, sorts, (*at, n)) for n, each in enumerate(value)))
        return self._scalar(value, shape, _sorts(shape))

    def _item(self, value: object, shape: Shape, sorts: tuple[str, ...], at: DocPath) -> Value:
        if isinstance(value, dict | list):
            return self._value(value, shape, at)
        return self._scalar(value, shape, sorts or _sorts(shape))

    def _fields(self, value: dict[str, object], shape: Shape, at: DocPath) -> Fields:
        key_sorts = _key_sorts(shape)
        entries = []
        for written, inner in value.items():
            there = (*at, written)
            key, child = shape.fields.get(written, (written, shape.others))
            turned = self._key(key, child) if written in shape.fields else self._reference(written, key_sorts)
            value_turned = self._value(inner, child, there) if child else self._scalar(inner, shape, ())
            if key == "clause":
                value_turned = self._clauses(value_turned)
            entries.append(self._entry(turned, value_turned, there))
        return Fields(tuple(entries))

    def _section(self, value: dict[str, object], shape: Shape, at: DocPath) -> Value:
        """Elements under their new keys; those with nothing but a key as a list where all are so."""
        element = shape.elements or shape
        entries = []
        for key, inner in value.items():
            new = self._renaming.key(value, key)
            entries.append(self._entry(new, self._element(inner, element, new, (*at, key)), (*at, key)))
        bare = all(entry.value is None and not entry.comments and not entry.trailing for entry in entries)
        return Items(tuple(entry.key for entry in entries)) if bare else Fields(tuple(entries), section=True)

    def _element(self, value: object, shape: Shape, key: str, at: DocPath) -> Value:
        """An element without a name that its key says already."""
        if not isinstance(value, dict):
            turned = self._scalar(value, shape, ())
            return None if turned == key else turned
        fields = self._fields(value, shape, at)
        name = next((k for k in value if shape.fields.get(k, (k,))[0] == "name"), None)
        kept = [
            entry
            for written, entry in zip(value, fields.entries, strict=True)
            if written != name or entry.value != key
        ]
        if not kept:
            return None
        plain = len(kept) == 1 and isinstance(kept[0].value, str) and kept[0].key in ("name", "名称")
        return kept[0].value if plain else Fields(tuple(kept))

    def _entry(self, key: str, value: Value, at: DocPath) -> Entry:
        notes = self._remarks
        return Entry(key, value, notes.before.get(at, ()), at in notes.spaced, notes.beside.get(at, ""))

    def _key(self, english: str, child: Shape | None) -> str:
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
            return Items(tuple(self._clauses(each) for each in value.values))
        if isinstance(value, str) and "/" in value:
            source, _, number = value.partition("/")
            return f"{self._reference(source, ('source',))}/{number}"
        return value


def _sorts(shape: Shape) -> tuple[str, ...]:
    said = shape.schema.get("x-ref", ())
    return (said,) if isinstance(said, str) else tuple(said)


def _key_sorts(shape: Shape) -> tuple[str, ...]:
    said = shape.schema.get("x-key-ref", ())
    return (said,) if isinstance(said, str) else tuple(said)
