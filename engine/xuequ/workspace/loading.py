"""Finding and reading the files a scheme is made of, each once a run.

A policy is looked up in `policies/` beside the scheme, then in the workspace's, then among the shipped
ones. What is read is canonical; what was wrong with a file is kept with it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Level, Place
from xuequ.findings.record import record
from xuequ.source.document import Document
from xuequ.source.limits import MEGABYTE, MOST_MEGABYTES
from xuequ.source.shipped import shipped
from xuequ.workspace.os_errors import unreadable
from xuequ.workspace.root import WORKSPACE, inside, root_of

if TYPE_CHECKING:
    from xuequ.workspace.config import Workspace

SHIPPED = "policies"
ENDING = ".yaml"
#: The reader refuses larger files; no more than this is taken off the disk.
ENOUGH = MOST_MEGABYTES * MEGABYTE + 1


@record
class Read:
    """One file after reading: its canonical document, where it could be read, and what was found on the way."""

    file: str
    document: Document | None
    kind: str
    """`scheme`, `policy`, or empty where the file does not say."""
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether the document can be gone on with: with an error in it, it is only fit for showing that."""
        return self.document is not None and all(found.level is not Level.ERROR for found in self.findings)


class Shelf:
    """The files of one run. It remembers what it read, and nothing else about a scheme."""

    def __init__(self) -> None:
        self._read: dict[str, Read] = {}
        self._workspaces: dict[str, Workspace | None] = {}

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that was read, by the name findings show."""
        return tuple(read.file for read in self._read.values())

    @property
    def on_disk(self) -> tuple[str, ...]:
        """The same by their real paths, without those that come with the package."""
        return tuple(key for key in self._read if not key.startswith("shipped:"))

    def read(self, file: str) -> Read:
        """The file at a path as the user gave it. Raises Failure where there is none."""
        key = os.path.realpath(file)
        if key not in self._read:
            self._read[key] = read_bytes(file, content(file))
        return self._read[key]

    def shipped(self, name: str) -> Read | None:
        """The shipped policy of that name, under the file name `policies/NAME.yaml`."""
        file = f"{SHIPPED}/{name}{ENDING}"
        key = f"shipped:{file}"
        if key not in self._read:
            if name not in shipped_policies():
                return None
            data = (shipped("policies") / f"{name}{ENDING}").read_bytes()
            read = read_bytes(file, data)
            document = replace(read.document, shipped=True) if read.document else None
            self._read[key] = replace(read, document=document)
        return self._read[key]

    def beside(self, file: str) -> Neighbours:
        """What the scheme `file` can take over."""
        return Neighbours(self, file)

    def workspace_of(self, file: str) -> Workspace | None:
        """The workspace a file stands in, None where its folder has no workspace file that says something."""
        path = root_of(Path(file)) / WORKSPACE
        if not os.path.isfile(path):
            return None
        return self.workspace(path.as_posix() if os.path.isabs(file) else os.path.relpath(path))

    def workspace(self, file: str) -> Workspace | None:
        """The workspace in a file; with findings and nothing else where it cannot be used.

        None where the file is empty, which only marks a folder, or is of another kind.
        """
        key = os.path.realpath(file)
        if key not in self._workspaces:
            self._workspaces[key] = self._declared(Path(file).as_posix())
        return self._workspaces[key]

    def _declared(self, file: str) -> Workspace | None:
        from xuequ.workspace.config import KIND, Workspace, declared

        root = Path(os.path.realpath(Path(file).parent))
        if not inside(Path(file), root):
            outside = finding("SET201", Place(file=file), path=file)
            return Workspace(file=file, root=root, findings=(outside,))
        try:
            if not content(file).strip():
                return None
            read = self.read(file)
        except Failure as failure:
            return Workspace(file=file, root=root, findings=failure.findings)
        if read.kind and read.kind != KIND:
            return None
        if read.document is None or not read.sound:
            return Workspace(file=file, root=root, document=read.document, findings=read.findings)
        held = declared(read.document, root)
        return replace(held, findings=(*read.findings, *held.findings))


class Neighbours:
    """What one scheme can adopt and extend: composition asks it for other files.

    `read` are the files that were asked for, by the name they were asked by, so that what was found in them
    can be told. One with errors in it is read and not handed on.
    """

    def __init__(self, shelf: Shelf, file: str) -> None:
        self._shelf = shelf
        self._file = file
        self._root = root_of(Path(file))
        workspace = shelf.workspace_of(file)
        self.folders = (*_policy_folders(file, self._root), *(workspace.policies if workspace else ()))
        """Where policies are looked for before the shipped ones, nearest first."""
        self.read: dict[str, Read] = {}
        self.refused: set[str] = set()
        """What was asked for and leads out of the workspace: it was not read."""

    def policy(self, name: str) -> Document | None:
        """The policy of that name, from the nearest place that has it."""
        if _plain(name):
            for folder in self.folders:
                path = folder / f"{name}{ENDING}"
                if os.path.isfile(path) and inside(path, self._root):
                    return self._kept(name, self._shelf.read(_written(path)))
                if os.path.lexists(path) and not inside(path, self._root):
                    self.refused.add(name)
                    return None
        found = self._shelf.shipped(name)
        return self._kept(name, found) if found else None

    def scheme(self, relative: str, base: str) -> Document | None:
        """The scheme at a path relative to file `base`; None where there is none inside the workspace."""
        path = Path(os.path.normpath(Path(base).parent / relative))
        if not inside(path, self._root):
            self.refused.add(relative)
            return None
        if not os.path.isfile(path):
            return None
        return self._kept(relative, self._shelf.read(_written(path)))

    def policies(self) -> tuple[str, ...]:
        """The names of all policies that can be adopted from here."""
        own = (path.stem for folder in self.folders for path in folder.glob(f"*{ENDING}"))
        return tuple(sorted({*own, *shipped_policies()}))

    def _kept(self, name: str, read: Read) -> Document | None:
        self.read[name] = read
        return read.document if read.sound else None


@cache
def shipped_policies() -> tuple[str, ...]:
    """The names of the policies that come with the package."""
    return tuple(sorted(path.stem for path in shipped("policies").glob(f"*{ENDING}")))


def content(file: str) -> bytes:
    """The bytes of a file the user named, a little more than the reader takes at most."""
    try:
        with open(file, "rb") as stream:
            return stream.read(ENOUGH)
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from error


def read_bytes(file: str, data: bytes) -> Read:
    """What became of the bytes of a file: canonical where they could be read."""
    from xuequ.language.canonical import canonical
    from xuequ.source.yaml import read_yaml

    raw = read_yaml(data, file)
    if raw.document is None:
        return Read(file=file, document=None, kind="", findings=raw.findings)
    form = canonical(raw.document)
    findings = (*raw.findings, *form.findings)
    return Read(file=file, document=form.document, kind=form.kind or "", findings=findings)


def _policy_folders(file: str, root: Path) -> tuple[Path, ...]:
    """`policies/` beside the scheme and at the workspace's root, written the way the scheme's path is."""
    beside = Path(file).parent / "policies"
    at_root = root / "policies"
    if not os.path.isabs(file):
        at_root = Path(os.path.relpath(at_root))
    return tuple(folder for folder in dict.fromkeys((beside, at_root)) if folder.is_dir())


def _written(path: Path) -> str:
    """A path the way findings show it, with `/` on every system."""
    return path.as_posix()


def _plain(name: str) -> bool:
    """Whether a policy name is a file name and nothing more."""
    return bool(name) and PurePosixPath(name).name == name and "\\" not in name and not name.startswith(".")
