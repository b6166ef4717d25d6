"""`xuequ build`: every document of a scheme, written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xuequ.cli.helping import Command
from xuequ.cli.options import roster_option, scheme_argument, school_year_option, settings, words_option
from xuequ.cli.speech import Say, speaker

if TYPE_CHECKING:
    from xuequ.documents.building import Options
    from xuequ.findings.finding import Finding
    from xuequ.resolve.plan import Plan
    from xuequ.workspace.output import Written

FORMATS = ("md", "html", "docx", "pdf", "xlsx", "ics")
#: PDF only where it is asked for: it wants the extra `xuequ[pdf]`.
USUAL = tuple(name for name in FORMATS if name != "pdf")
DOCUMENTS = (
    "plan",
    "notice",
    "duties",
    "tasks",
    "checklists",
    "supervision",
    "appraisals",
    "calendar",
    "ledger",
    "matrix",
)


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "build",
        say=say,
        help=say(
            "生成方案的全部文件：实施方案、印发通知、责任清单、任务分解表、任务清单、督导清单、考核细则、工作行事历、责任矩阵，"
            "写进 -o 文件夹下以方案文件名命名的子文件夹，从其中的 index.html 看起。"
            "\n\n"
            "要么全部写好，要么原样不动：中途出错或被打断，上一次的结果保持完整。文件夹里不是本程序生成的文件会保留；"
            "生成后被人改过的文件，改过的一份另存为 `名称.edited.扩展名`。",
            "Write every document of a scheme: implementation plan, notice, duty lists, task breakdown, "
            "checklists, supervision "
            "checklist, appraisal sheets, month plan and matrix, into a folder of the scheme's name "
            "below -o; begin with "
            "its index.html."
            "\n\n"
            "All of it is written or nothing: where a build fails or is interrupted, the previous output "
            "stays whole. Files "
            "that were not made by a build are left alone; one that was edited since stays as "
            "`NAME.edited.EXT`.",
        ),
        examples=(
            "xuequ build examples/ziyun.yaml -o build/",
            "xuequ build examples/ziyun.yaml --roster examples/rosters/ziyun.csv --school-year 2025 -o "
            "build/",
            "xuequ build examples/anyang.yaml --only plan,matrix --to docx,xlsx -o build/",
        ),
        params=[
            scheme_argument(),
            roster_option(say),
            school_year_option(say),
            click.Option(
                ["-o", "--output"],
                metavar="DIR",
                default="build",
                type=click.Path(),
                help=say("输出文件夹，缺省为 build", "output folder; build by default"),
            ),
            click.Option(
                ["--folder"],
                metavar="NAME",
                help=say(
                    "子文件夹的名称，缺省为方案文件名",
                    "the folder below it; by default the scheme's file name",
                ),
            ),
            words_option(
                ["--to"],
                FORMATS,
                say,
                say(
                    f"格式，逗号分隔：{','.join(FORMATS)}；缺省除 pdf 外全部，pdf 须先 `pip install xuequ[pdf]`",
                    f"formats: {','.join(FORMATS)}; by default all but pdf, which needs `pip install xuequ[pdf]`",
                ),
                usual=USUAL,
            ),
            words_option(
                ["--only"],
                DOCUMENTS,
                say,
                say(
                    f"只生成这几种，缺省全部：{','.join(DOCUMENTS)}",
                    f"only these documents; all by default: {','.join(DOCUMENTS)}",
                ),
            ),
            click.Option(
                ["--templates"],
                metavar="DIR",
                type=click.Path(),
                help=say(
                    "自己的模板，同名者取代随附的",
                    "your own templates, in place of shipped ones of that name",
                ),
            ),
            click.Option(
                ["--profile"],
                metavar="FILE",
                type=click.Path(),
                help=say(
                    "本地公文版式（类别: 版式），缺省按 GB/T 9704-2012",
                    "how pages are set here (kind: profile); by default as GB/T 9704-2012 has it",
                ),
            ),
        ],
        callback=_build,
    )


def _build(
    scheme: str,
    roster: str | None,
    school_year: int | None,
    output: str,
    folder: str | None,
    to: tuple[str, ...],
    only: tuple[str, ...],
    templates: str | None,
    profile: str | None,
) -> int:
    from xuequ.cli.telling import stop_at_errors, tell
    from xuequ.documents.building import Format, Options
    from xuequ.documents.pieces import Document
    from xuequ.workspace.planned_year import planned_year
    from xuequ.workspace.planning import plan_file
    from xuequ.workspace.profiles import NATIONAL, read_profile
    from xuequ.workspace.templates import as_documents, own_templates

    say = speaker(settings().lang)
    planned = plan_file(scheme, roster)
    plan = stop_at_errors(planned)
    if plan is None:
        return 1
    own = own_templates(templates) if templates else {}
    set_as = read_profile(profile) if profile else NATIONAL
    if set_as.profile is None:
        tell(set_as.findings, set_as.sources, lang=settings().lang, to_stderr=True)
        return 1
    year = planned_year(plan, school_year)
    options = Options(
        calendar=year.calendar,
        formats=frozenset(map(Format, to)),
        only=frozenset(map(Document, only)),
        templates=own,
        pictures=_pictures(plan, say) if "html" in to else {},
        profile=set_as.profile,
    )
    findings: list[Finding] = [*year.findings, *set_as.findings]
    target = Path(output) / (folder or Path(scheme).stem)
    written = _write(plan, options, target, findings)
    tell(
        findings,
        {**planned.sources, **as_documents(own), **set_as.sources},
        lang=settings().lang,
        to_stderr=True,
    )
    if written is None:
        click.echo(say(f"没有写入 {target}，原有的文件没有改动", f"{target} was left as it was"), err=True)
        return 1
    for name in written.kept:
        said = say("生成后被改过，另存为", "was edited since it was built; your version is kept as")
        click.echo(f"{target / name}: {said}", err=True)
    count = len(written.files)
    click.echo(say(f"{target}：{count} 个文件", f"{target}: {count} files"))
    return 0


class _Stopped(Exception):
    """Raised if a document could not be made, so that none of the others is written either."""


def _write(plan: Plan, options: Options, target: Path, findings: list[Finding]) -> Written | None:
    """Make and write every file; None where an error among the findings kept it from being whole."""
    from xuequ.cli.progress import shown
    from xuequ.cli.telling import failed
    from xuequ.documents.building import OutputFile, steps
    from xuequ.workspace.output import write_folder

    def files() -> Iterator[tuple[str, bytes]]:
        for made in shown(steps(plan, options), str(target)):
            if isinstance(made, OutputFile):
                yield made.path, made.data
            else:
                findings.append(made)
        if failed(findings):
            raise _Stopped

    try:
        return write_folder(target, files())
    except _Stopped:
        return None


def _pictures(plan: Plan, say: Say) -> dict[str, str]:
    """The graphs of the index page by caption."""
    from xuequ.cli.graph import VIEWS
    from xuequ.pictures import Format, View, draw

    captions = {
        "organisation": ("组织关系", "Organisation"),
        "responsibility": ("责任关系", "Responsibility"),
        "appraisal": ("考核关系", "Appraisal"),
        "zones": ("学区关系", "Zones"),
    }
    lang = settings().lang
    return {say(*captions[view]): draw(plan, View(view), Format.SVG, lang).content.decode() for view in VIEWS}
