"""Where a workspace begins, and whether a path stays inside it."""

from __future__ import annotations

import os
from pathlib import Path

#: The file that says what belongs to a workspace and how it is checked.
WORKSPACE = "xuequ.yaml"
#: A folder that holds one of these is the root of a workspace.
MARKS = (WORKSPACE, ".git")


def root_of(file: Path) -> Path:
    """The folder `file` may take others from: the nearest marked one above it, else the current one, else its own."""
    folder = Path(os.path.realpath(file)).parent
    for above in (folder, *folder.parents):
        if any((above / mark).exists() for mark in MARKS):
            return above
    here = Path(os.path.realpath("."))
    return here if folder.is_relative_to(here) else folder


def inside(path: Path, root: Path) -> bool:
    """Whether `path` lies under `root` once links are followed."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(root)
    except ValueError:
        # A path with a NUL in it names nothing.
        return False
