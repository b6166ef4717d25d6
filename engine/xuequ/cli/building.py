"""What `xuequ build` does once it is clear what is asked: nothing where nothing changed, else everything anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xuequ.cli.i18n import Lang, Say, speaker
from xuequ.cli.settings import settings
from xuequ.cli.word_templates import Given
from xuequ.findings.record import record
from xuequ.workspace.incremental import Asked, Kept, about, standing, unchanged, written_before
from xuequ.workspace.loading import Shelf, content

if TYPE_CHECKING:
    from xuequ.documents.files import Options
    from xuequ.findings.finding import Finding
    from xuequ.model.time.years import Year
    from xuequ.resolution.plan import Plan
    from xuequ.source.locate import Source
    from xuequ.views.jobs import Document
    from xuequ.word_templates.package import WordSource
    from xuequ.workspace.output import Written


@record
class Wish:
    """What the command line asks for: files by their paths, formats and documents by their names."""

    scheme: str
    roster: str | None
    school_year: Year | None
    target: Path
    formats: tuple[str, ...]
    only: tuple[str, ...]
    templates: str | None
    profile: str | None
    word_templates: tuple[Given, ...]
    alarm: int | None = None


def build(wish: Wish, say: Say, *, force: bool) -> int:
    """Build, and say what was done; the exit status. With `force` also where nothing changed."""
    asked = _asked(wish)
    kept = None if force else unchanged(wish.target, asked)
    if kept is not None:
        click.echo(_same(wish.target, kept, say))
        return 0
    return _anew(wish, asked, say, force=force)


def _asked(wish: Wish) -> Asked:
    options = {
        "to": wish.formats,
        "only": wish.only,
        "year": str(wish.school_year or ""),
        "lang": _language(),
        "alarm": wish.alarm,
    }
    return Asked(scheme=wish.scheme, roster=wish.roster, options=options, own=_own(wish))


def _own(wish: Wish) -> Mapping[str, bytes]:
    """What is read beside the scheme and its roster, by name and place."""
    found = {f"word {each}": source.data for each, source in _word_templates(wish).items()}
    if wish.profile:
        found["profile"] = content(wish.profile)
    if wish.templates:
        from xuequ.workspace.templates import own_templates

        own = own_templates(wish.templates)
        found |= {
            f"template {name}": f"{source.file}\n{source.text}".encode() for name, source in own.items()
        }
    return found


def _word_templates(wish: Wish) -> Mapping[Document, WordSource]:
    if not wish.word_templates:
        return {}
    from xuequ.workspace.templates import word_templates

    return word_templates(wish.word_templates)


def _language() -> Lang:
    """Of pictures: documents are Chinese wherever they are built, and so are these unless `--lang` is given."""
    return settings().told_lang or "zh"


def _same(target: Path, kept: Kept, say: Say) -> str:
    """What is said where nothing was to be done."""
    count = len(kept.files)
    told = say(f"{target}：{count} 个文件，没有变化，未重新生成", f"{target}: {count} files, nothing changed")
    if not kept.told:
        return told
    again = say(
        f"；上次有 {kept.told} 条提示，`--force` 可再看",
        f"; findings told when they were built: {kept.told}, `--force` shows them again",
    )
    return told + again


def _anew(wish: Wish, asked: Asked, say: Say, *, force: bool) -> int:
    from xuequ.cli.output import stop_at_errors, tell
    from xuequ.workspace.planning import plan_file

    shelf = Shelf()
    planned = plan_file(wish.scheme, wish.roster, shelf)
    plan = stop_at_errors(planned)
    if plan is None:
        return 1
    findings: list[Finding] = []
    sources: dict[str, Source] = dict(planned.sources)
    options = _options(wish, plan, say, findings, sources)
    if options is None:
        tell(findings, sources, lang=settings().lang, to_stderr=True)
        return 1
    options = replace(options, before=written_before(wish.target))
    if not force:
        options = replace(options, stands=standing(wish.target))
    files = _Files(plan, options, wish.target, findings)
    written = _write(
        files, wish.target, lambda: about(wish.target, asked, shelf, len(findings), files.made_from)
    )
    tell(findings, sources, lang=settings().lang, to_stderr=True)
    if written is None:
        click.echo(
            say(f"没有写入 {wish.target}，原有的文件没有改动", f"{wish.target} was left as it was"), err=True
        )
        return 1
    _said(written, files.stood, say)
    return 0


def _options(
    wish: Wish, plan: Plan, say: Say, findings: list[Finding], sources: dict[str, Source]
) -> Options | None:
    """What to build with; what was found on the way goes to `findings`. None where profile or period cannot be used."""
    from xuequ.cli.output import failed
    from xuequ.documents.files import Format, Options
    from xuequ.views.jobs import Document
    from xuequ.workspace.planned_year import planned_year
    from xuequ.workspace.profiles import NATIONAL, read_profile
    from xuequ.workspace.templates import as_documents, own_templates

    own = own_templates(wish.templates) if wish.templates else {}
    set_as = read_profile(wish.profile) if wish.profile else NATIONAL
    sources.update({**as_documents(own), **set_as.sources})
    year = planned_year(plan, wish.school_year)
    findings += [*year.findings, *set_as.findings]
    if set_as.profile is None or failed(year.findings):
        return None
    return Options(
        calendar=year.calendar,
        formats=frozenset(map(Format, wish.formats)),
        only=frozenset(map(Document, wish.only)),
        templates=own,
        pictures=_pictures(plan) if "html" in wish.formats else {},
        profile=set_as.profile,
        word_templates=_word_templates(wish),
        alarm=wish.alarm,
    )


def _said(written: Written, stood: int, say: Say) -> None:
    for name in written.kept:
        said = say("生成后被改过，另存为", "was edited since it was built; your version is kept as")
        click.echo(f"{written.folder / name}: {said}", err=True)
    count = len(written.files)
    told = say(f"{written.folder}：{count} 个文件", f"{written.folder}: {count} files")
    if stood:
        told += say(f"，其中 {stood} 个没有变化，未重新生成", f", {stood} of them unchanged")
    if written.gone:
        gone = len(written.gone)
        told += say(
            f"；上次生成、这次没有要求的 {gone} 个文件已删去",
            f"; {gone} of the build before were not asked for and are gone",
        )
    click.echo(told)


class _Stopped(Exception):
    """Raised if a document could not be made, so that none of the others is written either."""


class _Files:
    """The files of a build as they are made, with what they were made from; findings go where they are collected."""

    def __init__(self, plan: Plan, options: Options, target: Path, findings: list[Finding]) -> None:
        self._plan, self._options, self._target, self._findings = plan, options, target, findings
        self.made_from: dict[str, str] = {}
        self.stood = 0

    def __iter__(self) -> Iterator[tuple[str, bytes | None]]:
        from xuequ.cli.output import failed
        from xuequ.cli.progress import shown
        from xuequ.documents import OutputFile, steps
        from xuequ.findings.finding import Finding

        for each in shown(steps(self._plan, self._options), str(self._target)):
            if isinstance(each, Finding):
                self._findings.append(each)
                continue
            if each.made_from:
                self.made_from[each.path] = each.made_from
            data = each.data if isinstance(each, OutputFile) else None
            self.stood += data is None
            yield each.path, data
        if failed(self._findings):
            raise _Stopped


def _write(files: _Files, target: Path, made: Callable[[], Mapping[str, object]]) -> Written | None:
    """Make and write every file; None where an error among the findings kept it from being whole."""
    from xuequ.workspace.output import write_folder

    try:
        return write_folder(target, files, made)
    except _Stopped:
        return None


def _pictures(plan: Plan) -> dict[str, str]:
    """The graphs of the index page by caption."""
    from xuequ.cli.graph import VIEWS
    from xuequ.pictures import Format, View, draw

    captions = {
        "organisation": ("组织关系", "Organisation"),
        "responsibility": ("责任关系", "Responsibility"),
        "appraisal": ("考核关系", "Appraisal"),
        "zones": ("学区关系", "Zones"),
    }
    lang = _language()
    say = speaker(lang)
    return {say(*captions[view]): draw(plan, View(view), Format.SVG, lang).content.decode() for view in VIEWS}
