"""libyaml's complaints in the drafter's words.

libyaml names what its grammar missed, and often lines below the slip. Here each complaint is traced to the slip
behind it, where the text shows one; what is not recognised is still told, at its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Position, Related, Span
from xuequ.findings.record import record
from xuequ.source.events import MarkedYAMLError, Point
from xuequ.source.heuristics import ASCII_BRACES, WIDE_SPACES, glued, wide_indent
from xuequ.source.limits import DEEPEST
from xuequ.source.text import lines

#: A key that runs into its value: `name:安康市`, `名称：安康市`.
_GLUED = re.compile(r"\s*(?:- +)*(?P<key>[^\s:：'\"\[\]{},#][^:：]*?)(?P<sign>[:：])(?P<rest>\s*\S.*)?$")
#: A key that runs into the brace or bracket of its value: `教研室 {名称: …`, `教研室： {名称: …`.
_OPENED = re.compile(r"\s*(?:- +)*(?P<key>[^\s:：'\"\[\]{},#][^:：\[\]{}]*?)\s*(?P<sign>：?)\s*[\[{]")
#: A colon that ends a key.
_SECOND = re.compile(r"[^\s].*?:(?=\s)")
_CLOSING = {"{": "}", "[": "]"}
#: A full-width comma after a value in braces, and what could be the next key.
_WIDE_COMMA = re.compile(r":\s+[^,，]*(?P<comma>[，；])\s*[^\s,，；。]+$")
#: Braces or brackets in the middle of a text: 青教[2025]1号.
_IN_TEXT = re.compile(r"\[[^\[\]{},]*\]|\{[^\[\]{},]*\}")
_COMMENT = re.compile(r"(?<=\s)#.*")
_YEAR = re.compile(r"\[((?:19|20)\d\d)\]")
#: A full-width brace where a value begins.
_WIDE = re.compile(r"(?:^|:\s+|-\s+|[,{\[]\s*)(?P<sign>[｛［])")


@record
class Site:
    """Where libyaml complained: the lines, the place of the problem, and the place where its construct began."""

    file: str
    lines: list[str]
    problem: Point
    context: Point

    def line(self, point: Point) -> str:
        """The line of a point."""
        return self.lines[point.line] if point.line < len(self.lines) else ""

    def sign(self, point: Point) -> str:
        """The character at a point, empty at the end of a line."""
        return self.line(point)[point.column : point.column + 1]

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """A stretch of one line; line and column from 0."""
        start = Position(line + 1, column + 1)
        return Place(file=self.file, span=Span(start, Position(line + 1, column + 1 + width)))

    def at(self, point: Point, width: int = 1) -> Place:
        """A stretch that begins at a point; the end of the text is shown behind its last line."""
        last = max((n for n, line in enumerate(self.lines) if line.strip()), default=0)
        if point.line > last:
            return self.place(last, len(self.lines[last].rstrip()))
        return self.place(point.line, point.column, width)

    def above(self, line: int) -> int:
        """The nearest line above that is neither blank nor a comment, or -1."""
        above = (n for n in range(line - 1, -1, -1) if self.lines[n].split("#")[0].strip())
        return next(above, -1)


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
    if (brace := _wide_brace(site)) is not None:
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


def _bracket(site: Site) -> Finding:
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


def _wide_brace(site: Site) -> Finding | None:
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
    ("did not find expected ',' or", _bracket),
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
