"""Comments that allow a finding in place: `# xuequ: allow RES201 until 2026-09-01 -- 待市局批复`.

Behind a line it speaks of that line, alone in a line of the next one that holds something. It holds only with a
reason, and until its last day. At a line that adopts a policy it speaks of what the policy brings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from xuequ.findings.catalogue import entries, finding
from xuequ.findings.finding import Finding, Place, Position, Sharer, Span
from xuequ.findings.nearest import nearest
from xuequ.findings.report import Hidden
from xuequ.findings.shown import Shown
from xuequ.rules.folding import Together
from xuequ.source.comments import comments
from xuequ.source.document import Comment, Document
from xuequ.source.text import lines

#: A file without this has no such comments; looking for comments takes as long as reading the file.
_SPOKEN_TO = re.compile(r"#[ \t]*xuequ[ \t]*[:：]")
_ALLOW = re.compile(
    r"""\#[ \t]*xuequ[ \t]*[:：][ \t]*(?:allow|允许|放行)[ \t]*
    (?P<codes>[A-Za-z]{3}\d{3}(?:[,，、 \t]+[A-Za-z]{3}\d{3})*)
    (?:[ \t]*(?:until|至|截至)[ \t]*(?P<until>\d{4}-\d{2}-\d{2}))?
    [ \t]*(?:(?:--|——)(?P<reason>.*))?$""",
    re.X,
)
#: `# xuequ: 1` is the head of a scheme that somebody commented out.
_HEAD = re.compile(r"#[ \t]*xuequ[ \t]*:[ \t]*\d+[ \t]*$")
_CODE = re.compile(r"[A-Z]{3}\d{3}")


class Allowance(NamedTuple):
    """One comment: the line it speaks of, the codes it allows there, why, and until when."""

    place: Place
    line: int
    codes: tuple[str, ...]
    reason: str
    until: date | None

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.place.file

    def holds(self, today: date) -> bool:
        """Whether it has a reason and its last day is not past."""
        return bool(self.reason) and (self.until is None or today <= self.until)


class Remarks(NamedTuple):
    """What the comments of one file say to the check, and where those stand that cannot be read."""

    allowances: tuple[Allowance, ...]
    unreadable: tuple[Place, ...]


def remarks(document: Document) -> Remarks:
    """The comments of one file that speak to `xuequ`."""
    if not _SPOKEN_TO.search(document.text):
        return Remarks((), ())
    held = lines(document.text)
    found = comments(document.text)
    spoken = [each for each in found if _SPOKEN_TO.match(each.text) and not _HEAD.match(each.text)]
    targets = _Targets(held, found)
    read = [(each, _read(each, targets.line_of(each), document.file)) for each in spoken]
    return Remarks(
        tuple(allowance for _, allowance in read if allowance is not None),
        tuple(_place(each, document.file) for each, allowance in read if allowance is None),
    )


class _Targets:
    """Which line each comment speaks of."""

    def __init__(self, held: list[str], found: Iterable[Comment]) -> None:
        self._held = held
        alone = (each for each in found if not held[each.line - 1][: each.column - 1].strip(" \t\ufeff"))
        self._alone = {each.line for each in alone}

    def line_of(self, comment: Comment) -> int:
        line = comment.line
        if line not in self._alone:
            return line
        after = range(line + 1, len(self._held) + 1)
        return next((n for n in after if n not in self._alone and self._held[n - 1].strip()), line)


def _read(comment: Comment, line: int, file: str) -> Allowance | None:
    match = _ALLOW.match(comment.text.rstrip())
    if match is None:
        return None
    try:
        until = date.fromisoformat(match["until"]) if match["until"] else None
    except ValueError:
        return None
    return Allowance(
        place=_place(comment, file),
        line=line,
        codes=tuple(dict.fromkeys(_CODE.findall(match["codes"].upper()))),
        reason=(match["reason"] or "").strip(),
        until=until,
    )


def _place(comment: Comment, file: str) -> Place:
    end = comment.column + len(comment.text.rstrip())
    span = Span(Position(comment.line, comment.column), Position(comment.line, end))
    return Place(file=file, span=span)


class Settled(NamedTuple):
    """Findings after the comments had their say; `findings` are about the comments themselves."""

    kept: tuple[Shown, ...]
    hidden: tuple[Hidden, ...]
    findings: tuple[Finding, ...]


class Ground(NamedTuple):
    """What comments are judged by.

    `firm` says of a finding that nothing may hide it; `settled` of a file and a code that it would have been found
    there; `today` is the day the comments are held against. `line` says where a place stands, `adopted` which lines
    brought what a finding is about into the scheme, `narrow` shows a finding about some of those that share it, and
    `together` says what is told under the code of another one.
    """

    today: date
    firm: Callable[[Shown], bool]
    settled: Callable[[str, str], bool]
    line: Callable[[Place], Line]
    adopted: Callable[[Shown], Iterable[Line]]
    narrow: Callable[[Shown, Sequence[Sharer]], Shown]
    together: Callable[[Iterable[Finding]], Iterable[Together]]


def settle(shown: Iterable[Shown], said: Iterable[Remarks], ground: Ground) -> Settled:
    """Hide what comments allow, and say which of them are wrong, past, or allow nothing.

    A comment at one of the elements that share a finding speaks of that element alone; one at the line that adopts a
    policy, of what the policy brings.
    """
    listed, remarked = tuple(shown), tuple(said)
    codes = {code for each in remarked for one in each.allowances for code in one.codes}
    at: dict[tuple[Line, str], list[_Spoken]] = {}
    for one in listed:
        for line, spoken in _lines(one, ground) if one.finding.code in codes else ():
            at.setdefault((line, one.finding.code), []).append(spoken)
    by = {id(one.finding): one for one in listed}
    for part in ground.together(one.finding for one in listed) if codes else ():
        for line in {ground.line(place) for place in part.places} if part.code in codes else ():
            at.setdefault((line, part.code), []).append(_Spoken(by[id(part.finding)], part.sharer))
    allowed: dict[int, dict[Sharer | None, str]] = {}
    findings = [finding("SET101", place) for each in remarked for place in each.unreadable]
    for allowance in (each for held in remarked for each in held.allowances):
        here = {code: at.get((Line(allowance.file, allowance.line), code), []) for code in allowance.codes}
        findings += _wrong(
            allowance, {code: [each.one for each in held] for code, held in here.items()}, ground
        )
        if allowance.holds(ground.today):
            for one, sharer in (each for held in here.values() for each in held if not ground.firm(each.one)):
                allowed.setdefault(id(one), {})[sharer] = allowance.reason
    kept, hidden = [], []
    for one in listed:
        reasons = allowed.get(id(one), {})
        left = [] if None in reasons else [each for each in one.finding.members if each not in reasons]
        if not reasons:
            kept.append(one)
        elif not left:
            hidden.append(Hidden(one, "allowed", next(iter(reasons.values()))))
        else:
            kept.append(ground.narrow(one, left))
            hidden += (
                Hidden(ground.narrow(one, [each]), "allowed", why) for each, why in reasons.items() if each
            )
    return Settled(tuple(kept), tuple(hidden), tuple(findings))


class Line(NamedTuple):
    """A line of a file."""

    file: str
    number: int


class _Spoken(NamedTuple):
    """What a comment at a line is about: a finding as a whole, or one of those that share it."""

    one: Shown
    sharer: Sharer | None


def _lines(one: Shown, ground: Ground) -> Iterator[tuple[Line, _Spoken]]:
    found = one.finding
    for sharer in found.members:
        for line in dict.fromkeys((ground.line(sharer.place), ground.line(sharer.at))):
            yield line, _Spoken(one, sharer)
    of_one = any(found.primary == each.at for each in found.members)
    if one.at.span is not None and not of_one:
        yield Line(one.at.file, one.at.span.start.line), _Spoken(one, None)
    for line in ground.adopted(one):
        yield line, _Spoken(one, None)


def _wrong(allowance: Allowance, here: Mapping[str, list[Shown]], ground: Ground) -> Iterator[Finding]:
    """What is the matter with one comment."""
    place = allowance.place
    if not allowance.reason:
        yield finding("SET102", place, codes=allowance.codes)
    elif not allowance.holds(ground.today):
        yield finding("SET103", place, codes=allowance.codes, until=str(allowance.until))
    unused = []
    for code, found in here.items():
        if code not in entries():
            yield finding("SET105", place, code=code, nearest=nearest(code, entries()))
        elif any(ground.firm(one) for one in found):
            yield finding("SET106", place, code=code)
        elif not found and ground.settled(allowance.file, code):
            unused.append(code)
    if unused and allowance.holds(ground.today):
        yield finding("SET104", place, codes=tuple(unused))
