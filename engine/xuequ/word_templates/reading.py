"""A Word file read as a template: what is wrong with it as it stands, or its parts ready to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Template, TemplateSyntaxError
from lxml import etree

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place
from xuequ.views.jobs import Document
from xuequ.word_templates.failing import about, misread
from xuequ.word_templates.marks import Written
from xuequ.word_templates.package import Package, Part, WordSource, parser, unpacked
from xuequ.word_templates.paragraphs import Stretch, of_properties, stretches
from xuequ.word_templates.preparing import prepared
from xuequ.word_templates.sandbox import Sandbox
from xuequ.word_templates.slips import OPENING, slips
from xuequ.word_templates.standing import misplaced
from xuequ.word_templates.tags import CELL_STATEMENTS, Tag, tags

_TAG = re.compile(r"\{\{.+?\}\}|\{%.+?%\}")


class Ready(NamedTuple):
    """A part that can be filled: its text, and that text compiled."""

    part: Part
    written: Written
    template: Template


class File(NamedTuple):
    """A template file. Where something is `wrong` it has no parts to be filled."""

    wrong: tuple[Finding, ...]
    members: dict[str, bytes]
    parts: tuple[Ready, ...]
    sandbox: Sandbox


class _Text(NamedTuple):
    part: Part
    root: etree._Element
    texts: tuple[Stretch, ...]


@lru_cache(maxsize=4)
def read(source: WordSource, document: Document) -> File:
    """The file as a template of a document. It is read once for all pieces of that."""
    sandbox = Sandbox()
    package = unpacked(source)
    if isinstance(package, Finding):
        return File((package,), {}, (), sandbox)
    held = tuple(_texts(package))
    wrong = tuple(_wrong(package, held, source.file, document))
    if wrong:
        return File(wrong, {}, (), sandbox)
    parts: list[Ready] = []
    for part, root, texts in held:
        if any(next(tags(text), None) for text in texts):
            ready = _ready(part, prepared(root, texts), sandbox, source.file, document)
            wrong += () if isinstance(ready, Ready) else ready
            parts += [ready] if isinstance(ready, Ready) else []
    return File(wrong, dict(package.members), tuple(parts), sandbox)


def _texts(package: Package) -> Iterator[_Text]:
    for part in package.texts:
        root = etree.fromstring(part.xml, parser())
        yield _Text(part, root, tuple(stretches(root, part.kind)))
    for part in package.properties:
        root = etree.fromstring(part.xml, parser())
        yield _Text(part, root, tuple(of_properties(root)))


def _wrong(package: Package, held: Sequence[_Text], file: str, document: Document) -> Iterator[Finding]:
    """What is wrong with the tags as they are written and where they stand."""
    everywhere = [text for each in held for text in each.texts if not text.again]
    slipped = [found for text in everywhere for found in slips(text, file)]
    yield from slipped
    if slipped:
        return
    if not any(next(tags(text), None) for text in everywhere):
        yield finding("DOC311", Place(file=file), document=document)
    for each in held:
        yield from misplaced([text for text in each.texts if not text.again], file)
    for part in package.beyond:
        if found := _TAG.search(part.xml.decode("utf-8", "replace")):
            yield finding("DOC330", Place(file=file), tag=found[0], part=Word(part.kind))


def _ready(
    part: Part, written: Written, sandbox: Sandbox, file: str, document: Document
) -> Ready | tuple[Finding, ...]:
    try:
        return Ready(part, written, sandbox.from_string(written.text))
    except (TemplateSyntaxError, SyntaxError, ValueError, RecursionError, MemoryError) as error:
        wrong = [(each, found) for each in written.lines if (found := _unreadable(each, sandbox))]
        wrong = wrong or [(written.tag(getattr(error, "lineno", None) or 0), error)]
        return tuple(about(each, file, document, misread(each, found)) for each, found in wrong)


def _unreadable(each: Tag, sandbox: Sandbox) -> Exception | None:
    """Why a tag cannot be read by itself; what it closes was looked at before."""
    if each.word in ("else", "elif", *CELL_STATEMENTS) or each.word.startswith("end"):
        return None
    try:
        sandbox.from_string(each.jinja + (f"{{% end{each.word} %}}" if each.word in OPENING else ""))
    except (TemplateSyntaxError, SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return error
    return None
