"""libyaml's complaints in the drafter's words.

libyaml names what its grammar missed, and often lines below the slip. Here each complaint is traced to the slip
behind it, where the text shows one; what is not recognised is still told, at its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Related
from xuequ.source.brackets import bracket, wide_brace
from xuequ.source.error_context import Site
from xuequ.source.events import MarkedYAMLError
from xuequ.source.heuristics import WIDE_SPACES, glued, wide_indent
from xuequ.source.limits import DEEPEST
from xuequ.source.text import lines

#: A key that runs into its value: `name:安康市`, `名称：安康市`.
_GLUED = re.compile(r"\s*(?:- +)*(?P<key>[^\s:：'\"\[\]{},#][^:：]*?)(?P<sign>[:：])(?P<rest>\s*\S.*)?$")
#: A key that runs into the brace or bracket of its value: `教研室 {名称: …`, `教研室： {名称: …`.
_OPENED = re.compile(r"\s*(?:- +)*(?P<key>[^\s:：'\"\[\]{},#][^:：\[\]{}]*?)\s*(?P<sign>：?)\s*[\[{]")
#: A colon that ends a key.
_SECOND = re.compile(r"[^\s].*?:(?=\s)")


def diagnosed(error: MarkedYAMLError, text: str, file: str) -> Finding:
    """The finding about one complaint of libyaml."""
    problem = error.problem_mark or error.context_mark
    if problem is None:
        return finding("YML129", Place(file=file))
    context = error.context_mark or problem
    site = Site(file=file, lines=lines(text), problem=problem, context=context)
    said = error.problem or ""
    diagnose = next((known for words, known in _KNOWN if words in said), _unknown)
    return diagnose(site)


def _unknown(site: Site) -> Finding:
    return finding("YML129", site.at(site.problem))


def _deep(site: Site) -> Finding:
    """More collections in one another than libyaml goes into: newer ones stop before the builder counts so far."""
    return finding("YML113", site.at(site.problem), limit=DEEPEST)


def _reserved(site: Site) -> Finding:
    """A value that begins with a sign YAML keeps for itself, or a tab where there may be none."""
    sign = site.sign(site.problem)
    if sign == "\t":
        return _tab(site)
    return finding("YML126", site.at(site.problem), sign=sign) if sign else _unknown(site)


def _tab(site: Site) -> Finding:
    line = site.line(site.problem)
    width = len(line[site.problem.column :]) - len(line[site.problem.column :].lstrip("\t"))
    indented = sum(1 for line in site.lines if "\t" in line[: len(line) - len(line.lstrip())])
    return finding("YML102", site.at(site.problem, width or 1), lines=max(indented, 1))


def _opening(site: Site) -> Finding:
    """A value that begins with `*`, `&`, `!` or `%` and goes on as no anchor, alias, tag or directive can."""
    return finding("YML126", site.at(site.context), sign=site.sign(site.context))


def _quote(site: Site) -> Finding:
    return finding("YML122", site.at(site.context), quote=site.sign(site.context))


def _escape(site: Site) -> Finding:
    written = site.line(site.problem)[site.problem.column : site.problem.column + 2]
    return finding("YML127", site.at(site.problem, 2), escape=written)


def _opened(site: Site, line: int) -> Finding | None:
    """The finding about a key in front of a brace, without a colon or with a full-width one."""
    found = _OPENED.match(site.lines[line])
    if found is None:
        return None
    if found["sign"]:
        rest = site.lines[line][found.end("sign") :]
        return glued(found["sign"], site.place(line, found.start("sign")), found["key"], rest)
    return finding("YML132", site.place(line, found.start("key"), len(found["key"])), written=found["key"])


def _mapping(site: Site) -> Finding:
    """A colon where no key can end: a second one in a line, or a line indented under a value."""
    line, column = site.problem.line, site.problem.column
    before = site.line(site.problem)[:column]
    if (brace := wide_brace(site)) is not None:
        return brace
    if _SECOND.search(before):
        return _opened(site, line) or finding("YML125", site.at(site.problem))
    above = site.above(line)
    glued = _glued(site, above) or _glued(site, line)
    return glued or _text_above(site, line, above) or _indented(site, line)


def _text_above(site: Site, line: int, above: int) -> Finding | None:
    """The finding about a line without a colon above a key that is no deeper than it."""
    written = site.lines[above].rstrip() if above >= 0 else ""
    start = len(written) - len(written.lstrip())
    indent = len(site.lines[line]) - len(site.lines[line].lstrip())
    if not written or start != indent or ":" in written or written.lstrip().startswith("- "):
        return None
    return finding("YML132", site.place(above, start, len(written) - start), written=written[start:])


def _simple_key(site: Site) -> Finding:
    """A line without a colon among keys."""
    line = site.context.line
    if site.sign(site.context) in WIDE_SPACES:
        return wide_indent(site.place(line, site.context.column), site.lines)
    glued = _glued(site, line)
    if glued:
        return glued
    written = site.line(site.context)[site.context.column :].rstrip()
    return finding("YML132", site.at(site.context, len(written) or 1), written=written)


def _block(site: Site) -> Finding:
    """Something else than the next key or list item of a block."""
    line = site.line(site.problem)
    before = line[: site.problem.column].rstrip()
    sign = site.sign(site.problem)
    if before.endswith(('"', "'", "}", "]")):
        return finding("YML123", site.at(site.problem), sign=before[-1])
    if sign and sign in "]},":
        return finding("YML133", site.at(site.problem), sign=sign)
    if before.strip(" -"):
        return _unknown(site)
    glued = _glued(site, site.above(site.problem.line))
    return glued or _indented(site, site.problem.line)


def _content(site: Site) -> Finding:
    sign = site.sign(site.problem)
    if sign and sign in "]},":
        return finding("YML133", site.at(site.problem), sign=sign)
    if sign == ":":
        return finding("YML111", site.at(site.problem))
    return finding("YML126", site.at(site.problem), sign=sign) if sign in ("-", "?") else _unknown(site)


def _outside(site: Site) -> Finding:
    """Something after the whole document, most often because it is indented less than the first line."""
    before = site.line(site.problem)[: site.problem.column]
    above = site.above(site.problem.line)
    if before.strip() or above < 0 or site.lines[above].startswith("..."):
        return _unknown(site)
    return _glued(site, site.problem.line) or _indented(site, site.problem.line)


def _dash(site: Site) -> Finding:
    return finding("YML134", site.at(site.problem))


def _question(site: Site) -> Finding:
    return finding("YML126", site.at(site.problem), sign=site.sign(site.problem))


def _block_scalar(site: Site) -> Finding:
    return finding("YML128", site.at(site.context), sign=site.sign(site.context))


def _flow_colon(site: Site) -> Finding:
    line = site.line(site.problem)
    key = re.split(r"[{\[,]", line[: site.problem.column])[-1]
    rest = re.split(r"[}\],]", line[site.problem.column + 1 :])[0]
    return glued(":", site.at(site.problem), key, rest)


def _glued(site: Site, line: int) -> Finding | None:
    """The finding about a key whose colon is full-width or lacks its space, if that is all this line has."""
    found = _GLUED.match(site.lines[line]) if 0 <= line < len(site.lines) else None
    if found is None or (found["sign"] == ":" and (found["rest"] or " ")[0].isspace()):
        return None
    return glued(found["sign"], site.place(line, found.start("sign")), found["key"], found["rest"] or "")


def _indented(site: Site, line: int) -> Finding:
    written = site.lines[line]
    indent = len(written) - len(written.lstrip())
    above = site.above(line)
    related = []
    if above >= 0:
        other = site.lines[above]
        start = len(other) - len(other.lstrip())
        related.append(Related(place=site.place(above, start, len(other.strip())), label="above"))
    return finding("YML124", site.place(line, indent, len(written.strip()) or 1), *related, indent=indent)


Diagnose = Callable[[Site], Finding]

#: Parts of libyaml's complaints, and what they come from; the first that fits counts.
_KNOWN: tuple[tuple[str, Diagnose], ...] = (
    ("exceeded maximum nesting depth", _deep),
    ("cannot start any token", _reserved),
    ("tab character", _tab),
    ("found unexpected end of stream", _quote),
    ("found unexpected document indicator", _quote),
    ("unknown escape character", _escape),
    ("did not find expected hexdecimal number", _escape),
    ("invalid Unicode character escape code", _escape),
    ("did not find expected ',' or", bracket),
    ("mapping values are not allowed", _mapping),
    ("could not find expected ':'", _simple_key),
    ("did not find expected key", _block),
    ("did not find expected '-' indicator", _block),
    ("did not find expected node content", _content),
    ("mapping keys are not allowed", _question),
    ("block sequence entries are not allowed", _dash),
    ("did not find expected alphabetic or numeric character", _opening),
    ("did not find expected whitespace or line break", _opening),
    ("did not find expected tag URI", _opening),
    ("did not find expected '!'", _opening),
    ("undefined tag handle", _opening),
    ("unknown directive name", _opening),
    ("expected directive name", _opening),
    ("did not find expected <document start>", _outside),
    ("did not find expected comment or line break", _block_scalar),
    ("indentation indicator equal to 0", _block_scalar),
    ("found unexpected ':'", _flow_colon),
)
