"""Documents that somebody has read: the five localities' plans and lists as they stood when they were found good.

`pytest tests/golden --update` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import localities
from xuequ.documents import Document, Format, Options, build

FOLDER = Path(__file__).parent
READ = frozenset({Document.PLAN, Document.DUTIES, Document.TASKS, Document.APPRAISALS})


@pytest.mark.parametrize("name", localities.NAMES)
def test_documents_are_those_that_were_read(name: str, updating: bool) -> None:
    options = Options(formats=frozenset({Format.MD}), only=READ)
    written, _ = build(localities.role_plan(name), options)
    texts = {file.path: file.data.decode() for file in written if file.path.endswith(".md")}
    folder = FOLDER / name
    if updating:
        folder.mkdir(exist_ok=True)
        for path, text in texts.items():
            (folder / path).write_text(text, "utf-8")
    assert texts == {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
