"""What the operating system says of a file, in words for the reader."""

from __future__ import annotations

import errno

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Place

_WORDS = {
    errno.ENOENT: "no_such_file",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EISDIR: "is_a_folder",
    errno.ENOTDIR: "not_a_folder",
    errno.EEXIST: "not_a_folder",
    errno.ENOSPC: "no_space",
    errno.EROFS: "read_only",
}


def unreadable(file: str, error: OSError | ValueError) -> Failure:
    """The failure of reading a file the user named."""
    return Failure(finding("INT102", Place(file=file), file=file, problem=_problem(error)))


def unwritable(file: str, error: OSError) -> Failure:
    """The failure of writing a file or folder."""
    return Failure(finding("INT103", Place(file=file), file=file, problem=_problem(error)))


def _problem(error: OSError | ValueError) -> str:
    word = _WORDS.get(error.errno or 0) if isinstance(error, OSError) else None
    return Word(word) if word else getattr(error, "strerror", None) or str(error)
