"""What a build is asked for, and what comes of it: files, or that one need not be written again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xuequ.calendar.calendar import SchoolCalendar
from xuequ.documents.profile import NATIONAL_PROFILE, Profile
from xuequ.markup.templating import Source
from xuequ.views.jobs import Document

if TYPE_CHECKING:
    from xuequ.word_templates.package import WordSource


class Format(StrEnum):
    """The formats there are; only tables that people fill in become workbooks, only the calendar `.ics`."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"


#: What is written unless something else is asked for: PDF wants an extra and fonts, which not every machine has.
USUAL = frozenset(Format) - {Format.PDF}


def _never(path: str, made_from: str) -> bool:
    return False


def _nothing(path: str) -> bytes:
    return b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to build and with what.

    `calendar` has the period that is planned; without one months stand without days. `templates` are the
    drafter's own by name; `pictures` go on the index page: caption → SVG text. `profile` is how pages are set.
    `word_templates` are Word files of the drafter, by the document they are filled for. `stands` says whether
    a file is there already as it would come out: its path, and the digest of what it is made from.
    """

    calendar: SchoolCalendar | None = None
    formats: frozenset[Format] = USUAL
    only: frozenset[Document] = frozenset(Document)
    templates: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    profile: Profile = NATIONAL_PROFILE
    word_templates: Mapping[Document, WordSource] = field(default_factory=lambda: MappingProxyType({}))
    stands: Callable[[str, str], bool] = _never
    before: Callable[[str], bytes] = _nothing
    alarm: int | None = None


class OutputFile(NamedTuple):
    """A file to be written: `path` is relative, with `/`; `made_from` is empty for one that is always written."""

    path: str
    data: bytes
    made_from: str = ""


class Standing(NamedTuple):
    """A file that `Options.stands` said is there already."""

    path: str
    made_from: str


def digest(*parts: object) -> str:
    """The digest of what a file is made from: values whose `repr` says all of them, in one order."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        found.update(part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass"))
        found.update(b"\0")
    return found.hexdigest()


def file(
    options: Options, path: str, made_from: tuple[object, ...], make: Callable[[], bytes]
) -> OutputFile | Standing:
    """The file at `path`, made only where it does not stand there as it would come out."""
    source = digest(path, *made_from)
    return Standing(path, source) if options.stands(path, source) else OutputFile(path, make(), source)
