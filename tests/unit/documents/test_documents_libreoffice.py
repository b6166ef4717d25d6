"""Every document of a locality, opened by LibreOffice without repair."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx as python_docx
import pdfplumber

from localities import role_plan
from official import all_set
from xuequ.documents.building import build
from xuequ.documents.files import Format, Options


def test_every_word_file_of_a_locality_opens_with_its_title(tmp_path: Path) -> None:
    files, _ = build(role_plan("luoxi"), Options(formats=frozenset({Format.DOCX, Format.MD})))
    texts = {file.path: file.data for file in files}
    sources: list[Path] = []
    titles: list[str] = []
    for path, data in texts.items():
        if not path.endswith(".docx"):
            continue
        source = tmp_path / f"{len(sources)}.docx"
        source.write_bytes(data)
        assert python_docx.Document(BytesIO(data)).sections
        sources.append(source)
        markdown = texts[f"{path.removesuffix('docx')}md"].decode()
        titles.append(next(line[2:] for line in markdown.splitlines() if line.startswith("# ")))
    for page, title in zip(all_set(sources, tmp_path), titles, strict=True):
        with pdfplumber.open(page) as pdf:
            first = "".join(pdf.pages[0].extract_text().split())
        assert "".join(title.replace("\\", "").split()) in first
