"""Baselines: the findings a scheme had when somebody began to look, so that only new ones are told.

A baseline is a JSON file with one finding a line. Files in it are written from its own folder, and a finding is known
by its fingerprint, so neither the folder a check runs in nor new lines above a finding change anything. `checked` and
`roster` say how it was found: only a check of the same file in the same way can tell that it is gone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import entries, finding
from xuequ.findings.finding import Finding, Place
from xuequ.findings.fingerprint import element_path, fingerprint
from xuequ.findings.record import record
from xuequ.findings.report import Hidden
from xuequ.findings.shown import Shown
from xuequ.findings.wording import Language, worded
from xuequ.source.document import Document
from xuequ.source.yaml import read_yaml
from xuequ.workspace.loading import content

if TYPE_CHECKING:
    from xuequ.workspace.checking import Found

VERSION = 1


class Entry(NamedTuple):
    """One finding of a baseline; files by their real paths."""

    file: str
    fingerprint: str
    code: str
    checked: str
    roster: bool
    message: str
    place: Place


@record
class Baseline:
    """A baseline as it was read."""

    entries: tuple[Entry, ...]
    document: Document | None
    findings: tuple[Finding, ...]


class Compared(NamedTuple):
    """Findings held against baselines: those that are new, those that are known, and entries found no more."""

    kept: tuple[Shown, ...]
    hidden: tuple[Hidden, ...]
    gone: tuple[Entry, ...]


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


def compare(shown: Iterable[Shown], known: Iterable[Entry], firm: Callable[[Shown], bool]) -> Compared:
    """Take out what the baseline holds, each entry once; what is `firm` stays."""
    left: dict[tuple[str, str], list[Entry]] = {}
    for entry in known:
        left.setdefault((entry.file, entry.fingerprint), []).append(entry)
    kept, hidden = [], []
    for one in shown:
        alike = [] if firm(one) else left.get((real(one.at.file), fingerprint(one.finding)), [])
        if alike:
            alike.pop(0)
            hidden.append(Hidden(one, "baseline"))
        else:
            kept.append(one)
    return Compared(tuple(kept), tuple(hidden), tuple(entry for held in left.values() for entry in held))


def gone(entry: Entry) -> Finding:
    """The finding about an entry that is found no more."""
    return finding("SET301", entry.place, code=entry.code, what=entry.message)


def written(found: Iterable[Found], file: str, language: Language) -> bytes:
    """The text of the baseline `file` that holds these findings."""
    folder = Path(real(file)).parent
    rows = [json.dumps(_row(each, folder, language), ensure_ascii=False) for each in found]
    body = ",\n".join(f"  {row}" for row in rows)
    return f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n'.encode("utf-8", "backslashreplace")


def real(file: str) -> str:
    """One name for a file, however it is written; a file that ships with the package keeps its name."""
    return os.path.realpath(file) if os.path.lexists(file) or os.path.isabs(file) else file


def _row(found: Found, folder: Path, language: Language) -> Mapping[str, object]:
    one = found.shown
    return {
        "file": _relative(one.at.file, folder),
        "code": one.finding.code,
        "element": element_path(one.finding),
        "fingerprint": fingerprint(one.finding),
        "checked": _relative(found.checked, folder),
        "roster": found.roster,
        "message": worded(one.finding, language).message,
    }


def _relative(file: str, folder: Path) -> str:
    path = real(file)
    return Path(os.path.relpath(path, folder)).as_posix() if os.path.isabs(path) else path


def _listed(document: Document | None) -> list[Mapping[str, object]] | None:
    """The entries of a baseline, None where the file is something else."""
    value = document.value if document is not None else None
    if not isinstance(value, dict) or value.get("version") != VERSION:
        return None
    listed = value.get("findings")
    if not isinstance(listed, list) or not all(map(_is_entry, listed)):
        return None
    return listed


def _is_entry(value: object) -> bool:
    names = ("file", "code", "fingerprint", "checked", "message")
    if not isinstance(value, dict) or not all(isinstance(value.get(name), str) for name in names):
        return False
    return isinstance(value.get("roster"), bool) and value["code"] in entries()


def _entry(said: Mapping[str, object], folder: Path, file: str, number: int) -> Entry:
    return Entry(
        file=_found(str(said["file"]), folder),
        fingerprint=str(said["fingerprint"]),
        code=str(said["code"]),
        checked=_found(str(said["checked"]), folder),
        roster=said["roster"] is True,
        message=str(said["message"]),
        place=Place(file=file, path=("findings", number, "code")),
    )


def _found(path: str, folder: Path) -> str:
    """The file an entry means: below the baseline's folder, or else one that ships with the package."""
    there = os.path.realpath(folder / path)
    return there if os.path.lexists(there) else path
