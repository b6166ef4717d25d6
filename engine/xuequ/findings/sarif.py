"""Findings as SARIF 2.1.0, for code scanning and for whoever compares one run with the next.

Columns count code points, and the log says so (`columnKind`). What the tool itself could not do is no result: it
stands among the notifications of the run, which then was not successful. What was allowed in place or stands in the
baseline is there all the same, marked as suppressed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import quote

from xuequ.findings.catalogue import entry
from xuequ.findings.catalogue.facts import general
from xuequ.findings.finding import Span
from xuequ.findings.fingerprint import keys, numbered
from xuequ.findings.report import Hidden, Report, RuleText, internal, sentence
from xuequ.findings.shown import Shown, Spot
from xuequ.findings.wording import Language, label_words

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | bool | None"

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: The name of our fingerprints; another way of making them needs another name.
FINGERPRINT = "xuequ/v2"
#: What code scanning calls the top of the checkout.
ROOT = "%SRCROOT%"


def report(told: Report, language: Language) -> str:
    """The whole log, one run."""
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [_run(told, language)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(told: Report, language: Language) -> Json:
    failed = [one for one in told.shown if internal(one)]
    results = [*(one for one in told.shown if not internal(one)), *(one.shown for one in told.hidden)]
    codes = sorted({one.finding.code for one in results})
    hidden = {id(one.shown): one for one in told.hidden}
    return {
        "tool": {"driver": _driver(codes, failed, told.rules, language)},
        "invocations": [_invocation(failed, language)],
        "columnKind": "unicodeCodePoints",
        "language": _language(language),
        "artifacts": [{"location": _artifact(file)} for file in told.files],
        "results": [
            _result(one, mark, codes.index(one.finding.code), hidden.get(id(one)), told, language)
            for one, mark in zip(results, numbered(results), strict=True)
        ],
    }


def _driver(
    codes: list[str], failed: Iterable[Shown], rules: Mapping[str, RuleText], language: Language
) -> Json:
    from xuequ.version import __version__

    driver: dict[str, Json] = {
        "name": "xuequ",
        "version": __version__,
        "semanticVersion": __version__,
        "language": _language(language),
        "rules": [_rule(code, rules.get(code), language) for code in codes],
    }
    broken = sorted({one.finding.code for one in failed})
    return {**driver, "notifications": [_rule(code, None, language) for code in broken]} if broken else driver


def _rule(code: str, page: RuleText | None, language: Language) -> Json:
    """A code and what it means in general: its page where it has one, else its texts without their facts."""
    known = entry(code)
    texts = known.zh if language == "zh" else known.en
    plain = general(texts, language)
    said = page or RuleText(title=plain.message, what="", help=plain.help)
    rule: dict[str, Json] = {
        "id": code,
        "name": "".join(part.capitalize() for part in known.slug.split("-")),
        "shortDescription": {"text": said.title},
        "fullDescription": {"text": said.what or said.title},
        "defaultConfiguration": {"level": known.level.value},
        "properties": {"tags": [known.family]},
    }
    helped = said.help or said.what or said.title
    return {**rule, "help": {"text": helped, "markdown": helped}}


def _invocation(failed: Sequence[Shown], language: Language) -> Json:
    notes = [_notification(one, language) for one in failed]
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notes}


def _notification(one: Shown, language: Language) -> Json:
    note: dict[str, Json] = {
        "descriptor": {"id": one.finding.code},
        "level": one.finding.level.value,
        "message": {"text": sentence(one, language)},
    }
    rule = one.finding.args.get("name") if one.finding.code == "INT001" else None
    associated: Mapping[str, Json] = {"associatedRule": {"id": str(rule)}} if rule else {}
    return {**note, **associated, **({"locations": [_location(one.at)]} if one.at.file else {})}


def _result(
    one: Shown, mark: str, index: int, hidden: Hidden | None, told: Report, language: Language
) -> Json:
    path = keys(one.finding.primary.path)
    named: Mapping[str, Json] = {"logicalLocations": [{"fullyQualifiedName": path}]} if path else {}
    result: dict[str, Json] = {
        "ruleId": one.finding.code,
        "ruleIndex": index,
        "level": one.finding.level.value,
        "message": {"text": sentence(one, language)},
        "locations": [{**_location(one.at), **named}] if one.at.file else [],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, **_location(spot), "message": {"text": label_words(spot.label, language)}}
            for number, spot in enumerate(one.related, start=1)
        ]
    if told.baselined:
        result["baselineState"] = "unchanged" if hidden and hidden.why == "baseline" else "new"
    if hidden is not None:
        result["suppressions"] = [_suppression(hidden)]
    return result


def _suppression(hidden: Hidden) -> Json:
    if hidden.why == "allowed":
        return {"kind": "inSource", "justification": hidden.reason}
    return {"kind": "external"}


def _location(spot: Spot) -> dict[str, Json]:
    physical: dict[str, Json] = {"artifactLocation": _artifact(spot.file)}
    if spot.span is not None:
        physical["region"] = _region(spot.span, spot.line)
    return {"physicalLocation": physical}


def _region(span: Span, line: str) -> Json:
    region: dict[str, Json] = {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }
    return {**region, "snippet": {"text": line}} if line and span.start.line == span.end.line else region


def _artifact(file: str) -> Json:
    """A file below the folder the check ran in, or where it stands if that is elsewhere."""
    path = file.replace("\\", "/")
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    if re.match("[A-Za-z]:/", path):
        return {"uri": f"file:///{quote(path, safe='/:')}"}
    if ".." in path.split("/"):
        return {"uri": quote(path)}
    return {"uri": quote(path.removeprefix("./")), "uriBaseId": ROOT}


def _language(language: Language) -> str:
    return "zh-CN" if language == "zh" else "en"
