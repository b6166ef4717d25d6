"""The outcome of a check, made ready for its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from xuequ.cli.i18n import Lang, speaker
from xuequ.cli.output import write_out, write_report, write_text
from xuequ.findings.catalogue import entry
from xuequ.findings.report import Report, RuleText
from xuequ.findings.shown import Shown
from xuequ.findings.text import closing

if TYPE_CHECKING:
    from xuequ.findings.overview import View
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


def tell_survey(report: Report, style: str, lang: Lang, view: View) -> None:
    """Write a report to standard output; as text with a line that counts what is told and what is hidden."""
    if style == "text":
        write_text(report.shown, lang, closing=_hidden(report, lang), view=view)
    else:
        write_report(report, style, lang)


def tell_statistics(report: Report, style: str, lang: Lang) -> None:
    """Write how many findings there are of each code."""
    from xuequ.findings.statistics import as_json, text

    title = _code_title(lang)
    told = as_json(report.shown, title) if style == "json" else text(report.shown, lang, title)
    if style == "text":
        told += f"{closing(report.shown, lang)}{_hidden(report, lang)}\n"
    write_out(told)


def view_of(surveyed: Surveyed, by: str | None, every: bool, lang: Lang) -> View:
    """How the findings are put together: by what they cost, else by file, code, or who can settle them."""
    from xuequ.findings.overview import View

    if by == "file":
        return View(title=lambda one: one.at.file, every=every)
    if by == "code":
        title = _code_title(lang)
        return View(title=lambda one: f"{one.finding.code} {title(one.finding.code)}", every=every)
    return View(title=_settled_by(surveyed, lang) if by else None, every=every)


def _code_title(lang: Lang) -> Callable[[str], str]:
    from xuequ.findings.catalogue.facts import general
    from xuequ.rules.manual import codes, page

    paged = set(codes())

    def title(code: str) -> str:
        if code in paged:
            return page(code).title[lang]
        known = entry(code)
        return general(known.zh if lang == "zh" else known.en, lang).message

    return title


def _settled_by(surveyed: Surveyed, lang: Lang) -> Callable[[Shown], str]:
    from xuequ.rules.settling import DRAFTER, Settlers

    settlers = [Settlers(plan) for plan in surveyed.plans]
    say = speaker(lang)

    def title(one: Shown) -> str:
        those = (each.of(one.finding.primary) for each in settlers)
        found = next((each for each in those if each), (DRAFTER,))
        return say("、", ", ").join(each if isinstance(each, str) else say(*each) for each in found)

    return title


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
