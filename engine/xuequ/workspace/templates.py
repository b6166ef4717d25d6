"""A drafter's own templates: every file of a folder, by the name documents ask for it; and single Word files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from xuequ.findings.failure import Failure
from xuequ.markup.templating import Source
from xuequ.source.document import Document
from xuequ.source.text import decoded
from xuequ.views.jobs import Document as Kind
from xuequ.word_templates.package import WordSource
from xuequ.workspace.loading import content
from xuequ.workspace.os_errors import unreadable

ENDINGS = (".j2", ".css")


def own_templates(folder: str) -> Mapping[str, Source]:
    """The templates below a folder. Raises Failure where it is not one, or a template is not UTF-8."""
    found = {}
    try:
        os.listdir(folder)
    except OSError as error:
        raise unreadable(folder, error) from error
    for path in sorted(Path(folder).rglob("*")):
        if path.suffix in ENDINGS and path.is_file():
            name = path.relative_to(folder).as_posix()
            found[name] = Source(path.as_posix(), _text(path.as_posix()))
    return found


def word_templates(given: Iterable[tuple[str, str]]) -> Mapping[Kind, WordSource]:
    """Word files by the document they are for, from names of documents and paths. Raises Failure as above."""
    return {Kind(name): WordSource(Path(file).as_posix(), content(file)) for name, file in given}


def as_documents(templates: Mapping[str, Source]) -> Mapping[str, Document]:
    """The same as texts that findings can be shown in."""
    return {
        source.file: Document(file=source.file, text=source.text, value=None, marks=None)
        for source in templates.values()
    }


def _text(file: str) -> str:
    text, findings = decoded(content(file), file)
    if text is None or findings:
        raise Failure(*findings)
    return text
