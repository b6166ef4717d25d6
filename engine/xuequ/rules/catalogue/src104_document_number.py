"""A document number that is no document number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "SRC104"
#: Compiled when there is a number to look at.
_BRACKETS = r"[〔【\[［(（﹝](?P<year>[^〕】\]］)）﹞]*)[〕】\]］)）﹞]"
_YEAR = re.compile(r"(?:19|20)\d\d")
_END = re.compile(r"(?:第)?(?P<number>\d+)号$")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a number, of the scheme's own issue or of a source; orders (令) are numbered otherwise."""
    issue = facts.scheme.issue
    said = [(issue.number, (*issue.at, "number"))]
    said += [(s.number, (*s.at, "number")) for s in facts.own_sources]
    seen: set[str] = set()
    for number, at in said:
        faults = list(_faults(number)) if number and "令" not in number else []
        if faults and number not in seen:
            seen.add(number)
            yield finding(CODE, facts.place(at), number=number, faults=[Word(f) for f in faults])


def _faults(number: str) -> Iterator[str]:
    text = "".join(number.split())
    held = list(re.finditer(_BRACKETS, text))
    dated = next((h for h in held if _YEAR.fullmatch(h["year"])), None)
    if dated is None:
        yield "number_without_year"
    wrong = dated or (held[-1] if held else None)
    if wrong is not None and not (wrong[0].startswith("〔") and wrong[0].endswith("〕")):
        yield "number_brackets"
    end = _END.search(text)
    if end is None:
        yield "number_without_serial"
    elif end["number"].startswith("0"):
        yield "number_leading_zero"
    if not re.match(r"[^\W\da-zA-Z_]{2,}", text):
        yield "number_without_agency"
