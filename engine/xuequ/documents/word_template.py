"""A drafter's own Word file as a template: its tags are filled from the same views as every other document.

docxtpl (the extra `xuequ[word]`) merges tags that Word has split and repeats paragraphs, rows and cells. Here each
tag gets a line of its own before Jinja2 sees it, so that a line number leads back to a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from xuequ.documents.numerals import chinese
from xuequ.documents.templating import Failure
from xuequ.documents.word_tags import (
    OPENING,
    Paragraph,
    Tag,
    paired_wrongly,
    paragraphs,
    tag,
    tags,
    unknown_statements,
    written_wrongly,
)
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.findings.nearest import nearest

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_PARTS = re.compile(r"word/(document|header|footer|footnotes)\d*\.xml")
_NAMES = {
    "document": "part_text",
    "header": "part_header",
    "footer": "part_footer",
    "footnotes": "part_notes",
}
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
#: docxtpl's own statements, about the cell they stand in.
_OF_CELLS = ("colspan", "cellbg", "vm", "hm")
#: Prints nothing, and ends a line.
_NEW_LINE = "{#\n#}"
_LACKS = re.compile(r"has no (?:attribute|element) '?(.+?)'?$")
_QUOTED = re.compile(r"'([^']+)'")
#: Bytes unpacked; no office has a larger form, and a bomb has.
_MOST = 200_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class WordSource(NamedTuple):
    """A Word file that serves as a template, and its name for findings."""

    file: str
    data: bytes


def missing(file: str) -> Finding | None:
    """The finding where the library that fills Word files is not installed."""
    return finding("DOC300", Place(file=file)) if find_spec("docxtpl") is None else None


def check(source: WordSource, values: Mapping[str, object]) -> tuple[Finding, ...]:
    """What is wrong with a template as it is written; `values` are what its document has."""
    if absent := missing(source.file):
        return (absent,)
    parts = _read(source)
    if parts is None:
        return (finding("DOC301", Place(file=source.file)),)
    if not any(tags(many) for many in parts.values()):
        wide = tuple(f for many in parts.values() for f in written_wrongly(many, source.file))
        return wide or (finding("DOC311", Place(file=source.file)),)
    return tuple(found for many in parts.values() for found in _wrong(many, source.file, values))


def fill(source: WordSource, values: Mapping[str, object]) -> bytes:
    """The Word file with its tags filled. Raises `templating.Failure` where one cannot be."""
    template = _opened(source, _read(source) or {})
    try:
        template.render(dict(values), _environment(), autoescape=True)
    except TemplateError as error:
        # A tag in the file's own properties has no paragraph.
        at = Paragraph("part_properties", 1, "")
        raise Failure(_failed(source.file, error, tag("{{}}", at), values)) from error
    out = BytesIO()
    template.save(out)
    return _undated(out.getvalue())


@lru_cache(maxsize=4)
def _read(source: WordSource) -> Mapping[str, tuple[Paragraph, ...]] | None:
    """The paragraphs of every part that can hold tags, by the name of the part; None where it is no Word file."""
    try:
        with ZipFile(BytesIO(source.data)) as package:
            names = package.namelist()
            unpacked = sum(info.file_size for info in package.infolist())
            if "word/document.xml" not in names or unpacked > _MOST:
                return None
            found = [(name, part[1]) for name in names if (part := _PARTS.fullmatch(name))]
            return {name: paragraphs(package.read(name), _NAMES[kind]) for name, kind in found}
    except (BadZipFile, etree.XMLSyntaxError, OSError, ValueError):
        return None


def _wrong(many: tuple[Paragraph, ...], file: str, values: Mapping[str, object]) -> Iterator[Finding]:
    listed = tags(many)
    wrong = (*written_wrongly(many, file), *unknown_statements(listed, file))
    wrong = wrong or tuple(paired_wrongly(listed, file))
    yield from wrong
    if not wrong:
        for each in listed:
            yield from _unreadable(each, file)
        yield from _unknown(listed, file, values)


def _unreadable(each: Tag, file: str) -> Iterator[Finding]:
    """A tag that Jinja2 cannot read by itself; what it closes was looked at before."""
    word = each.word
    if each.statement and (word in ("else", "elif", *_OF_CELLS) or word.startswith("end")):
        return
    closing = f"{{% end{word} %}}" if each.statement and word in OPENING else ""
    try:
        _environment().from_string(_written(each) + closing)
    except TemplateSyntaxError as error:
        yield _misread(file, error, each)


def _misread(file: str, error: TemplateSyntaxError, each: Tag) -> Finding:
    said = error.message or ""
    named = _QUOTED.search(said)
    if isinstance(error, TemplateAssertionError) and "filter" in said and named:
        near = nearest(named[1], _environment().filters)
        return finding("DOC305", Place(file=file), name=named[1], nearest=near, **each.at.facts)
    return finding("DOC310", Place(file=file), tag=each.inner, problem=said, **each.at.facts)


def _unknown(many: tuple[Tag, ...], file: str, values: Mapping[str, object]) -> Iterator[Finding]:
    """Names that the document does not have, each where it stands first."""
    text = "".join(f"\n{_written(each)}" for each in many)
    known = frozenset(values) | set(_environment().globals)
    try:
        tree = _environment().parse(text)
        unknown = find_undeclared_variables(tree) - known
    except TemplateSyntaxError:
        # Told already, where the tag stands.
        return
    for node in tree.find_all(nodes.Name):
        if node.name in unknown and node.ctx == "load":
            unknown.discard(node.name)
            near = nearest(node.name, values)
            at = many[node.lineno - 2].at
            yield finding("DOC303", Place(file=file), name=node.name, nearest=near, **at.facts)


def _written(each: Tag) -> str:
    if each.statement and each.word in _OF_CELLS:
        return f"{{{{ {each.inner.removeprefix(each.word) or '0'} }}}}"
    return f"{{% {each.inner} %}}" if each.statement else f"{{{{ {each.inner} }}}}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters["chinese"] = chinese
    return environment


def _opened(source: WordSource, parts: Mapping[str, tuple[Paragraph, ...]]) -> DocxTemplate:
    """The file as docxtpl has it, with parts that know their paragraphs."""
    from docxtpl import DocxTemplate

    class Located(DocxTemplate):  # type: ignore[misc,unused-ignore]  # has no types of its own
        """Fills a part tag by tag, so that what fails can be found in it."""

        def render_xml_part(
            self,
            src_xml: str,
            part: object,
            context: Mapping[str, object],
            jinja_env: Environment | None = None,
        ) -> str:
            name = str(getattr(part, "partname", "")).lstrip("/")
            filled = _filled(src_xml, parts.get(name, ()), source.file, context)
            return str(self.resolve_listing(filled))

    return Located(BytesIO(source.data))


def _filled(xml: str, many: tuple[Paragraph, ...], file: str, values: Mapping[str, object]) -> str:
    lines = [tag(written, Paragraph("part_text", 0, "")) for written in _TAG.findall(xml.replace("\n", " "))]
    text = _TAG.sub(lambda found: _NEW_LINE + found[0], xml.replace("\n", " "))
    try:
        made = _environment().from_string(text).render(values)
        etree.fromstring(made.encode())
    except etree.XMLSyntaxError as error:
        opening = next((each for each in tags(many) if each.statement), None) or next(iter(tags(many)))
        raise Failure(finding("DOC307", Place(file=file), tag=opening.inner, **opening.at.facts)) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        each = _found(lines, _line(error) - 2, many)
        raise Failure(_failed(file, error, each, values)) from error
    return made


def _line(error: Exception) -> int:
    """The line of the template that was running."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, trace = 2, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _found(lines: list[Tag], number: int, many: tuple[Paragraph, ...]) -> Tag:
    """The tag of a line where it stands in the file: docxtpl adds some, but keeps those of one text in order."""
    meant = lines[min(max(number, 0), len(lines) - 1)]
    before = sum(each.inner == meant.inner for each in lines[:number])
    alike = [each for each in tags(many) if each.inner == meant.inner]
    return alike[min(before, len(alike) - 1)] if alike else tags(many)[0]


def _failed(file: str, error: Exception, each: Tag, values: Mapping[str, object]) -> Finding:
    said = str(error) or type(error).__name__
    place = Place(file=file)
    if isinstance(error, SecurityError):
        return finding("DOC312", place, tag=each.inner, **each.at.facts)
    if isinstance(error, UndefinedError) and (lacking := _LACKS.search(said)):
        near = nearest(lacking[1], _fields(values.values()))
        return finding("DOC304", place, name=lacking[1], tag=each.inner, nearest=near, **each.at.facts)
    return finding("DOC310", place, tag=each.inner, problem=said, **each.at.facts)


def _fields(values: Iterable[object]) -> set[str]:
    """The fields of all records in values, however deep."""
    found: set[str] = set()
    for value in values:
        names = getattr(value, "_fields", None) or getattr(value, "__dataclass_fields__", None)
        if names:
            found |= set(names)
            found |= _fields(getattr(value, name) for name in names)
        elif isinstance(value, tuple):
            found |= _fields(value[:1])
    return found


def _undated(data: bytes) -> bytes:
    """The same package with no time in it, so that two builds are the same."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(out, "w", ZIP_DEFLATED) as fresh:
        for info in made.infolist():
            plain = ZipInfo(info.filename, _LONG_AGO)
            plain.compress_type = ZIP_DEFLATED
            plain.external_attr = 0o600 << 16
            fresh.writestr(plain, made.read(info.filename))
    return out.getvalue()
