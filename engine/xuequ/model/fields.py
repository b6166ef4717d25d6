"""Single fields of a canonical tree as values: references, texts, clauses, quantities, rhythms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from xuequ.compose import Composed
from xuequ.compose.index import called
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.nearest import is_one_off, nearest
from xuequ.model.amount.amounts import Amount, read_amounts
from xuequ.model.amount.per import Per, read_per
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.dates import read_date, read_day
from xuequ.model.elements import GONE, Clause, Ref
from xuequ.model.time.reading import read_when
from xuequ.model.time.values import When
from xuequ.model.unreadable import Unreadable

UNSPECIFIED = "unspecified"
Value = TypeVar("Value")


class Fields:
    """Readers of one composed tree's fields; what cannot be read becomes a finding and is left out."""

    def __init__(self, composed: Composed) -> None:
        self.composed = composed
        self.findings: list[Finding] = []
        self._sources = _Sources(composed)
        self._whens: dict[object, tuple[When, ...]] = {}

    def refs(self, value: object, at: DocPath) -> tuple[Ref, ...]:
        """A name or a list of names, each with its place."""
        if isinstance(value, list):
            return tuple(
                Ref(text=text, at=(*at, number))
                for number, text in enumerate(value)
                if isinstance(text, str) and text != UNSPECIFIED
            )
        if isinstance(value, dict):
            return tuple(Ref(text=key, at=(*at, key)) for key in value)
        return (Ref(text=value, at=at),) if isinstance(value, str) and value != UNSPECIFIED else ()

    def ref(self, value: object, at: DocPath) -> Ref | None:
        """One name."""
        found = self.refs(value, at)
        return found[0] if found else None

    def clauses(self, value: object, at: DocPath) -> tuple[Clause, ...]:
        """A clause or a list of clauses, each with the source it is in."""
        file = self.composed.origins.of(at).file
        found = []
        for number, said in enumerate(texts(value)):
            clause = self._sources.clause(said, file)
            if clause is None:
                place = self.composed.origins.place((*at, number) if isinstance(value, list) else at)
                name, keys = _WRITTEN.split(said.removeprefix("《"))[0], self._sources.keys(file)
                self.findings.append(finding("REF114", place, name=name, nearest=nearest(name, keys)))
            else:
                found.append(clause)
        return tuple(found)

    def date(self, value: object, at: DocPath) -> str:
        """The date of a document; empty where it is absent, unspecified or none."""
        return self.read_or_tell(read_date, value, at) or ""

    def day(self, value: object, at: DocPath) -> str:
        """A single day; empty where it is absent, unspecified or none."""
        return self.read_or_tell(read_day, value, at) or ""

    def quantity(self, value: object, at: DocPath) -> Quantity | None:
        """A quantity, None where it is absent or unspecified."""
        return self.read_or_tell(read_quantity, value, at)

    def amounts(self, value: object, at: DocPath) -> tuple[Amount, ...]:
        """One amount or several."""
        if isinstance(value, list):
            found = (self.read_or_tell(read_amounts, each, (*at, n)) for n, each in enumerate(value))
            return tuple(amount for amounts in found for amount in amounts or ())
        return self.read_or_tell(read_amounts, value, at) or ()

    def per(self, value: object, at: DocPath) -> Per | None:
        """What something is once more for, None where it is absent or unspecified."""
        return self.read_or_tell(read_per, value, at)

    def whens(self, value: object, at: DocPath) -> tuple[When, ...]:
        """Rhythms and dates; equal strings are read once."""
        if isinstance(value, str) and value in self._whens:
            return self._whens[value]
        found = self.read_or_tell(read_when, value, at) or ()
        if isinstance(value, str):
            self._whens[value] = found
        return found

    def read_or_tell(
        self, read: Callable[[object], Value | Unreadable], value: object, at: DocPath
    ) -> Value | None:
        """What a reader makes of a value, None where it is absent or unspecified, or told as unreadable."""
        if value is None or value == UNSPECIFIED:
            return None
        got = read(value)
        if isinstance(got, Unreadable):
            place = self.composed.origins.place((*at, *got.path))
            facts = {"text": got.text, "nearest": got.nearest, "forms": got.forms, "why": got.why or ""}
            self.findings.append(finding(got.code, place, **facts))
            return None
        return got


#: What stands between the name of a source and the number of a clause.
_WRITTEN = re.compile(r"[/》\s：:]+")
_NUMBER = re.compile(r"第|附件|附录|[(（]?[0-9０-９一二三四五六七八九十百零〇Ⅰ-Ⅻ]")


def _named(text: str, labels: Iterable[str]) -> tuple[str, str] | None:
    """The source and the number in a clause that is written without a slash: 《章程》第三条, 章程 第三条."""
    for label in sorted(labels, key=len, reverse=True):
        for written in (f"《{label}》", label):
            if text.startswith(written):
                rest = text[len(written) :]
                number = rest.lstrip(" 　：:")
                apart = number != rest or written != label or number.startswith("第")
                if apart and _NUMBER.match(number):
                    return label, number
    return None


def _is_misspelt(text: str, labels: Iterable[str]) -> bool:
    """Whether it begins with a source that nobody declared: one between book marks, one of nearly a known name."""
    head = _WRITTEN.split(text)[0]
    return text.startswith("《") or (
        not _NUMBER.match(head) and any(is_one_off(head, label) for label in labels)
    )


class _Sources:
    """Which source a clause means when it names none."""

    def __init__(self, composed: Composed) -> None:
        self._keys: dict[str, dict[str, str]] = {}
        self._default: dict[str, str] = {}
        own = {k: s for k, s in mapping(composed.tree, "sources").items() if "/" not in k}
        titles = {_title(key, source): key for key, source in own.items()}
        frames = {adopted.file: adopted.key for adopted in reversed(composed.adopted)}
        for file, document in composed.documents.items():
            tree = document.value if isinstance(document.value, dict) else {}
            sources, prefix = mapping(tree, "sources"), f"{frames[file]}/" if file in frames else ""
            # What one scheme takes over from another is its own: both may name the sources of both.
            known = sources if prefix else {**sources, **own}
            keys = {
                label: titles.get(_title(key, source), prefix + key) if prefix else key
                for key, source in known.items()
                for label in called(key, source if isinstance(source, dict) else {})
            }
            self._keys[file] = keys
            chosen = mapping(tree, "issue").get("source") or next(_in_force(known), "")
            self._default[file] = keys.get(str(chosen), "")

    def keys(self, file: str) -> tuple[str, ...]:
        """What a clause in `file` may name."""
        return tuple(self._keys.get(file, {}))

    def clause(self, text: str, file: str) -> Clause | None:
        """`[source/]number` as a clause of the file it stands in; None where it names an unknown source.

        A blank or book marks part the two as well as the slash does.
        What is called as a source is that source as a whole: some have no numbers.
        """
        first, slash, rest = text.partition("/")
        keys = self._keys.get(file, {})
        if slash:
            return Clause(source=keys[first], number=rest) if first in keys else None
        whole = text[1:-1] if text.startswith("《") and text.endswith("》") else text
        if whole in keys:
            return Clause(source=keys[whole], number="")
        if (named := _named(text, keys)) is not None:
            return Clause(source=keys[named[0]], number=named[1])
        if _is_misspelt(text, keys):
            return None
        return Clause(source=self._default.get(file) or None, number=text)


def _in_force(sources: Mapping[str, object]) -> Iterator[str]:
    """The sources that the text does not repeal or suspend."""
    return (key for key, one in sources.items() if not (isinstance(one, dict) and one.get("as") in GONE))


def _title(key: str, source: object) -> str:
    return str(source.get("name", key)) if isinstance(source, dict) else key


def texts(value: object) -> tuple[str, ...]:
    """A text or a list of texts; numbers as written, unspecified left out."""
    if value is None or value == UNSPECIFIED:
        return ()
    many = value if isinstance(value, list | dict) else [value]
    return tuple(str(each) for each in many if each is not None and each != UNSPECIFIED)


def text(value: object) -> str:
    """One text; empty where absent or unspecified."""
    found = texts(value)
    return "、".join(found)


def mapping(value: Mapping[str, Any], key: str) -> dict[str, Any]:
    """The mapping under `key`, empty where there is none."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def frozen(value: object) -> Mapping[str, Any]:
    """A read-only view of a mapping, empty where it is none."""
    return MappingProxyType(value if isinstance(value, dict) else {})
