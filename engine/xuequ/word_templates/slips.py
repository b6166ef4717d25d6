"""Tags that are written wrongly, before anybody asks what they mean: halves, Chinese type, misplaced blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.findings.nearest import nearest
from xuequ.word_templates.paragraphs import Stretch
from xuequ.word_templates.tags import CELL_STATEMENTS, Tag, outside_literals, tags, without

#: Statements that have an end, and those that stand between the two.
OPENING = frozenset({"for", "if", "with", "macro"})
INNER = {"else": ("if", "for"), "elif": ("if",)}
STATEMENTS = frozenset({*OPENING, *INNER, *CELL_STATEMENTS, "set"}) | {f"end{word}" for word in OPENING}
_USUAL = ("for", "if", "else", "elif", "endfor", "endif", "set")

_HALF = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|\{\s+[{%]|[}%]\s+\}")
_WIDE = re.compile(r"｛\s*[｛{%％]|\{\s*[｛％]|[％%]\s*｝|[｝}]\s*｝|｝\s*\}")
_INSIDE = re.compile(r"\{\{|\{%|%\}|\}\}")
_MISPLACED = re.compile(rf"\{{%[-+]?\s*(p|tr|tc|r)\s*(?=(?:{'|'.join(sorted(STATEMENTS))})\b)", re.I)
#: Signs of Chinese type that Unicode does not hold to be wide forms of ours.
_CHINESE = dict(zip("。、–—―−×÷≤≥≠", (".", ",", "-", "-", "-", "-", "*", "/", "<=", ">=", "!="), strict=True))


def slips(stretch: Stretch, file: str) -> Iterator[Finding]:
    """What is wrong with how the tags of one text are written."""
    found, place = list(tags(stretch)), Place(file=file)
    facts = stretch.at.facts
    rest = without(stretch.at.text, found)
    if _WIDE.search(rest):
        yield finding("DOC309", place, **facts)
        return
    if half := _HALF.search(rest):
        yield finding("DOC302", place, tag=half[0], **facts)
        return
    for each in found:
        if not each.remark:
            yield from _slips(each, place)


def _slips(each: Tag, place: Place) -> Iterator[Finding]:
    text, end = each.at.text, each.start + len(each.written)
    bare = outside_literals(each.inner)
    if _INSIDE.search(bare):
        yield finding("DOC302", place, tag=each.written[:2], **each.at.facts)
    elif text[each.start - 1 : each.start] == "{" or text[end : end + 1] == "}":
        yield finding("DOC316", place, tag=each.inner.strip("{ "), **each.at.facts)
    elif wide := tuple(dict.fromkeys(char for char in bare if _half(char) != char)):
        yield finding("DOC317", place, signs=wide, instead=tuple(map(_half, wide)), **each.at.facts)
    elif each.statement and each.word not in STATEMENTS:
        yield _no_statement(each, place)
    elif not each.statement and each.kind:
        yield finding("DOC318", place, instead=f"{{{{ {each.inner} }}}}", **each.at.facts)


def _no_statement(each: Tag, place: Place) -> Finding:
    if found := _MISPLACED.match(each.written):
        said = each.written[found.end() : -2].strip("- ")
        return finding("DOC318", place, instead=f"{{%{found[1].lower()} {said} %}}", **each.at.facts)
    near: Sequence[str] = nearest(each.word, _USUAL)
    return finding("DOC308", place, name=each.word or each.written, nearest=near, **each.at.facts)


def _half(char: str) -> str:
    """What somebody meant who typed a sign of Chinese type; letters of Chinese stay."""
    if char in _CHINESE:
        return _CHINESE[char]
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain.isascii() else char
