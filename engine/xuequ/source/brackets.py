"""Complaints about braces and brackets: what was left out between them, and what should not stand in them."""

from __future__ import annotations

import re

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.source.error_context import Site
from xuequ.source.heuristics import ASCII_BRACES

_CLOSING = {"{": "}", "[": "]"}
#: A full-width comma after a value in braces, and what could be the next key.
_WIDE_COMMA = re.compile(r":\s+[^,，]*(?P<comma>[，；])\s*[^\s,，；。]+$")
#: Braces or brackets in the middle of a text: 青教[2025]1号.
_IN_TEXT = re.compile(r"\[[^\[\]{},]*\]|\{[^\[\]{},]*\}")
_COMMENT = re.compile(r"(?<=\s)#.*")
_YEAR = re.compile(r"\[((?:19|20)\d\d)\]")
#: A full-width brace where a value begins.
_WIDE = re.compile(r"(?:^|:\s+|-\s+|[,{\[]\s*)(?P<sign>[｛［])")


def bracket(site: Site) -> Finding:
    """Braces or brackets in which something is not where it should be, or that are never closed."""
    opening = site.sign(site.context)
    closing = _CLOSING.get(opening, "")
    hidden = _hidden(site, opening, closing)
    if hidden is not None:
        return hidden
    if site.problem.line == site.context.line:
        if site.sign(site.problem) == ":":
            return _wide_comma(site, opening, closing) or finding("YML125", site.at(site.problem))
        return _in_text(site) or finding("YML130", site.at(site.problem), opening=opening, closing=closing)
    noticed = Related(place=site.at(site.problem), label="noticed")
    return finding("YML121", site.at(site.context), noticed, opening=opening, closing=closing)


def wide_brace(site: Site) -> Finding | None:
    """The finding about `｛隶属: 教育局｝`, whose colon is where YAML stops."""
    found = _WIDE.search(site.line(site.problem)[: site.problem.column])
    if found is None:
        return None
    sign = found["sign"]
    return finding(
        "YML137", site.place(site.problem.line, found.start("sign")), sign=sign, right=ASCII_BRACES[sign]
    )


def _hidden(site: Site, opening: str, closing: str) -> Finding | None:
    """The finding about a closing brace behind ` #`, where it is part of a comment."""
    for number in range(site.context.line, min(site.problem.line + 1, len(site.lines))):
        line = site.lines[number].rstrip()
        begun = site.context.column if number == site.context.line else 0
        found = _COMMENT.search(line, begun)
        reached = number < site.problem.line or (found is not None and found.start() < site.problem.column)
        if closing and found is not None and closing in found[0] and reached:
            place = site.place(number, found.start(), len(line) - found.start())
            return finding("YML138", place, opening=opening, closing=closing)
    return None


def _in_text(site: Site) -> Finding | None:
    """The finding about brackets that go on a text, as the year of a document number does."""
    line, column = site.line(site.problem), site.problem.column
    found = _IN_TEXT.match(line, column)
    if found is None or line[column - 1 : column] in ("", " ", "]", "}", '"', "'"):
        return None
    year = _YEAR.fullmatch(found[0])
    right = f"〔{year[1]}〕" if year else ""
    return finding("YML136", site.at(site.problem, len(found[0])), written=found[0], right=right)


def _wide_comma(site: Site, opening: str, closing: str) -> Finding | None:
    """The finding about two entries in braces with a full-width comma between them, before a second colon."""
    found = _WIDE_COMMA.search(site.line(site.problem)[site.context.column : site.problem.column])
    if found is None:
        return None
    place = site.place(site.problem.line, site.context.column + found.start("comma"))
    return finding("YML135", place, opening=opening, closing=closing, sign=found["comma"])
