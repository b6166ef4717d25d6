"""Finding and reading the files a scheme is made of, each once a run.

A policy is looked up in `policies/` beside the scheme, then in the workspace's, then among the shipped
ones. What is read is canonical; what was wrong with a file is kept with it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import Literal

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Place
from xuequ.source.document import Document
from xuequ.workspace.root import inside, root_of

SHIPPED = "policies"
ENDING = ".yaml"
#: The reader refuses larger files; no more than this and one byte is taken off the disk.
LIMIT = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One file after reading: its canonical document, where it could be read, and what was found on the way."""

    document: Document | None
    findings: tuple[Finding, ...]


class Library:
    """The files of one run. It remembers what it read, and nothing else about a scheme."""

    def __init__(self) -> None:
        self._read: dict[str, Read] = {}

    def read(self, file: str) -> Read:
        """The file at a path as the user gave it. Raises Failure where there is none."""
        key = os.path.realpath(file)
        if key not in self._read:
            self._read[key] = _read(file, content(file))
        return self._read[key]

    def shipped(self, name: str) -> Read | None:
        """The shipped policy of that name, under the file name `policies/NAME.yaml`."""
        file = f"{SHIPPED}/{name}{ENDING}"
        key = f"shipped:{file}"
        if key not in self._read:
            if name not in shipped_policies():
                return None
            data = (resources.files("xuequ.policies") / f"{name}{ENDING}").read_bytes()
            self._read[key] = _read(file, data)
        return self._read[key]

    def beside(self, file: str) -> Neighbours:
        """What the scheme `file` can take over."""
        return Neighbours(self, file)


class Neighbours:
    """What one scheme can adopt and extend: composition asks it for other files.

    `read` are the files that were asked for, so that what was found in them can be told.
    """

    def __init__(self, library: Library, file: str) -> None:
        self._library = library
        self._file = file
        self._root = root_of(Path(file))
        self._folders = _policy_folders(file, self._root)
        self.read: dict[str, Read] = {}
        self.findings: list[Finding] = []

    def policy(self, name: str) -> Document | None:
        """The policy of that name, from the nearest place that has it."""
        if _plain(name):
            for folder in self._folders:
                path = folder / f"{name}{ENDING}"
                if path.is_file() and inside(path, self._root):
                    return self._kept(self._library.read(_written(path)))
        shipped = self._library.shipped(name)
        return self._kept(shipped) if shipped else None

    def scheme(self, relative: str, base: str) -> Document | None:
        """The scheme at a path relative to file `base`; None where there is none inside the workspace."""
        path = Path(os.path.normpath(Path(base).parent / relative))
        if not inside(path, self._root):
            self.findings.append(finding("REF104", Place(file=base, path=("extends",)), name=relative))
            return None
        return self._kept(self._library.read(_written(path))) if path.is_file() else None

    def policies(self) -> tuple[str, ...]:
        """The names of all policies that can be adopted from here."""
        own = (path.stem for folder in self._folders for path in folder.glob(f"*{ENDING}"))
        return tuple(sorted({*own, *shipped_policies()}))

    def _kept(self, read: Read) -> Document | None:
        if read.document is not None:
            self.read[read.document.file] = read
        return read.document


@cache
def shipped_policies() -> tuple[str, ...]:
    """The names of the policies that come with the package."""
    folder = resources.files("xuequ.policies")
    return tuple(sorted(p.name.removesuffix(ENDING) for p in folder.iterdir() if p.name.endswith(ENDING)))


def content(file: str) -> bytes:
    """The bytes of a file the user named, a little more than the reader takes at most."""
    try:
        with open(file, "rb") as stream:
            return stream.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise Failure(finding("INT102", Place(file=file), file=file, problem=problem)) from error


def kind_of(document: Document) -> Literal["scheme", "policy", ""]:
    """What a canonical document says it is."""
    value = document.value.get("kind") if isinstance(document.value, dict) else None
    return "scheme" if value == "scheme" else "policy" if value == "policy" else ""


def _read(file: str, data: bytes) -> Read:
    raise NotImplementedError


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
