"""What an element says, field by field, as the registry of fields lists them.

Every answer that is about a whole element reads it here: what changed in it, what stands in it, who is named in it.
A field that the language has is a field that they tell.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from xuequ.compose.names import built_in
from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.findings.finding import DocPath
from xuequ.findings.record import record
from xuequ.language.fields import Field, Sort, kind_named
from xuequ.language.forms import Lang
from xuequ.model.amount.amounts import read_amounts
from xuequ.model.amount.per import Per, read_per, say_per
from xuequ.model.amount.quantity import Quantity, read_quantity, say
from xuequ.model.elements import Element, Path, Ref, Work
from xuequ.model.fields import UNSPECIFIED, texts
from xuequ.model.saying_scores import score_lines
from xuequ.model.scoring import Quiet, read_score
from xuequ.model.time.reading import read_when
from xuequ.model.time.saying import say_when
from xuequ.model.unreadable import Unreadable
from xuequ.query.inventory import PARTS, Inventory, Thing, space
from xuequ.query.values import said_amount
from xuequ.source.document import value_at

#: The fields that narrow work: under which condition, in which case, and whom it leaves out.
LIMITING = ("where", "if", "except")
#: What holds where a field is not written.
USUAL = {"force": Said("必须", "must")}
#: Mappings of a file whose fields are told one by one.
_LONG = frozenset({"issue", "calendar"})
#: How a file is put together: what comes of it is in the elements.
_COMPOSITION = frozenset({"xuequ", "kind", "adopts", "extends", "override", "drop"})
#: Where numbers of a size have no unit of their own.
_COUNTED = {"schools": "school", "towns": "town", "students": "student"}
#: What a note says that somebody has to keep to: figures, and words of obligation.
_BINDING = re.compile(
    r"\d[\d.,]*%?|[〇零一二三四五六七八九十百千万两]+|不得|禁止|严禁|应当|必须|务必|可以|原则上|鼓励|提倡|力争|不|须|应|可"
    r"|(?<![主需重])要(?![求点素件目])"
)


#: What leaves out, limits to or puts first whatever stands beside it, which then counts as it is written.
_SINGLES_OUT = re.compile(
    r"除外|除.*?外|除了|以外|之外|例外|不含|不包括|不适用|仅|只限|只对|只在|限于|限为|优先|重点|倾斜|首先|先行|特别是|尤其|、.*等(?![次级距待])"
    r"|\b(?:except|excluding|only|first|priority|preferably)\b",
    re.I,
)
_PARTS_OF_TEXT = re.compile(r"[，。；！？,;.!?\n]")


class Lead(Protocol):
    """Leads from one version of a scheme to the other."""

    def path(self, path: Path, space: str) -> Path:
        """The path in the other version; `space` is that of the kind (`inventory.space`)."""

    def text(self, text: str) -> str:
        """A text with the names that the other version has for what is named in it."""


class Stay:
    """Leads nowhere: for the version that the other is held against."""

    def path(self, path: Path, space: str) -> Path:
        """The same path."""
        return path

    def text(self, text: str) -> str:
        """The same text."""
        return text


STAY = Stay()


@record
class Frame(Element):
    """A scheme as a whole: its name, whose it is, how it goes out, when it holds."""


class Statement(NamedTuple):
    """One field: the kind it is a field of, its value as it stands in the composed tree, and where that is.

    `path` says whose names are bound in it. `inside` are the names of the parts of an element it stands in:
    an item of a goal, an indicator of an appraisal.
    """

    of: str
    field: Field
    value: Any
    at: DocPath
    path: Path
    inside: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the other fields of its element."""
        return (self.of, *self.inside, self.field.key)

    @property
    def label(self) -> Said:
        """What the field is called."""
        label = label_of(self.field)
        if not self.inside or self.is_part:
            return label
        name = "/".join(self.inside)
        return Said(f"“{name}”的{label.zh}", f"{label.en} of “{name}”")

    @property
    def is_part(self) -> bool:
        """Whether it says that a part of the element is there."""
        return self.field.sort is Sort.ELEMENTS and bool(self.inside)


def frame(inventory: Inventory) -> Thing:
    """The scheme itself as a thing that can change."""
    scheme = inventory.plan.scheme
    whole = Frame(key="", path=(), at=(), name=scheme.name, clause=scheme.clause)
    return Thing("scheme", whole, (), (), ("", ()))


def statements(inventory: Inventory, thing: Thing) -> Iterator[Statement]:
    """Every field of an element that has a value, its own or handed on to it, in the order of the language.

    Of fields that hold elements which are things themselves (the duties of a measure) it tells their names alone.
    """
    element = thing.element
    tree = inventory.plan.composed.tree
    own = value_at(tree, element.at)
    origin: Mapping[str, DocPath] = element.origin if isinstance(element, Work) else {}
    values = {f: (v, (*element.at, f)) for f, v in own.items()} if isinstance(own, dict) else {}
    values |= {f: (value_at(tree, at), at) for f, at in origin.items() if f not in values}
    stands_for: Mapping[str, str] = element.norm.stands_for if isinstance(element, Work) else {}
    for one in _fields(thing.kind, values, thing.element.path, top=thing.kind == "scheme"):
        part = None if one.inside else stands_for.get(one.field.key)
        # Who leads what is forbidden does not lead it but must not do it.
        word = WORDS[f"force_{part}"] if part else None
        yield one._replace(field=one.field._replace(zh=word.zh, en=word.en)) if word else one


def _fields(
    of: str,
    values: Mapping[str, tuple[Any, DocPath]],
    path: Path,
    inside: tuple[str, ...] = (),
    *,
    top: bool = False,
) -> Iterator[Statement]:
    known = kind_named(of)
    for key, field in known.fields.items():
        if key not in values or (top and key in _COMPOSITION):
            continue
        value, at = values[key]
        if field.sort is Sort.ELEMENTS and isinstance(value, dict):
            parts = {key: each if isinstance(each, dict) else {} for key, each in value.items()}
            names = {key: str(each.get("name") or key) for key, each in parts.items()}
            if field.holds not in PARTS:
                if not top:
                    yield Statement(of, field, list(names.values()), at, path, inside)
                continue
            for inner, fields in parts.items():
                there = {f: (v, (*at, inner, f)) for f, v in fields.items()}
                name = (*inside, names[inner])
                yield Statement(of, field, names[inner], (*at, inner), path, name)
                yield from _fields(field.holds, there, path, name)
        elif field.sort is Sort.ROWS:
            continue
        elif top and field.holds in _LONG and isinstance(value, dict):
            yield from _fields(field.holds, {f: (v, (*at, f)) for f, v in value.items()}, path)
        else:
            yield Statement(of, field, value, at, path, inside)
    if known.others is not None:
        for key in values:
            if key not in known.fields:
                value, at = values[key]
                yield Statement(of, known.others._replace(key=key, zh=key, en=key), value, at, path, inside)


def refs(value: Any, at: DocPath) -> tuple[Ref, ...]:
    """The names in a field, each with its place."""
    if isinstance(value, list):
        return tuple(Ref(text=str(each), at=(*at, n)) for n, each in enumerate(value) if each != UNSPECIFIED)
    if isinstance(value, dict):
        return tuple(Ref(text=str(key), at=(*at, key)) for key in value)
    return () if value is None or value == UNSPECIFIED else (Ref(text=str(value), at=at),)


def named_actors(one: Statement) -> Iterator[tuple[Field, Ref]]:
    """The actors a statement names, also those in mappings (`never: {who: …}`), each with the field that names it.

    Whom an amount is a share of has no part in it.
    """
    if one.field.sort is not Sort.AMOUNT:
        yield from _named_actors(one.field, one.value, one.at)


def _named_actors(field: Field, value: Any, at: DocPath) -> Iterator[tuple[Field, Ref]]:
    if isinstance(value, dict) and field.holds:
        for key, inner in value.items():
            known = kind_named(field.holds).fields.get(key)
            if known is not None:
                yield from _named_actors(known, inner, (*at, key))
    elif field.sort is Sort.ACTOR:
        yield from ((field, ref) for ref in refs(value, at))


# what is said, in words ------------------------------------------------------------------------------------


def said(inventory: Inventory, one: Statement) -> Said:
    """The value of a field in the reader's language."""
    return Said(
        *(_Words(inventory, one, lang).of(one.of, one.field, one.value, one.at) for lang in ("zh", "en"))
    )


def told_parts(inventory: Inventory, every: Iterable[Statement]) -> Said:
    """Parts of an element, each by its name with what is said of it in brackets: 师德（分值20分）."""
    found: dict[tuple[str, ...], list[Statement]] = {}
    for one in every:
        found.setdefault(one.inside, []).extend(() if one.is_part else (one,))
    depth = min(map(len, found))
    zh, en = [], []
    for names, held in found.items():
        told = [(one.field, said(inventory, one)) for one in held if one.field.key != "name"]
        name = "/".join(names[depth - 1 :])
        inner = "，".join(f"{f.zh}{_joint(f, f, 'zh')}{t.zh}" for f, t in told)
        zh.append(f"{name}（{inner}）" if inner else name)
        inner = ", ".join(f"{_label(f, 'en')}: {t.en}" for f, t in told)
        en.append(f"{name} ({inner})" if inner else name)
    return Said("、".join(zh), ", ".join(en))


class _Words:
    """One statement in words of one language."""

    def __init__(self, inventory: Inventory, one: Statement, lang: Lang) -> None:
        self.inventory, self.path, self.lang = inventory, one.path, lang
        self.comma = "、" if lang == "zh" else ", "

    def of(self, of: str, field: Field, value: Any, at: DocPath) -> str:
        zh = self.lang == "zh"
        if value == UNSPECIFIED:
            return fixed_word(field, value, self.lang)
        if field.sort in (Sort.TIME, Sort.AMOUNT, Sort.QUANTITY):
            return self._measured(of, field, value)
        if field.key == "per" and isinstance(per := read_per(value), Per):
            return say_per(per, self.inventory.name_of, self.lang).removeprefix("per ")
        if zh and field.holds == "score_line":
            return "；".join(score_lines(read_score(Quiet(), value, at)))
        if isinstance(value, dict):
            return self._mapping(of, field, value, at)
        if isinstance(value, list) and any(isinstance(each, dict) for each in value):
            each = (self.of(of, field, one, (*at, n)) for n, one in enumerate(value))
            return ("；" if zh else "; ").join(each)
        if field.sort in (Sort.ACTOR, Sort.TARGET):
            return self.comma.join(self._name(field, ref) for ref in refs(value, at))
        if (number := _bounds(value)) is not None:
            return said_count(of, field.key, number, self.lang)
        if field.words:
            return self.comma.join(fixed_word(field, each, self.lang) for each in _listed(value))
        return self.comma.join(texts(value))

    def _name(self, field: Field, ref: Ref) -> str:
        return self.inventory.name_at(self.path, ref, field.refs)

    def _measured(self, of: str, field: Field, value: Any) -> str:
        read = _read(field.sort, value)
        if isinstance(read, str):
            return read
        if field.sort is Sort.TIME:
            return self.comma.join(map(say_when, read))
        if field.sort is Sort.AMOUNT:
            return self.comma.join(said_amount(each, self.inventory.name_of, self.lang) for each in read)
        return said_count(of, field.key, read, self.lang)

    def _mapping(self, of: str, field: Field, value: Mapping[str, Any], at: DocPath) -> str:
        known = kind_named(field.holds) if field.holds else None
        parts = []
        for key, inner in value.items():
            own = known.fields.get(key) if known else None
            inside = own or (known.others if known else None) or _entries(field)
            label = _label(own, self.lang) if own else self.inventory.name_of(key) if field.key_refs else key
            told = self.of(field.holds or of, inside, inner, (*at, key))
            joint = ": " if self.lang == "en" else "" if _bounds(inner) else _joint(field, inside, self.lang)
            parts.append(f"{label}{joint}{told}")
        return ("，" if self.lang == "zh" else ", ").join(part for part in parts if part)


def _bounds(value: Any) -> Quantity | None:
    """A number with bounds (`201..`) where any text may stand; None for anything else."""
    read = _read(Sort.QUANTITY, value) if isinstance(value, str) and ".." in value else None
    return read if isinstance(read, Quantity) else None


def label_of(field: Field) -> Said:
    """What a field is called inside a sentence."""
    return Said(field.zh, field.en[:1].lower() + field.en[1:])


def _label(field: Field, lang: Lang) -> str:
    return label_of(field).zh if lang == "zh" else label_of(field).en


def _joint(outer: Field, inner: Field, lang: Lang) -> str:
    """What stands between the name of a field in a mapping and its value: 学校数不超过9所, 地域为乡村, 列：学段."""
    if lang == "en":
        return ": "
    return "" if inner.sort is Sort.QUANTITY else "为" if outer.sort is Sort.CONDITION else "："


def fixed_word(field: Field, value: object, lang: Lang) -> str:
    """A fixed value of a field in the reader's language, or what stands in its place."""
    if value == UNSPECIFIED:
        return "〔待定〕" if lang == "zh" else UNSPECIFIED
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    if plain not in field.words:
        return plain
    return (
        field.words[plain]
        if lang == "zh"
        else {"true": "yes", "false": "no"}.get(plain, plain.replace("_", " "))
    )


def _entries(field: Field) -> Field:
    """What stands under the keys of a mapping that name something."""
    return field._replace(sort=Sort.TEXT, refs=())


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def said_count(of: str, key: str, quantity: Quantity, lang: Lang) -> str:
    """A number in words; the sizes of a cluster have a unit where it is not written."""
    if of == "size" and not quantity.unit and key in _COUNTED:
        quantity = replace(quantity, unit=_COUNTED[key])
    return say(quantity, lang)


# what is said, to be compared ------------------------------------------------------------------------------


def meaning(inventory: Inventory, one: Statement, lead: Lead = STAY) -> Hashable:
    """The value of a field such that two that mean the same are equal: names by what they mean, times by rhythm."""
    return _Meaning(inventory, one.path, lead).of(one.field, one.value, one.at)


class _Meaning:
    """Values of the fields of one element without their wording."""

    def __init__(self, inventory: Inventory, path: Path, lead: Lead) -> None:
        self.inventory, self.path, self.lead = inventory, path, lead

    def of(self, field: Field, value: Any, at: DocPath) -> Hashable:
        if value == UNSPECIFIED:
            return UNSPECIFIED
        if field.sort in (Sort.TIME, Sort.AMOUNT, Sort.QUANTITY):
            return self._measured(field, value)
        if isinstance(value, dict):
            return self._mapping(field, value, at)
        if field.sort in (Sort.ACTOR, Sort.TARGET):
            return frozenset(self._named(field, ref) for ref in refs(value, at))
        return frozenset(
            self.of(field, one, at) if isinstance(one, dict | list) else self.lead.text(str(one))
            for one in _listed(value)
        )

    def _measured(self, field: Field, value: Any) -> Hashable:
        read = _read(field.sort, value)
        return frozenset(map(self._plain, read)) if isinstance(read, tuple) else self._plain(read)

    def _plain(self, value: object) -> Hashable:
        """A part of a time or an amount: names by what they mean, numbers as they are."""
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._meant(value, ())
        if isinstance(value, tuple | frozenset):
            return tuple(self._plain(one) for one in value)
        if is_dataclass(value):
            return tuple(self._plain(getattr(value, part.name)) for part in fields(value) if part.compare)
        assert isinstance(value, Hashable), "numbers are values"
        return value

    def _mapping(self, field: Field, value: Mapping[str, Any], at: DocPath) -> Hashable:
        known = kind_named(field.holds) if field.holds else None
        told: set[Hashable] = set()
        for key, inner in value.items():
            own = (known.fields.get(key) or known.others) if known else None
            declared = known is not None and key in known.fields
            label = key if declared else self._meant(str(key), field.key_refs)
            told.add((label, self.of(own or _entries(field), inner, (*at, key))))
        return frozenset(told)

    def _named(self, field: Field, ref: Ref) -> Hashable:
        path = self.inventory.actor_at(self.path, ref) if field.sort is Sort.ACTOR else None
        if path is not None:
            return tuple(self.lead.path(part, "actor") for part in path)
        return self._meant(ref.text, field.refs)

    def _meant(self, text: str, kinds: tuple[str, ...]) -> Hashable:
        outer, _, last = text.rpartition("/")
        if builtin := built_in(last):
            return (*(self._meant(outer, ()) if outer else ()), (builtin,))  # type: ignore[misc]
        meant = self.inventory.one_named(text, kinds)
        return self.lead.text(text) if meant is None else (self.lead.path(meant.path, space(meant.kind)),)


def _read(sort: Sort, value: Any) -> Any:
    """A time, an amount or a number as its reader has it, what no reader knows as a text; texts are read once."""
    return _read_text(sort, value) if isinstance(value, str) else _read_any(sort, value)


@lru_cache(maxsize=4096)
def _read_text(sort: Sort, text: str) -> Any:
    return _read_any(sort, text)


def _read_any(sort: Sort, value: Any) -> Any:
    reader = {Sort.TIME: read_when, Sort.AMOUNT: read_amounts}.get(sort, read_quantity)
    read = reader(value)
    return str(value) if isinstance(read, Unreadable) else read


def binding_words(text: str) -> tuple[str, ...]:
    """What somebody has to keep to in a note: its figures, its words of obligation and whom or what it singles out."""
    singled = (part for part in _PARTS_OF_TEXT.split(text) if _SINGLES_OUT.search(part))
    return (*_BINDING.findall(text), *("".join(part.split()) for part in singled))
