"""From a plan to files: each document's view, its template, one parse, a writer a format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xuequ.documents import issuing
from xuequ.documents.files import Format, Options, OutputFile, Standing
from xuequ.documents.indexing import index, link, workbook_link
from xuequ.documents.profile import Profile
from xuequ.documents.writing import files_of, workbook
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.markup.templating import Failure, Templates, templates, unused
from xuequ.resolution.plan import Plan
from xuequ.views import plan as plans
from xuequ.views.context import Context, context
from xuequ.views.document_kinds import goes_out_alone
from xuequ.views.issue import Head
from xuequ.views.jobs import NAMES, Document, Job, jobs
from xuequ.writers.html import Link


def build(plan: Plan, options: Options) -> tuple[tuple[OutputFile, ...], tuple[Finding, ...]]:
    """All files of a scheme, and what was found on the way. Nothing is read or written on disk."""
    files: list[OutputFile] = []
    findings: list[Finding] = []
    for made in steps(plan, options):
        if isinstance(made, OutputFile):
            files.append(made)
        elif isinstance(made, Finding):
            findings.append(made)
    return tuple(files), tuple(findings)


def steps(plan: Plan, options: Options) -> Iterator[OutputFile | Standing | Finding]:
    """The same one by one, so that nothing need be kept and progress can be shown."""
    made = context(plan)
    if Document.NOTICE in options.only and goes_out_alone(plans.title(made)):
        # Such a text has no notice: it is written itself.
        options = replace(options, only=options.only | {Document.PLAN})
    own = templates(options.templates)
    yield from unused(options.templates)
    if options.calendar is None and Document.CALENDAR in options.only:
        yield _no_period(plan)
    if Format.PDF in options.formats and (found := _without_pdf(plan, options)):
        yield found
        options = replace(options, formats=options.formats - {Format.PDF})
    yield from _not_in_pdf(options)
    links: list[Link] = []
    told: list[Finding] = []
    for document in Document:
        if document in options.only:
            try:
                for each in _document(document, made, own, options):
                    if isinstance(each, Link):
                        links.append(each)
                    elif each not in told:
                        # A school's list and the next one's have the same template, and the same wrong in it.
                        told += [each] if isinstance(each, Finding) else []
                        yield each
            except Failure as failure:
                # A notice encloses other documents: what is wrong with their templates is told once.
                if failure.finding not in told:
                    told.append(failure.finding)
                    yield failure.finding
    if Format.HTML in options.formats:
        yield index(links, made, own, options)


def _head(plan: Plan, profile: Profile) -> Head:
    """What the profile says of the head of a notice."""
    return Head(
        mark=profile.mark,
        number=issuing.number(plan, profile),
        printed_by=profile.printed_by,
    )


def _document(
    document: Document, made: Context, own: Templates, options: Options
) -> Iterator[OutputFile | Standing | Finding | Link]:
    """A document job by job, none of them kept; then the workbook of its tables."""
    plan, head = made.plan, _head(made.plan, options.profile)

    def written() -> Iterator[Job]:
        return jobs(document, made, options.calendar, head)

    for number, job in enumerate(written()):
        wrong = tuple(_wrong_word_template(job, options)) if not number else ()
        yield from wrong
        if wrong:
            return
        yield from files_of(job, own, options, plan)
        yield link(job, options.formats)
    if Format.XLSX in options.formats:
        book = workbook(f"{NAMES[document]}.xlsx", written, options, plan)
        if book is not None:
            yield book
            if document is Document.CHECKLISTS:
                yield workbook_link(document)


def _wrong_word_template(first: Job, options: Options) -> Iterator[Finding]:
    """What is wrong with the Word file that is filled for a document, once for all of its jobs."""
    source = options.word_templates.get(first.document)
    if source is not None and Format.DOCX in options.formats:
        from xuequ.word_templates import filling as word_template

        yield from word_template.check(source, first.document, first.values)


def _not_in_pdf(options: Options) -> Iterator[Finding]:
    """Said for each Word template whose document becomes a PDF too: that is set from our own template."""
    if Format.PDF in options.formats:
        for document, source in options.word_templates.items():
            yield finding("DOC329", Place(file=source.file), document=NAMES[document])


def _without_pdf(plan: Plan, options: Options) -> Finding | None:
    """Why this machine can make no PDF, before the first document is begun."""
    from xuequ.writers import pdf

    return pdf.unready(Place(file=plan.composed.file), options.profile.page)


def _no_period(plan: Plan) -> Finding:
    """Said once, where a period would be stated."""
    tree, origins = plan.composed.tree, plan.composed.origins
    at = ("calendar",) if "calendar" in tree else ("issue",) if "issue" in tree else ()
    return finding("DOC013", origins.place(at, "key" if at else "value"))
