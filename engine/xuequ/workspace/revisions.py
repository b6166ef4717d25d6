"""Files as they were at a git revision: `main:examples/anyang.yaml`, policies and rosters from the same revision.

Git is asked for contents by object name in a subprocess, without a shell; nothing is checked out.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Place
from xuequ.source.document import Document
from xuequ.workspace.loading import ENDING, Neighbours, Read, Shelf, read_bytes, shipped_policies
from xuequ.workspace.opening import open_file
from xuequ.workspace.planning import (
    Planned,
    ReadRoster,
    need_scheme,
    plan_opened,
    read_roster_bytes,
    read_roster_file,
)

#: A path never has a colon in it but for the drive of Windows, which is one letter.
_AT_REVISION = re.compile(r"(?P<revision>[^:\s-][^:\s]+|@):(?P<path>.+)")


class AtRevision(NamedTuple):
    """A file of a revision: `revision` as the user wrote it, `path` from the top of the repository."""

    revision: str
    path: str

    @property
    def file(self) -> str:
        """The name findings show."""
        return f"{self.revision}:{self.path}"


def at_revision(text: str) -> AtRevision | None:
    """What `REVISION:PATH` names; None for a plain path, and for any path that is there as it is written."""
    found = _AT_REVISION.fullmatch(text)
    if found is None or os.path.exists(text):
        return None
    return AtRevision(found["revision"], _plain(found["path"]))


def _plain(path: str) -> str:
    if not path.startswith(("./", "../")):
        return PurePosixPath(path).as_posix()
    here = _asked(("rev-parse", "--show-prefix"), path).decode().strip()
    return os.path.normpath(here + path).replace(os.sep, "/")


class RevisionShelf(Shelf):
    """The files of one revision, read from git instead of the disk."""

    def __init__(self, revision: str) -> None:
        super().__init__()
        self.revision = revision
        self._commit = _commit(revision)
        self._known: dict[str, Read] = {}

    def content(self, path: str) -> bytes:
        """The bytes of a file. Raises Failure where the revision has no such file."""
        data = self._blob(path)
        if data is None:
            file = f"{self.revision}:{path}"
            raise Failure(finding("INT122", Place(file=file), revision=self.revision, path=path))
        return data

    def read(self, file: str) -> Read:
        """The file `REVISION:PATH`. Raises Failure where the revision has no such file."""
        path = file.removeprefix(f"{self.revision}:")
        if path not in self._known:
            self._known[path] = read_bytes(f"{self.revision}:{path}", self.content(path))
        return self._known[path]

    def beside(self, file: str) -> Neighbours:
        """What the scheme can take over, all of this revision."""
        return _Neighbours(self, file)

    def workspace_of(self, file: str) -> None:
        """None: a revision has its policies beside its schemes or at the top, and settings do not count here."""

    def has(self, path: str) -> bool:
        """Whether the revision has a file of that path."""
        return _exists(self._commit, path)

    def names(self, folder: str) -> tuple[str, ...]:
        """The files of a folder."""
        listed = _git(("ls-tree", "--name-only", "--full-tree", "-z", self._commit, f"{folder}/"))
        return tuple(name for name in listed.stdout.decode().split("\0") if name)

    def _blob(self, path: str) -> bytes | None:
        return _git(("cat-file", "blob", f"{self._commit}:{path}")).stdout if self.has(path) else None


class _Neighbours(Neighbours):
    """Policies and schemes of one revision; those that ship come from the package."""

    def __init__(self, shelf: RevisionShelf, file: str) -> None:
        super().__init__(shelf, file)
        self._revision = shelf
        self._own = PurePosixPath(file.removeprefix(f"{shelf.revision}:"))
        self._homes = tuple(dict.fromkeys((_folder(self._own.parent / "policies"), "policies")))

    def policy(self, name: str) -> Document | None:
        """The policy of that name, beside the scheme, else at the top, else shipped."""
        if PurePosixPath(name).name == name and not name.startswith("."):
            for home in self._homes:
                if self._revision.has(f"{home}/{name}{ENDING}"):
                    return self._kept(name, self._revision.read(f"{home}/{name}{ENDING}"))
        shipped = self._revision.shipped(name)
        return self._kept(name, shipped) if shipped else None

    def scheme(self, relative: str, base: str) -> Document | None:
        """The scheme at a path relative to file `base`."""
        folder = PurePosixPath(base.removeprefix(f"{self._revision.revision}:")).parent
        path = _folder(folder / relative)
        if path.startswith("../") or not self._revision.has(path):
            return None
        return self._kept(relative, self._revision.read(path))

    def policies(self) -> tuple[str, ...]:
        """The names of all policies that can be adopted."""
        paths = (PurePosixPath(path) for home in self._homes for path in self._revision.names(home))
        return tuple(sorted({*(path.stem for path in paths if path.suffix == ENDING), *shipped_policies()}))


def _folder(path: PurePosixPath) -> str:
    return os.path.normpath(path).replace(os.sep, "/")


def _commit(revision: str) -> str:
    """The commit a revision means. Raises Failure where git is missing, here is no repository, or it means none."""
    _asked(("rev-parse", "--git-dir"), revision)
    found = _git(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"))
    if found.returncode:
        raise Failure(finding("INT121", Place(file=""), revision=revision))
    return found.stdout.decode().strip()


def _exists(commit: str, path: str) -> bool:
    found = _git(("cat-file", "-t", f"{commit}:{path}"))
    return found.stdout.strip() == b"blob"


def _asked(arguments: Sequence[str], file: str) -> bytes:
    """What git answers about the repository we stand in. Raises Failure where there is none."""
    found = _git(arguments)
    if found.returncode:
        raise Failure(finding("INT123", Place(file=""), text=file))
    return found.stdout


def _git(arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(("git", *arguments), capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise Failure(finding("INT120", Place(file=""), problem=error.strerror or str(error))) from error


def planned_at(text: str, roster: str | None = None) -> Planned:
    """The plan of a scheme, and perhaps a roster, each a file or `REVISION:PATH`.

    Raises Failure where one is not there, or git cannot be asked.
    """
    named = at_revision(text)
    shelf = Shelf() if named is None else RevisionShelf(named.revision)
    opened = open_file(shelf, text if named is None else named.file)
    need_scheme(opened, opened.file)
    return plan_opened(opened, None if roster is None else _roster(roster))


def _roster(text: str) -> ReadRoster:
    named = at_revision(text)
    if named is None:
        return read_roster_file(text)
    return read_roster_bytes(RevisionShelf(named.revision).content(named.path), named.file)
