"""The outcome of a check, made ready for its reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from xuequ.cli.i18n import Lang, speaker
from xuequ.cli.output import write_report, write_text
from xuequ.findings.report import Report, RuleText

if TYPE_CHECKING:
    from xuequ.workspace.check_run import Surveyed


def report_of(surveyed: Surveyed, style: str, lang: Lang) -> Report:
    """The report of a survey; the pages of rules are read only where the format shows them."""
    every = (*surveyed.shown, *(each.shown for each in surveyed.hidden))
    return Report(
        shown=surveyed.shown,
        hidden=surveyed.hidden,
        files=surveyed.files,
        fail_level=surveyed.fail_level,
        baselined=surveyed.baselined,
        rules=_pages({one.finding.code for one in every}, lang) if style == "sarif" else {},
    )


def tell_survey(report: Report, style: str, lang: Lang) -> None:
    """Write a report to standard output; as text with a line that counts what is told and what is hidden."""
    if style == "text":
        write_text(report.shown, lang, closing=_hidden(report, lang))
    else:
        write_report(report, style, lang)


def _hidden(report: Report, lang: Lang) -> str:
    """How many findings are not told, to go behind the count of those that are."""
    say = speaker(lang)
    allowed = sum(each.why == "allowed" for each in report.hidden)
    known = len(report.hidden) - allowed
    parts = [say(f"已放行 {allowed} 个", f"{allowed} allowed")] if allowed else []
    parts += [say(f"基线中已有 {known} 个", f"{known} in the baseline")] if known else []
    return say("（另有：", " (besides: ") + say("，", ", ").join(parts) + say("）", ")") if parts else ""


def _pages(codes: Iterable[str], lang: Lang) -> Mapping[str, RuleText]:
    from xuequ.rules.manual import HEADINGS, page
    from xuequ.rules.manual import codes as paged

    found = {}
    for code in sorted(set(codes) & set(paged())):
        held = page(code)
        sections = held.sections[lang]
        text = "\n\n".join(f"**{name}** {sections[name]}" for name in HEADINGS[lang] if sections.get(name))
        found[code] = RuleText(title=held.title[lang], what=sections[HEADINGS[lang][0]], help=text)
    return found
