"""Checking again and again: whenever one of the files that went into a check is another than before."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable

from xuequ.cli.i18n import Say

#: Between two looks at the files, in seconds.
PAUSE = 0.5
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"

#: What a file was like when it was last looked at; None where there is none.
Stamp = tuple[int, int, int] | None


def stamp(file: str) -> Stamp:
    """When a file was written, how large it is, and which it is, since editors put a new file in its place."""
    try:
        held = os.stat(file)
    except (OSError, ValueError):
        return None
    return held.st_mtime_ns, held.st_size, held.st_ino


def _sleep(seconds: float) -> None:
    time.sleep(seconds)


def watch(
    once: Callable[[], tuple[int, tuple[str, ...]]],
    say: Say,
    *,
    look: Callable[[str], Stamp] = stamp,
    pause: Callable[[float], None] = _sleep,
) -> int:
    """Check, and check anew after each change, until interrupted; the exit status is that of the last check.

    `once` checks and answers with its exit status and the files that went in.
    """
    status = 0
    try:
        while True:
            _clear()
            status, files = once()
            print(
                say("等待改动，Ctrl-C 结束", "waiting for changes; Ctrl-C stops"), file=sys.stderr, flush=True
            )
            _wait(files, look, pause)
    except KeyboardInterrupt:
        return status


def _wait(files: Iterable[str], look: Callable[[str], Stamp], pause: Callable[[float], None]) -> None:
    """Until one of the files is not what it was."""
    before = {file: look(file) for file in files}
    while all(look(file) == held for file, held in before.items()):
        pause(PAUSE)


def _clear() -> None:
    """An empty screen for each check; in a pipe one follows the other."""
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
