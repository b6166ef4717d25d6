"""Baselines: the findings a scheme had when somebody began to look, so that only new ones are told.

A baseline is a JSON file with one line for each finding, or for each of the elements that share one, so that mending
some of them leaves the others known. Files in it are written from its own folder. What it knows is found again by code
and element (by its key, else by its name) and by what it says; neither the folder a check runs in nor new lines above
a finding, nor another key, change anything. `checked` and `roster` say how it was found: only a check of the same file
in the same way can tell that it is gone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import entries, finding
from xuequ.findings.catalogue.words import Said, Word
from xuequ.findings.finding import Finding, Place, Sharer
from xuequ.findings.fingerprint import facts, keys
from xuequ.findings.record import record
from xuequ.findings.report import Hidden
from xuequ.findings.shown import Shown
from xuequ.findings.wording import Language, worded
from xuequ.language.standing import element_path, name_at
from xuequ.source.document import Document, value_at
from xuequ.source.yaml import read_yaml
from xuequ.workspace.loading import content

if TYPE_CHECKING:
    from xuequ.source.locate import Source
    from xuequ.workspace.checking import Found

VERSION = 2
_TEXTS = ("file", "code", "element", "name", "group", "checked", "message")


class Known(NamedTuple):
    """What tells what is known: a finding, or one of the elements that share it.

    `element` and `group`, the place of a finding that several share, are paths by their keys; `facts` are what is
    said of the element, without its name.
    """

    file: str
    code: str
    element: str
    name: str
    group: str
    facts: frozenset[str]


class Entry(NamedTuple):
    """One line of a baseline; files by their real paths."""

    known: Known
    checked: str
    roster: bool
    message: str
    place: Place

    @property
    def code(self) -> str:
        """The code of the finding."""
        return self.known.code


@record
class Baseline:
    """A baseline as it was read."""

    entries: tuple[Entry, ...]
    document: Document | None
    findings: tuple[Finding, ...]


class Compared(NamedTuple):
    """Findings held against baselines: those that are new, those that are known, and lines found no more.

    Of what says something else now, `changed` has the line and what it has become.
    """

    kept: tuple[Shown, ...]
    hidden: tuple[Hidden, ...]
    gone: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Finding], ...]


class Ground(NamedTuple):
    """What findings are held against a baseline with: their files, which of them stay, how some of one are shown."""

    sources: Mapping[str, Source]
    firm: Callable[[Shown], bool]
    narrow: Callable[[Shown, Sequence[Sharer]], Shown]


class _Unit(NamedTuple):
    """A finding, or one of those that share it."""

    one: Shown
    sharer: Sharer | None
    known: Known


class _How(Enum):
    """How a finding stands to a line of the baseline: the same, in other words, or with more to it than there was."""

    SAME = 1
    CHANGED = 2
    WORSE = 3


class _Match(NamedTuple):
    """A finding and the line of the baseline that is about it."""

    unit: _Unit
    entry: Entry
    how: _How


def read_baseline(file: str) -> Baseline:
    """The baseline in a file. Raises Failure where the file is not there."""
    read = read_yaml(content(file), file)
    listed = _listed(read.document)
    if read.document is None or listed is None:
        wrong = finding("SET302", Place(file=file), file=file)
        return Baseline(entries=(), document=read.document, findings=(wrong, *read.findings))
    folder = Path(file).parent
    found = tuple(_entry(each, folder, file, number) for number, each in enumerate(listed))
    return Baseline(entries=found, document=read.document, findings=())


def compare(shown: Sequence[Shown], lines: Iterable[Entry], ground: Ground) -> Compared:
    """Take out what the baseline holds, each line once; what is `firm` stays."""
    listed = tuple(lines)
    matches = tuple(_matches(shown, listed, ground))
    known: dict[int, list[_Unit]] = {}
    for match in matches:
        if match.how is not _How.WORSE:
            known.setdefault(id(match.unit.one), []).append(match.unit)
    kept, hidden = [], []
    for one in shown:
        old = [unit.sharer for unit in known.get(id(one), ())]
        new = [sharer for sharer in one.finding.members if sharer not in old]
        if not old:
            kept.append(one)
        elif not new:
            hidden.append(Hidden(one, "baseline"))
        else:
            kept.append(ground.narrow(one, new))
            hidden.append(Hidden(ground.narrow(one, [each for each in old if each]), "baseline"))
    return Compared(
        tuple(kept),
        tuple(hidden),
        tuple(_gone(listed, matches)),
        tuple((each.entry, each.unit.one.finding) for each in matches if each.how is _How.CHANGED),
    )


def gone(entry: Entry) -> Finding:
    """The finding about a line that is found no more."""
    return finding("SET301", entry.place, code=entry.code, how=Word("baseline_gone"), what=entry.message)


def changed(entry: Entry, now: Finding) -> Finding:
    """The finding about a line that is found, but says something else."""
    zh, en = (worded(now, language).message for language in ("zh", "en"))
    what = Said(f"原为“{entry.message}”，现为“{zh}”", f"it was “{entry.message}” and is “{en}”")
    return finding("SET301", entry.place, code=entry.code, how=Word("baseline_changed"), what=what)


def written(found: Iterable[Found], sources: Mapping[str, Source], file: str, language: Language) -> bytes:
    """The text of the baseline `file` that holds these findings."""
    folder = Path(real(file)).parent
    listed = (row for each in found for row in _rows(each, sources, folder, language))
    body = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in listed)
    return f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n'.encode("utf-8", "backslashreplace")


def real(file: str) -> str:
    """One name for a file, however it is written; a file that ships with the package keeps its name."""
    return os.path.realpath(file) if os.path.lexists(file) or os.path.isabs(file) else file


def _matches(shown: Iterable[Shown], lines: Iterable[Entry], ground: Ground) -> Iterator[_Match]:
    left: dict[tuple[str, str], list[Entry]] = {}
    for entry in lines:
        left.setdefault((entry.known.file, entry.code), []).append(entry)
    held: dict[tuple[str, str], list[_Unit]] = {}
    for one in shown:
        for unit in () if ground.firm(one) else _units(one, ground.sources):
            held.setdefault((unit.known.file, unit.known.code), []).append(unit)
    trees = {
        real(file): source.value for file, source in ground.sources.items() if isinstance(source, Document)
    }
    for about, units in held.items():
        yield from _of_one_code(units, left.get(about, []), trees.get(about[0]))


def _of_one_code(units: list[_Unit], lines: list[Entry], tree: object) -> Iterator[_Match]:
    """The findings of one code in one file with their lines: the surest first, each line once."""

    def moved(line: Known) -> bool:
        return value_at(tree, tuple(line.element.split("/"))) is None

    steps: tuple[tuple[_How, Callable[[Known, Known], bool]], ...] = (
        (_How.SAME, lambda now, old: now.element == old.element and now.facts == old.facts),
        (_How.SAME, lambda now, old: now.element == old.element and now.facts < old.facts),
        (_How.SAME, lambda now, old: now.name == old.name and moved(old) and now.facts <= old.facts),
        (_How.CHANGED, lambda now, old: now.element == old.element and not now.facts > old.facts),
        (_How.SAME, lambda now, old: _home(now) == _home(old) and moved(old) and now.facts <= old.facts),
        (_How.WORSE, lambda now, old: now.element == old.element),
    )
    left = list(lines)
    for how, alike in steps:
        for unit in tuple(units) if left else ():
            entry = next((each for each in left if alike(unit.known, each.known)), None)
            if entry is not None:
                left.remove(entry)
                units.remove(unit)
                yield _Match(unit, entry, how)


def _home(known: Known) -> str:
    """The path of what the element stands in."""
    return known.element.rpartition("/")[0]


def _gone(lines: Iterable[Entry], matches: Iterable[_Match]) -> Iterator[Entry]:
    """The lines that nothing is about any more; one for several that shared a finding, and none while some still do."""
    matched = [match.entry for match in matches]
    done = {id(entry) for entry in matched}
    told = {(*entry.known[:2], entry.known.group) for entry in matched if entry.known.group}
    for entry in lines:
        group = (*entry.known[:2], entry.known.group)
        if id(entry) not in done and group not in told:
            told |= {group} if entry.known.group else set()
            yield entry


def _units(one: Shown, sources: Mapping[str, Source]) -> Iterator[_Unit]:
    found = one.finding
    for sharer in found.members:
        element, group = keys(sharer.place.path), keys(found.primary.path) or "."
        known = Known(real(sharer.place.file), found.code, element, sharer.name, group, frozenset())
        yield _Unit(one, sharer, known)
    if not found.members:
        at = element_path(found.primary.path)
        source = sources.get(found.primary.file)
        name = name_at(source.value, at) if at and isinstance(source, Document) else ""
        said = frozenset(each if each.partition("=")[2] != name else "name" for each in facts(found))
        yield _Unit(one, None, Known(real(found.primary.file), found.code, keys(at), name, "", said))


def _rows(
    found: Found, sources: Mapping[str, Source], folder: Path, language: Language
) -> Iterator[Mapping[str, object]]:
    message = worded(found.shown.finding, language).message
    for unit in _units(found.shown, sources):
        known = unit.known
        yield {
            **known._asdict(),
            "file": _relative(known.file, folder),
            "facts": sorted(known.facts),
            "checked": _relative(found.checked, folder),
            "roster": found.roster,
            "message": message,
        }


def _relative(file: str, folder: Path) -> str:
    path = real(file)
    return Path(os.path.relpath(path, folder)).as_posix() if os.path.isabs(path) else path


def _listed(document: Document | None) -> list[Mapping[str, object]] | None:
    """The lines of a baseline, None where the file is something else."""
    value = document.value if document is not None else None
    if not isinstance(value, dict) or value.get("version") != VERSION:
        return None
    listed = value.get("findings")
    if not isinstance(listed, list) or not all(map(_is_entry, listed)):
        return None
    return listed


def _is_entry(value: object) -> bool:
    if not isinstance(value, dict) or not all(isinstance(value.get(name), str) for name in _TEXTS):
        return False
    facts = value.get("facts")
    if not isinstance(facts, list) or not all(isinstance(each, str) for each in facts):
        return False
    return isinstance(value.get("roster"), bool) and value["code"] in entries()


def _entry(said: Mapping[str, object], folder: Path, file: str, number: int) -> Entry:
    texts = {name: str(said[name]) for name in _TEXTS}
    facts = said["facts"]
    return Entry(
        known=Known(
            file=_found(texts["file"], folder),
            code=texts["code"],
            element=texts["element"],
            name=texts["name"],
            group=texts["group"],
            facts=frozenset(map(str, facts if isinstance(facts, list) else ())),
        ),
        checked=_found(texts["checked"], folder),
        roster=said["roster"] is True,
        message=texts["message"],
        place=Place(file=file, path=("findings", number, "code")),
    )


def _found(path: str, folder: Path) -> str:
    """The file a line means: below the baseline's folder, or else one that ships with the package."""
    there = os.path.realpath(folder / path)
    return there if os.path.lexists(there) else path
