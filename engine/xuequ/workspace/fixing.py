"""Fixing a file: what is safe to put right is put right, and the file is checked again after each step."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from xuequ.edit.fix import apart, applied, with_fix
from xuequ.findings.finding import Finding, Level, Position
from xuequ.findings.record import record
from xuequ.rules.suppression import remarks
from xuequ.source.document import Document
from xuequ.source.locate import Source, locate
from xuequ.source.text import decoded
from xuequ.workspace.loading import Read, Shelf, content, read_bytes
from xuequ.workspace.opening import open_file
from xuequ.workspace.planning import plan_opened

#: A slip of syntax hides those below it, so they come to light one a round.
MOST_ROUNDS = 100
#: What is found before a file can be gone on with.
_FIRST = frozenset({"YML", "SCH"})
#: Bytes that cannot be read would be lost by writing the file.
_UNREADABLE = frozenset({"YML105", "YML112"})
_RECODED = frozenset({"YML106", "YML107"})


@record
class Put:
    """A finding that was put right, and where it stood when that was done."""

    finding: Finding
    at: Position


@record
class Fixed:
    """A file before and after; the same where nothing could be put right."""

    before: str
    after: str
    put: tuple[Put, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything was put right; a file may get another encoding with the same text."""
        return bool(self.put)


@record
class _State:
    """One version of the file with what is found in it."""

    text: str
    findings: tuple[Finding, ...]
    source: Source | None

    def place(self, found: Finding) -> Position:
        """Where a finding stands."""
        span = found.primary.span if self.source is None else locate(self.source, found.primary)
        return span.start if span else Position(1, 1)

    def errors(self) -> Iterator[Finding]:
        """What is wrong with the writing of the file."""
        return (each for each in self.findings if each.level is Level.ERROR and each.code[:3] in _FIRST)


def fix_file(file: str) -> Fixed:
    """Put right what is safe to put right in one file, without writing it. Raises Failure where there is none."""
    first = state = _state(file, content(file))
    refused: set[str] = set()
    put: list[Put] = []
    for _ in range(MOST_ROUNDS):
        found = apart(sorted(_open(state, refused), key=lambda each: (state.place(each), each.code)))
        after, kept = _tried(state, found, file)
        if not kept:
            break
        put += (Put(finding=each, at=state.place(each)) for each in kept)
        refused |= {_name(each) for each in found if each not in kept}
        state = after
    return Fixed(before=first.text, after=state.text, put=tuple(sorted(put, key=lambda each: each.at)))


def _open(state: _State, refused: set[str]) -> Iterator[Finding]:
    """What can be put right and has not been tried in vain."""
    return (each for each in _fixable(state) if _name(each) not in refused)


def _tried(state: _State, found: tuple[Finding, ...], file: str) -> tuple[_State, tuple[Finding, ...]]:
    """The next version and the findings that are gone in it: all together if that will do, else the first that can."""
    for several in (found, *((each,) for each in found)) if found else ():
        text = applied(state.text, (each.fix for each in several if each.fix))
        after = _state(file, text.encode())
        if _is_better(state, after, several):
            return after, several
    return state, ()


def _is_better(before: _State, after: _State, fixed: tuple[Finding, ...]) -> bool:
    """Whether what was fixed is gone, and no error in the writing of the file has come that was not there.

    Of a file that could not be read nobody knows what else is wrong with it.
    """
    gone = Counter(map(_name, before.findings)) - Counter(map(_name, after.findings))
    if any(_name(each) not in gone for each in fixed):
        return False
    if before.source is None:
        return True
    known = Counter(map(_name, before.errors()))
    known.update(_name(each) for each in after.errors() if any(_comes_to_light(each, one) for one in fixed))
    return after.source is not None and Counter(map(_name, after.errors())) <= known


def _comes_to_light(error: Finding, fixed: Finding) -> bool:
    """Whether an error stands inside what was not looked into before, under a key that nobody knew."""
    at, inside = fixed.primary.path, error.primary.path
    return fixed.code == "SCH101" and len(inside) > len(at) and inside[: len(at) - 1] == at[:-1]


def _fixable(state: _State) -> Iterator[Finding]:
    """The findings that have a fix; an encoding comes first, and what cannot be read back is not written."""
    codes = {each.code for each in state.findings}
    if codes & _UNREADABLE:
        return
    allowed = _allowed(state)
    for found in state.findings:
        if (found.code, state.place(found).line) in allowed:
            continue
        if not codes & _RECODED or found.code in _RECODED:
            fixed = with_fix(found, state.text, state.source)
            if fixed.fix is not None:
                yield fixed


def _allowed(state: _State) -> frozenset[tuple[str, int]]:
    """Codes and lines that the drafter let pass with a comment; these stay as they are."""
    if not isinstance(state.source, Document):
        return frozenset()
    said = remarks(state.source).allowances
    return frozenset((code, each.line) for each in said for code in each.codes)


def _state(file: str, data: bytes) -> _State:
    """What is found in one version; the roster does not matter for what can be put right."""
    planned = plan_opened(open_file(_Desk(file, data), file), None)
    found = planned.findings
    if planned.plan is not None and planned.opened.kind == "scheme":
        from xuequ.rules import run

        found += run(planned.plan)
    text = decoded(data, file).text or ""
    own = tuple(each for each in found if each.primary.file == file)
    return _State(text=text, findings=own, source=planned.sources.get(file))


def _name(found: Finding) -> str:
    return f"{found.code} {sorted(map(str, found.args.items()))}"


class _Desk(Shelf):
    """A shelf with another version of one file than the one on the disk."""

    def __init__(self, file: str, data: bytes) -> None:
        super().__init__()
        self._key = os.path.realpath(file)
        self._data = data
        self._version: Read | None = None

    def read(self, file: str) -> Read:
        """The file at a path, or the version that lies here."""
        if os.path.realpath(file) != self._key:
            return super().read(file)
        if self._version is None:
            self._version = read_bytes(file, self._data)
        return self._version
