"""The hidden folder in which a build is written before it takes the place of the last one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NEW = "new"


def beside(target: Path, what: str) -> Path:
    """A hidden sibling of `target`; the process id keeps two builds apart."""
    mark = f"-{os.getpid()}" if what == _NEW else ""
    return target.parent / f".{target.name}.xuequ-{what}{mark}"


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A fresh folder beside `target`, gone in the end if it did not take its place.

    Folders of builds that were killed are taken away; a build that still runs holds a lock on its own.
    """
    _take_away_abandoned(target)
    fresh = beside(target, _NEW)
    lock = None
    try:
        fresh.mkdir(parents=True)
        lock = _locked(fresh)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _take_away_abandoned(target: Path) -> None:
    mark = f".{target.name}.xuequ-{_NEW}-"
    if not target.parent.is_dir():
        return
    for each in [path for path in target.parent.iterdir() if path.name.startswith(mark)]:
        number = each.name.removeprefix(mark)
        if (
            number.isdecimal()
            and each.is_dir()
            and not each.is_symlink()
            and _is_abandoned(each, int(number))
        ):
            shutil.rmtree(each, ignore_errors=True)


def _is_abandoned(folder: Path, process: int) -> bool:
    """Whether nobody writes there: no such process here, and nobody anywhere who holds its lock."""
    if sys.platform == "win32" or (process != os.getpid() and _runs(process)):
        return False
    lock = _locked(folder)
    if lock is None:
        return False
    os.close(lock)
    return True


def _runs(process: int) -> bool:
    """Whether there is a process of that number; only where asking does it no harm."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _locked(folder: Path) -> int | None:
    """A lock on a folder that ends with the process; None where another holds it or there are no locks."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(opened)
        return None
    return opened
