"""What is violated, in the drafter's words: one translation for each JSON Schema keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Place
from xuequ.findings.nearest import nearest
from xuequ.findings.width import is_wide
from xuequ.language.forms import Lang, expected, got
from xuequ.language.shapes import Shape, chinese_keys
from xuequ.language.shipped import Schema, definitions, merged
from xuequ.language.validation import Violation
from xuequ.source import marks
from xuequ.source.marks import Mark


class Written(NamedTuple):
    """The file as the drafter wrote it, to give keys back in the drafter's own words."""

    file: str
    value: object
    shape: Shape
    mark: Mark
    """Of the canonical form, to say numbers as they are written."""

    def plain(self, at: DocPath, value: object) -> str:
        """A value as it is written at a canonical path: 2.10 and not 2.1."""
        mark = self.mark
        for step in at:
            try:
                mark = marks.value_of(mark, step)
            except (KeyError, IndexError):
                return _plain(value)
        return marks.written(mark, value) if type(value) in (int, float) else _plain(value)

    def field(self, at: DocPath) -> str:
        """The last key of a canonical path, as written."""
        keys = [key for key, _ in self.steps(at) if isinstance(key, str)]
        return keys[-1] if keys else ""

    def steps(self, at: DocPath) -> list[tuple[str | int, Shape]]:
        """A canonical path, each key as written and with the shape of what stands under it."""
        value, shape = self.value, self.shape
        steps: list[tuple[str | int, Shape]] = []
        for step in at:
            key, inner = step, shape
            if isinstance(value, dict):
                key = next((k for k in value if shape.fields.get(k, (k,))[0] == step), step)
                field = shape.fields.get(str(key))
                inner = shape.elements or (field[1] if field else shape.others) or shape
                value = value.get(key)
            elif isinstance(value, list) and isinstance(step, int):
                value, inner = value[step], shape.items or shape
            steps.append((key, inner))
            shape = inner
        return steps

    def above(self, at: DocPath) -> str:
        """The key written before the last of a canonical path; empty where it is the first."""
        value: object = self.value
        for key, _ in self.steps(at[:-1]):
            value = value.get(key) if isinstance(value, dict) else None
        keys = list(value) if isinstance(value, dict) else []
        number = keys.index(at[-1]) if at and at[-1] in keys else 0
        return str(keys[number - 1]) if number else ""

    def in_chinese(self, at: DocPath) -> bool:
        """Whether the keys around a canonical path are Chinese."""
        around = [key for key, _ in self.steps(at) if isinstance(key, str)][:1]
        top = list(self.value)[:3] if isinstance(self.value, dict) else []
        return any(is_wide(key[0]) for key in [*top, *around] if key)


def named(violation: Violation, written: Written) -> Iterator[Finding]:
    """The findings one violation comes to."""
    return TRANSLATIONS[violation.keyword](violation, written)


def _unknown_key(violation: Violation, written: Written) -> Iterator[Finding]:
    known: Mapping[str, Schema] = violation.schema.get("properties", {})
    value = violation.value if isinstance(violation.value, dict) else {}
    if not known.keys() & value.keys() and _is_dedented(violation.at, known, written):
        yield _dedented(violation, written)
        return
    english = sorted(known, key=_everywhere)
    chinese = [each for key in english for each in chinese_keys(merged(known[key]))]
    for key in value:
        if key in known:
            continue
        wide = any(is_wide(c) for c in key)
        place = Place(file=written.file, path=(*violation.at, key), on="key")
        near = _meant(key, known) if wide else nearest(key, english)
        yield finding(
            "SCH101",
            place,
            name=key,
            nearest=near,
            known=() if near else tuple(chinese if wide or written.in_chinese(violation.at) else english),
            element_zh=_called(violation, written, "zh"),
            element_en=_called(violation, written, "en"),
        )


def _is_dedented(at: DocPath, known: Mapping[str, Schema], written: Written) -> bool:
    """Whether an element is called as a section of its own kind, and another stands above it that this belongs to."""
    name = at[-1] if at else None
    section = next((merged(f) for key, f in known.items() if name in (key, *chinese_keys(merged(f)))), {})
    return "x-element-map" in section and written.above(at) != ""


def _dedented(violation: Violation, written: Written) -> Finding:
    place = Place(file=written.file, path=violation.at, on="key")
    return finding(
        "SCH114",
        place,
        name=str(violation.at[-1]),
        above=written.above(violation.at),
        element_zh=_called(violation, written, "zh"),
        element_en=_called(violation, written, "en"),
    )


def _meant(key: str, known: Mapping[str, Schema]) -> tuple[str, ...]:
    """The Chinese keys that an unknown one may stand for: those it is an everyday word for, else those near it."""
    meant: dict[str, list[str]] = {}
    for english in sorted(known, key=_everywhere):
        field = merged(known[english])
        chinese = chinese_keys(field)
        for word in (*chinese, *field.get("x-also-zh", ())):
            meant.setdefault(word, []).append(word if word in chinese else chinese[0])
    words = (key,) if key in meant else nearest(key, meant)
    return tuple(dict.fromkeys(each for word in words for each in meant[word]))


def _everywhere(key: str) -> bool:
    """Whether any element may have the key, as an item has no others; such keys say least about one."""
    return key in definitions()["item"]["properties"]


def _unknown_value(violation: Violation, written: Written) -> Iterator[Finding]:
    allowed = [value for value in violation.schema.get("enum", ()) if value != "unspecified"]
    english = [_plain(value) for value in allowed]
    steps = written.steps(violation.at)
    shape = steps[-1][1] if steps else written.shape
    words = {value: word for word, value in reversed(shape.words.items())}
    chinese = [words.get(value, _plain(value)) for value in allowed]
    value = written.plain(violation.at, violation.value)
    wide = any(is_wide(c) for c in value) or written.in_chinese(violation.at)
    known = chinese if wide else english
    said = shape.words if wide else english
    place = Place(file=written.file, path=violation.at)
    field = written.field(violation.at)
    yield finding("SCH102", place, value=value, field=field, nearest=nearest(value, said), known=tuple(known))


def _wrong_type(violation: Violation, written: Written) -> Iterator[Finding]:
    place = Place(file=written.file, path=violation.at)
    field = written.field(violation.at)
    if violation.value is None:
        yield from _empty(violation, written)
        return
    schema = violation.schema
    if type(violation.value) in (int, float) and "x-number" in schema:
        key = _spoken(schema["properties"][schema["x-number"]], schema["x-number"], written, violation.at)
        yield finding(
            "SCH113", place, name=field, key=key, value=written.plain(violation.at, violation.value)
        )
        return
    if _is_text(schema) and type(violation.value) in (int, float, bool):
        yield finding("SCH106", place, field=field, value=written.plain(violation.at, violation.value))
        return
    yield finding(
        "SCH103",
        place,
        field=field,
        expected_zh=expected(schema, "zh"),
        expected_en=expected(schema, "en"),
        got_zh=got(violation.value, "zh"),
        got_en=got(violation.value, "en"),
    )


def _missing(violation: Violation, written: Written) -> Iterator[Finding]:
    value = violation.value if isinstance(violation.value, dict) else {}
    properties: Mapping[str, Schema] = violation.schema.get("properties", {})
    for key in violation.schema["required"]:
        if key in value:
            continue
        field = merged(properties[key])
        yield finding(
            "SCH104",
            Place(file=written.file, path=violation.at, on="key" if violation.at else "value"),
            name=_spoken(field, key, written, violation.at),
            element_zh=_called(violation, written, "zh"),
            element_en=_called(violation, written, "en"),
            says_zh=field.get("x-description-zh", "").rstrip("。"),
            says_en=_lower(field.get("description", "").rstrip(".")),
        )


def _pattern(violation: Violation, written: Written) -> Iterator[Finding]:
    if not violation.on_key and violation.schema.get("type") == "string":
        yield _other_form(violation, written)
        return
    if not violation.on_key:
        # These patterns say that a text here can but be `unspecified` or a parameter.
        yield from _wrong_type(violation, written)
        return
    key = str(violation.value)
    yield finding("SCH105", Place(file=written.file, path=(*violation.at, key), on="key"), name=key)


def _other_form(violation: Violation, written: Written) -> Finding:
    """Of a text with parts of its own; the schema has an example of each."""
    schema = violation.schema
    return finding(
        "SCH115",
        Place(file=written.file, path=violation.at),
        field=written.field(violation.at),
        value=written.plain(violation.at, violation.value),
        example=schema["examples"][0],
        says_zh=schema["x-description-zh"].rstrip("。"),
        says_en=_lower(schema["description"].rstrip(".")),
    )


def _too_small(violation: Violation, written: Written) -> Iterator[Finding]:
    place = Place(file=written.file, path=violation.at)
    least = violation.schema["minimum"]
    yield finding(
        "SCH107",
        place,
        field=written.field(violation.at),
        value=written.plain(violation.at, violation.value),
        least=least,
    )


def _empty(violation: Violation, written: Written) -> Iterator[Finding]:
    place = Place(file=written.file, path=violation.at)
    yield finding("SCH108", place, field=written.field(violation.at))


def _listed_twice(violation: Violation, written: Written) -> Iterator[Finding]:
    values = violation.value if isinstance(violation.value, list) else []
    for number, value in enumerate(values):
        if value in values[:number]:
            place = Place(file=written.file, path=(*violation.at, number))
            yield finding(
                "SCH109",
                place,
                name=written.plain((*violation.at, number), value),
                field=written.field(violation.at),
            )


#: Keyword → what it says to a drafter. Keywords not here only lead to others.
TRANSLATIONS: Mapping[str, Callable[[Violation, Written], Iterator[Finding]]] = {
    "additionalProperties": _unknown_key,
    "enum": _unknown_value,
    "type": _wrong_type,
    "required": _missing,
    "pattern": _pattern,
    "minimum": _too_small,
    "minLength": _empty,
    "minItems": _empty,
    "uniqueItems": _listed_twice,
}


def _is_text(schema: Schema) -> bool:
    """Whether any text may stand here; an element's name is no text that looks like a number."""
    kinds = schema.get("type", ())
    several = [kinds] if isinstance(kinds, str) else kinds
    return "string" in several and not {"boolean", "null"} & set(several) and "pattern" not in schema


def _spoken(field: Schema, key: str, written: Written, at: DocPath) -> str:
    """A key in the language of those around it."""
    return (*chinese_keys(merged(field)), key)[0] if written.in_chinese(at) else key


def _called(violation: Violation, written: Written, lang: Lang) -> str:
    """What a mapping is: `a duty`, or by its key where it has no name of its own."""
    title = violation.schema.get("x-title-zh" if lang == "zh" else "title")
    if not title or "x-zh" in violation.schema:
        return f"`{written.field(violation.at)}`" + " " * (lang == "zh")
    if lang == "zh":
        return str(title)
    word = str(title).lower()
    article = "" if word.endswith("s") else "an " if word[0] in "aeiou" and word != "unit" else "a "
    return article + word


def _plain(value: object) -> str:
    """A value as it is written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
