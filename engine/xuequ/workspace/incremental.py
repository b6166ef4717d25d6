"""Whether a folder already holds what a build would write into it, by the content of everything that goes in.

The manifest of a folder says beside its files what they were made from: each file that was read, the folders that
were looked through, the options, and the edition of this package. Where all of that is as it was, and every file is
still there as written, there is nothing to do. Where something changed, the files that come out as before stay.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from xuequ.findings.record import record
from xuequ.source.shipped import shipped
from xuequ.workspace.loading import Shelf
from xuequ.workspace.output import MANIFEST
from xuequ.workspace.root import WORKSPACE, root_of

ABSENT = ""


@record
class Asked:
    """What a build was asked for: its scheme and roster, and `options` as plain values.

    `own` are the contents of templates and whatever else was read before the scheme, by name.
    """

    scheme: str
    roster: str | None
    options: Mapping[str, object]
    own: Mapping[str, bytes]


@record
class Kept:
    """A folder that is as a build would leave it: its files, and how many findings were told when it was built."""

    files: tuple[str, ...]
    told: int


def about(
    target: Path, asked: Asked, shelf: Shelf, told: int, made_from: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, object]:
    """What the manifest says of a build beside its files, for `unchanged` and `standing` to compare.

    `made_from` has for each file the digest of what it was made from.
    """
    paths = (*shelf.on_disk, *_watched(asked.scheme, shelf), *([asked.roster] if asked.roster else []))
    return {
        "asked": _digest_of(target, asked),
        "inputs": {name: _state(path) for name, path in sorted(_relative(target, paths).items())},
        "told": told,
        "edition": edition(),
        "from": dict(sorted(made_from.items())),
    }


def unchanged(target: Path, asked: Asked) -> Kept | None:
    """What `target` holds where a build would write the same again, else None."""
    try:
        body = json.loads((target / MANIFEST).read_bytes())
        files, made = body["files"], body["made"]
        same = made["asked"] == _digest_of(target, asked) and all(
            _state(os.path.join(target, name)) == state for name, state in made["inputs"].items()
        )
        if same and all(_state(os.path.join(target, name)) == digest for name, digest in files.items()):
            return Kept(files=tuple(sorted(files)), told=int(made["told"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # A folder without a manifest that can be read is one to build.
        return None
    return None


def standing(target: Path) -> Callable[[str, str], bool]:
    """Whether a file of `target` is as the last build wrote it, and was made from what has that digest."""
    try:
        body = json.loads((target / MANIFEST).read_bytes())
        files, made = dict(body["files"]), body["made"]
        made_from = dict(made["from"]) if made["edition"] == edition() else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return lambda path, source: False

    def stands(path: str, source: str) -> bool:
        return made_from.get(path) == source and _state(os.path.join(target, path)) == files.get(path)

    return stands


def written_before(target: Path) -> Callable[[str], bytes]:
    """What the last build wrote into `target` at a path, and nobody edited since; empty where there is nothing."""
    try:
        files = dict(json.loads((target / MANIFEST).read_bytes())["files"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        files = {}

    def content_of(path: str) -> bytes:
        if path not in files or _state(os.path.join(target, path)) != files[path]:
            return b""
        return (target / path).read_bytes()

    return content_of


def _watched(scheme: str, shelf: Shelf) -> tuple[str, ...]:
    """What decides which files are read: the folders of policies, and the workspace file, there or not."""
    root = root_of(Path(scheme))
    folders = {Path(scheme).parent / "policies", root / "policies", *shelf.beside(scheme).folders}
    return (*sorted(map(str, folders)), str(root / WORKSPACE))


def _relative(target: Path, paths: Iterable[str]) -> Mapping[str, str]:
    """Paths by how they are reached from the folder, so that both can be moved together."""
    return {_from(target, path): path for path in paths}


def _from(target: Path, path: str) -> str:
    try:
        return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(target))).as_posix()
    except ValueError:
        # On another drive there is no way from here to there.
        return Path(os.path.realpath(path)).as_posix()


def _state(path: str) -> str:
    """The content of a file or the names in a folder as a digest; `ABSENT` where there is neither."""
    try:
        with open(path, "rb") as stream:
            return hashlib.sha256(stream.read()).hexdigest()
    except IsADirectoryError:
        return hashlib.sha256("\n".join(sorted(os.listdir(path))).encode()).hexdigest()
    except PermissionError:
        # What Windows says of a folder.
        if os.path.isdir(path):
            return hashlib.sha256("\n".join(sorted(os.listdir(path))).encode()).hexdigest()
        raise
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT


def _digest_of(target: Path, asked: Asked) -> str:
    said = {
        "edition": edition(),
        "scheme": _from(target, asked.scheme),
        "root": _from(target, str(root_of(Path(asked.scheme)))),
        "roster": _from(target, asked.roster) if asked.roster else None,
        "options": asked.options,
        "own": {name: hashlib.sha256(data).hexdigest() for name, data in asked.own.items()},
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


@cache
def edition() -> str:
    """The version of this package; in a checkout, where code changes under one version, with the code's digest."""
    from xuequ.version import __version__

    package = Path(__file__).parents[1]
    if shipped("policies").is_relative_to(package):
        return __version__
    digest = hashlib.sha256()
    for folder in (
        package,
        *map(shipped, ("policies", "schemas", "templates")),
    ):
        for path in sorted(_sources(folder)):
            digest.update(path.encode())
            with open(path, "rb") as stream:
                digest.update(stream.read())
    return f"{__version__}+{digest.hexdigest()}"


def _sources(folder: Path) -> Iterable[str]:
    for at, _, names in os.walk(folder):
        yield from (os.path.join(at, name) for name in names if not name.endswith(".pyc"))
