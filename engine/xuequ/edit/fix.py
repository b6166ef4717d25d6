"""What can be put right without deciding anything for the drafter, finding by finding.

Only slips of the pen are here: what was meant is not in doubt, and nothing is said afterwards that was not said
before. Whoever applies a fix checks the file again and takes it back if the finding is still there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache

from xuequ.findings.finding import Finding, Fix, Replacement, Span
from xuequ.findings.record import record
from xuequ.findings.width import INVISIBLE, is_wide
from xuequ.language.shapes import chinese_keys
from xuequ.language.shipped import definitions, merged, schema_of
from xuequ.source.heuristics import ASCII_BRACES
from xuequ.source.locate import Source, locate
from xuequ.source.text import offset, stretch

#: From here on a key that is not known is one that is, misspelt; and no other may be near.
ALIKE = 0.8
#: Fields that hold prose, where a comma can only be punctuation.
PROSE = frozenset({"name", "名称", "note", "备注", "unclear", "待核"})
#: So much of a Chinese text is in GB 2312; what was wrongly taken for GBK is not.
ORDINARY = 0.95
_INDENT = re.compile(r"^[ \t]+", re.M)
_WIDE_INDENT = re.compile("^ *[\u3000\xa0][ \u3000\xa0]*", re.M)
#: Breaks of lines that only some programs know: what stands for them has to be seen.
_BREAKS = "\x85\u2028\u2029"
_YEAR = re.compile(r"[【\[［(（﹝](?=(?:19|20)\d\d[〕】\]］)）﹞])|(?<=\d\d\d\d)[】\]］)）﹞]")


@record
class Slip:
    """A finding with the text it is about: as it was written, and what could be read of it, if anything could."""

    finding: Finding
    text: str
    source: Source | None

    def span(self) -> Span | None:
        """Where the finding stands."""
        place = self.finding.primary
        return place.span if self.source is None else locate(self.source, place)

    def written(self, span: Span) -> str:
        """The text of a stretch."""
        return self.text[_index(self.text, span)[0] : _index(self.text, span)[1]]


def with_fix(finding: Finding, text: str, source: Source | None) -> Finding:
    """The finding with its fix, if there is one for it in the file's `text`."""
    known = FIXES.get(finding.code)
    return replace(finding, fix=known(Slip(finding=finding, text=text, source=source))) if known else finding


def applied(text: str, fixes: Iterable[Fix]) -> str:
    """The text with fixes that do not overlap (see `apart`) put in."""
    held = ((_index(text, each.span), each.text) for fix in fixes for each in fix.replacements)
    for (start, end), new in sorted(held, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those whose fixes do not overlap with one before them; the others have to wait for the next time."""
    taken: list[Span] = []
    kept = []
    for found in findings:
        spans = [each.span for each in found.fix.replacements] if found.fix else []
        if not any(_overlap(span, other) for span in spans for other in taken):
            kept.append(found)
            taken += spans
    return tuple(kept)


def _overlap(one: Span, other: Span) -> bool:
    return one == other or (one.start < other.end and other.start < one.end)


def _index(text: str, span: Span) -> tuple[int, int]:
    start, end = span
    return offset(text, start.line) + start.column - 1, offset(text, end.line) + end.column - 1


def _instead(span: Span, text: str) -> Fix:
    return Fix(replacements=(Replacement(span=span, text=text),))


# What each finding's fix is ------------------------------------------------------------------------


def _tabs(slip: Slip) -> Fix | None:
    """Two spaces a tab, where every indented line is indented with tabs alone: else their width is a guess."""
    found = [*_INDENT.finditer(slip.text)]
    if any(set(match[0]) != {"\t"} for match in found):
        return None
    return Fix(
        replacements=tuple(
            Replacement(span=stretch(slip.text, *match.span()), text="  " * len(match[0])) for match in found
        )
    )


def _comma(slip: Slip) -> Fix | None:
    """A full-width comma in the Chinese prose of a field that can be nothing else."""
    span = slip.span()
    if span is None or slip.finding.args["key"] not in PROSE:
        return None
    written = slip.written(span)
    parts = [part.strip() for part in written.split(",")]
    if "\n" in written or not all(any(map(is_wide, part)) for part in parts[1:]):
        return None
    return _instead(span, "，".join(parts))


def _wide_space(slip: Slip) -> Fix | None:
    """Nothing in its place at the start of a line, which is how the line was read; a space inside braces."""
    span = slip.span()
    if span is None:
        return None
    start = _index(slip.text, span)[0]
    before = slip.text[offset(slip.text, span.start.line) : start]
    return _instead(span, " " if before.strip(" -") and not before.endswith(" ") else "")


def _encoding(slip: Slip) -> Fix | None:
    """UTF-8, where the text that was read is ordinary Chinese."""
    wide = "".join(character for character in slip.text if character > "\x7f")
    known = len(wide.encode("gb2312", "ignore").decode("gb2312"))
    return Fix() if "\ufffd" not in wide and known >= len(wide) * ORDINARY else None


def _controls(slip: Slip) -> Fix | None:
    found = (match for match in INVISIBLE.finditer(slip.text) if match[0] not in _BREAKS)
    held = [Replacement(span=stretch(slip.text, *match.span()), text="") for match in found]
    return Fix(replacements=tuple(held)) if held else None


def _colon(slip: Slip) -> Fix | None:
    """An ASCII colon and a space after a key that the language knows."""
    span = slip.span()
    if span is None or slip.finding.args["key"] not in _keys():
        return None
    return _instead(span, ": ")


def _key(slip: Slip) -> Fix | None:
    """The one key that is nearly spelt so."""
    span, name, near = slip.span(), str(slip.finding.args["name"]), slip.finding.args["nearest"]
    if span is None or not isinstance(near, tuple) or len(near) != 1 or slip.written(span) != name:
        return None
    alike = SequenceMatcher(None, name, near[0], autojunk=False).ratio()
    return _instead(span, near[0]) if alike >= ALIKE else None


def _unquoted(slip: Slip) -> Fix | None:
    span = slip.span()
    if span is None or span.start.line != span.end.line:
        return None
    return _instead(span, f'"{slip.written(span)}"')


def _number(slip: Slip) -> Fix | None:
    """The field that a bare number in place of an element can only mean."""
    span = slip.span()
    return _instead(span, f"{{{slip.finding.args['key']}: {slip.written(span)}}}") if span else None


def _year_in_brackets(slip: Slip) -> Fix | None:
    """The brackets of the standard around a year; any other brackets are text that somebody has to look at."""
    span, right = slip.span(), str(slip.finding.args["right"])
    return _instead(span, right) if span and right else None


def _wide_braces(slip: Slip) -> Fix | None:
    """ASCII braces, where the closing one stands at the end of the line."""
    span, sign = slip.span(), str(slip.finding.args["sign"])
    if span is None:
        return None
    start = _index(slip.text, span)[0]
    line = slip.text[start:].splitlines()[0]
    closing = {"｛": "｝", "［": "］"}[sign]
    if line.count(sign) != 1 or line.count(closing) != 1 or not line.rstrip().endswith(closing):
        return None
    end = stretch(slip.text, start + line.index(closing), start + line.index(closing) + 1)
    return Fix(
        replacements=(
            Replacement(span=span, text=ASCII_BRACES[sign]),
            Replacement(span=end, text=ASCII_BRACES[closing]),
        )
    )


def _wide_indent(slip: Slip) -> Fix | None:
    """Two spaces for each full-width one in front of a line, as wide as it looked."""
    return Fix(
        replacements=tuple(
            Replacement(span=stretch(slip.text, *match.span()), text="".join(map(_narrow, match[0])))
            for match in _WIDE_INDENT.finditer(slip.text)
        )
    )


def _narrow(space: str) -> str:
    return "  " if space == "\u3000" else " "


def _date(slip: Slip) -> Fix | None:
    """The day that the figures of a date come to: 2025.8.20 can be no other."""
    span, near = slip.span(), slip.finding.args["nearest"]
    if span is None or span.start.line != span.end.line or not isinstance(near, tuple) or len(near) != 1:
        return None
    return _instead(span, near[0])


def _document_number(slip: Slip) -> Fix | None:
    """The year of a document number in the brackets of the standard."""
    span = slip.span()
    if span is None or span.start.line != span.end.line:
        return None
    written = slip.written(span)
    found = [*_YEAR.finditer(written)]
    if len(found) != 2 or found[1].start() - found[0].end() != 4:
        return None
    held = written[: found[0].start()], written[found[0].end() : found[1].start()], written[found[1].end() :]
    return _instead(span, f"{held[0]}〔{held[1]}〕{held[2]}")


#: Code → the fix of a finding, None where what was meant is in doubt.
FIXES: Mapping[str, Callable[[Slip], Fix | None]] = {
    "YML102": _tabs,
    "YML103": _comma,
    "YML104": _wide_space,
    "YML106": _encoding,
    "YML107": _encoding,
    "YML108": _controls,
    "YML119": _colon,
    "YML120": _colon,
    "YML136": _year_in_brackets,
    "YML137": _wide_braces,
    "YML139": _wide_indent,
    "SCH101": _key,
    "SCH106": _unquoted,
    "SCH117": _unquoted,
    "SCH113": _number,
    "TIM006": _date,
    "SRC104": _document_number,
}


@cache
def _keys() -> frozenset[str]:
    """Every key of the language, in both languages."""
    shapes = (*definitions().values(), schema_of("scheme"), schema_of("policy"))
    fields = ((key, field) for shape in shapes for key, field in shape.get("properties", {}).items())
    return frozenset(each for key, field in fields for each in (key, *chinese_keys(merged(field))))
