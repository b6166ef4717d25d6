"""Writing a folder whole: every file of a build or none.

The files go into a new folder beside the target, which takes the target's place when all of them are
written. A build that fails or is interrupted leaves the previous output as it was.

A manifest in the folder says which files a build wrote. Whatever else lies there is somebody's own and is
carried over: files the manifest does not know stay, and a written file that was edited since (a checklist
that a school filled in) stays beside the new one as `NAME.edited.EXT`. A file that is in the way and was
never written by a build stops the build.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Place
from xuequ.findings.record import record
from xuequ.workspace.os_errors import unwritable
from xuequ.workspace.staging import beside, staging

MANIFEST = ".xuequ-manifest.json"


@record
class Written:
    """What a build left in its folder: the files it wrote, the edited ones it kept under a new name, and which
    files of the build before are gone, since this one does not make them."""

    folder: Path
    files: tuple[str, ...]
    kept: tuple[str, ...]
    gone: tuple[str, ...] = ()


def write_folder(
    target: Path, files: Iterable[tuple[str, bytes | None]], about: Callable[[], Mapping[str, object]] = dict
) -> Written:
    """Write `files` (path with `/`, content) as the new content of `target`; they may be made on the way.

    One without content is taken over as it stands in `target`.

    `about` is asked when all are written, for what the manifest says of how they were made.

    Raises Failure where the folder cannot be written or somebody's own file is in the way.
    """
    with _reported(target):
        _recover(target)
        before = _previous(target)
        with staging(target) as fresh:
            digests = dict(_written(fresh, files, target))
            kept = _carry_over(target, fresh, digests, before)
            (fresh / MANIFEST).write_bytes(_manifest(digests, about()))
            _swap(target, fresh)
    gone = tuple(sorted(before.keys() - digests.keys()))
    return Written(folder=target, files=tuple(sorted(digests)), kept=kept, gone=gone)


def write_file(target: Path, content: bytes) -> None:
    """Write one file whole, or leave what was there."""
    with _reported(target):
        fresh = beside(target, "new")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(content)
            if target.exists():
                shutil.copymode(target, fresh)
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)


def replace_file(file: str, content: bytes) -> None:
    """Write anew the file at a path the user gave; a link stays a link to the file it led to."""
    write_file(Path(os.path.realpath(file)), content)


@contextmanager
def _reported(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(str(target), error) from error


def _recover(target: Path) -> None:
    """Put back what an earlier build was killed while moving aside."""
    old = beside(target, "old")
    if old.exists():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)


def _written(
    folder: Path, files: Iterable[tuple[str, bytes | None]], before: Path
) -> Iterator[tuple[str, str]]:
    made: set[Path] = {folder}
    for name, content in files:
        parts = PurePosixPath(name).parts
        if not parts or name.startswith("/") or ".." in parts or "\\" in name:
            raise ValueError(f"not a path inside the output folder: {name!r}")
        path = folder.joinpath(*parts)
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        if content is None:
            content = before.joinpath(*parts).read_bytes()
        with path.open("xb") as stream:
            stream.write(content)
        yield name, hashlib.sha256(content).hexdigest()


def _manifest(digests: Mapping[str, str], made: Mapping[str, object]) -> bytes:
    body = {"version": 1, "files": dict(sorted(digests.items())), **({"made": made} if made else {})}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _previous(target: Path) -> Mapping[str, str]:
    """The files the last build wrote, with their digests; none where its manifest is gone or unreadable."""
    try:
        body = json.loads((target / MANIFEST).read_bytes())
        return {str(name): str(digest) for name, digest in body["files"].items()}
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _carry_over(
    target: Path, fresh: Path, digests: Mapping[str, str], previous: Mapping[str, str]
) -> tuple[str, ...]:
    """Bring along what is not ours; the new names of edited files."""
    if target.exists() and not target.is_dir():
        raise Failure(finding("INT105", Place(file=str(target)), file=str(target)))
    kept = []
    for name in _all_files(target):
        path = target / name
        digest = _digest(path) if name in previous or name in digests else ""
        if name in previous:
            if digest in (previous[name], digests.get(name)):
                continue
            name = _edited_name(name, target, fresh)
            kept.append(name)
        elif name in digests:
            if digest == digests[name]:
                continue
            raise Failure(finding("INT105", Place(file=str(path)), file=str(path)))
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, fresh / name, follow_symlinks=False)
    return tuple(kept)


def _all_files(target: Path) -> list[str]:
    """Every file in the folder but the manifest, with `/`."""
    found = []
    for folder, _, names in os.walk(target):
        for name in names:
            relative = (Path(folder) / name).relative_to(target).as_posix()
            if relative != MANIFEST:
                found.append(relative)
    return sorted(found)


def _digest(path: Path) -> str:
    return "" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()


def _edited_name(name: str, target: Path, fresh: Path) -> str:
    """A free name beside `name`: `a.edited.xlsx`, then `a.edited2.xlsx`."""
    path = PurePosixPath(name)
    number = 1
    while True:
        mark = "edited" if number == 1 else f"edited{number}"
        candidate = path.with_name(f"{path.stem}.{mark}{path.suffix}").as_posix()
        if not (target / candidate).exists() and not (fresh / candidate).exists():
            return candidate
        number += 1


def _swap(target: Path, fresh: Path) -> None:
    """Let `fresh` take the place of `target`."""
    if not target.exists():
        fresh.rename(target)
        return
    old = beside(target, "old")
    target.rename(old)
    try:
        fresh.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
