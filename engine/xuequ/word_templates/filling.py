"""A drafter's own Word file as a template: its tags are filled from the same views as every other document.

The tags are those of docxtpl: `{{ name }}` prints, `{%p for … %}`, `{%tr for … %}` and `{%tc for … %}` repeat
paragraphs, rows and cells. What is wrong with a file or a tag is a finding that says where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from xuequ.findings.finding import Finding
from xuequ.markup.templating import Failure
from xuequ.views.jobs import Document
from xuequ.views.vocabulary import MARKDOWN_ONLY
from xuequ.word_templates.failing import about, failed
from xuequ.word_templates.mending import Broken, mended
from xuequ.word_templates.names import remarked
from xuequ.word_templates.package import WordSource, packed, parser
from xuequ.word_templates.reading import File, Ready, read
from xuequ.word_templates.remarks import Remark
from xuequ.word_templates.shapes import Shape, shapes

#: The name of what Jinja2 has compiled, in a traceback.
_COMPILED = "<template>"


def check(source: WordSource, document: Document, values: Mapping[str, object]) -> tuple[Finding, ...]:
    """What is wrong with a template for a document; `values` are what that has."""
    file = read(source, document)
    if file.wrong:
        return file.wrong
    known = {**dict.fromkeys(file.sandbox.globals), **shapes(document, values)}
    return tuple(found for ready in file.parts for found in _names(ready, file, source, document, known))


def fill(source: WordSource, document: Document, values: Mapping[str, object]) -> bytes:
    """The Word file with its tags filled. Raises `templating.Failure` where one cannot be."""
    file = read(source, document)
    if file.wrong:
        raise Failure(file.wrong[0])
    file.sandbox.fresh()
    filled = {ready.part.name: _filled(ready, source.file, document, values) for ready in file.parts}
    return packed({**file.members, **filled})


def _names(
    ready: Ready, file: File, source: WordSource, document: Document, known: Mapping[str, Shape]
) -> Iterator[Finding]:
    told = []
    elsewhere = MARKDOWN_ONLY.get(document, ())
    for found in remarked(file.sandbox.parse(ready.written.text), known):
        each = ready.written.tag(found.line)
        found = found._replace(code="DOC332") if found.facts.get("name") in elsewhere else found
        # What Word keeps for older programs says the same again.
        if not each.stretch.again and (said := about(each, source.file, document, found)) not in told:
            told.append(said)
            yield said


def _filled(ready: Ready, file: str, document: Document, values: Mapping[str, object]) -> bytes:
    try:
        made = ready.template.render(values)
    except Exception as error:
        # Whatever a template raises is its own doing: nothing else runs here.
        each = ready.written.tag(_line(error))
        raise Failure(about(each, file, document, failed(each, error))) from error
    try:
        root = etree.fromstring(made.encode(), parser())
        if ready.part.kind != "part_properties":
            mended(root)
    except (etree.XMLSyntaxError, Broken) as error:
        each = next((each for each in ready.written.lines if each.statement), ready.written.lines[0])
        raise Failure(about(each, file, document, Remark(0, "DOC307", {}))) from error
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _line(error: Exception) -> int:
    """The line of the template that was running."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _COMPILED:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


__all__ = ["WordSource", "check", "fill"]
