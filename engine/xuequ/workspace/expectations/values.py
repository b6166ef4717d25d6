"""Expectations as values: what each is about, and what it says of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from xuequ.findings.finding import DocPath, Place
from xuequ.model.elements import Part

#: Stands where nobody is expected.
NOBODY = "nobody"


class About(StrEnum):
    """What an expectation is about; the values are keys of the file."""

    WORK = "work"
    ACTOR = "actor"
    CLUSTER = "cluster"
    FINDING = "finding"
    ABSENT = "absent"
    UNIT = "unit"


PARTS = (*(part.value for part in Part), "assess", "for")
#: What can be said of each; `unit` narrows work to one place.
FIELDS: Mapping[About, tuple[str, ...]] = MappingProxyType(
    {
        About.WORK: (*PARTS, "when", "months", "windows", "times", "amount", "comes_to", "places", "unit"),
        About.ACTOR: ("assessed_by", "reports_to", "duties", "part"),
        About.CLUSTER: ("units", "schools"),
        About.UNIT: ("schools",),
        About.FINDING: ("at", "count"),
        About.ABSENT: ("at",),
    }
)
#: Fields that only say where or how to look.
NARROWING = frozenset({"unit", "at", "part"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One thing that must hold: `said` are its fields, in canonical form; `at` is where it stands in its file."""

    about: About
    subject: str
    said: Mapping[str, object]
    name: str
    file: str
    at: DocPath

    def place(self, field: str = "") -> Place:
        """Where a field stands; without one, what the expectation is about."""
        return Place(file=self.file, path=(*self.at, field or self.about.value))

    def text(self, field: str) -> str:
        """A field that is one text, empty where it is absent."""
        value = self.said.get(field)
        return value if isinstance(value, str) else ""

    def names(self, field: str) -> tuple[str, ...]:
        """A field that is a name or a list of names."""
        value = self.said.get(field)
        return tuple(str(each) for each in value) if isinstance(value, list) else (str(value),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """One file of expectations. Paths are as written, from the file's folder."""

    file: str
    name: str
    scheme: str
    roster: str
    school_year: int | None
    expectations: tuple[Expectation, ...]
