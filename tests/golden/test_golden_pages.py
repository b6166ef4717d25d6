"""Pages that somebody has looked at: where the lines of a locality's plan stand on its first page.

Fonts differ between machines, so what is compared is what must not: text, size of type, lines of the grid,
left edges. `pytest tests/golden --update` measures anew.
"""

from __future__ import annotations

import json
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

import localities
from xuequ.documents import Document, Format, Options, build
from xuequ.writers import pdf
from xuequ.writers.page import NATIONAL

FOLDER = Path(__file__).parent
MM = 72 / 25.4
NEAR = 0.5
MARKS = frozenset("，。、；：！？（）《》〔〕【】“”‘’")

pytestmark = pytest.mark.skipif(
    pdf.found_faces(NATIONAL) is None, reason="this machine has no Chinese font, and so no PDF"
)


def plan_pages(name: str) -> Any:
    options = Options(formats=frozenset({Format.PDF}), only=frozenset({Document.PLAN}))
    (file,), _ = build(localities.role_plan(name), options)
    return pdfplumber.open(BytesIO(file.data)).pages


def measured(page: Any) -> list[dict[str, Any]]:
    """The lines of an upright page, in millimetres from its upper left corner."""
    chars = sorted((char for char in page.chars if char["text"].strip()), key=baseline)
    lines = [sorted(row, key=lambda char: float(char["x0"])) for _, row in groupby(chars, baseline)]
    return [
        {
            "text": "".join(char["text"] for char in line),
            "size": round(line[0]["size"], 1),
            "middle": round(baseline(line[0]) / MM - 0.38 * line[0]["size"] / MM, 1),
            "left": round(line[0]["x0"] / MM, 1),
        }
        for line in lines
    ]


def baseline(char: Any) -> float:
    return round(297 * MM - float(char["matrix"][5]), 1)


def test_the_first_page_of_a_plan_is_the_one_that_was_looked_at(updating: bool) -> None:
    found = measured(plan_pages("ziyun")[0])
    path = FOLDER / "ziyun" / "实施方案.page1.json"
    if updating:
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    known = json.loads(path.read_text("utf-8"))
    assert [line["text"] for line in found] == [line["text"] for line in known]
    for line, before in zip(found, known, strict=True):
        assert line["size"] == before["size"]
        assert line["middle"] == pytest.approx(before["middle"], abs=NEAR)
        if line["size"] == 16:
            assert line["left"] == pytest.approx(before["left"], abs=NEAR)


@pytest.mark.parametrize("name", localities.NAMES)
def test_no_page_of_a_plan_leaves_the_text_block(name: str) -> None:
    for page in plan_pages(name):
        block = [char for char in page.chars if char["text"].strip() and baseline(char) < 264 * MM]
        # Of a mark at an end of a line the empty half stands outside.
        inner = [char for char in block if char["text"] not in MARKS]
        assert min(char["x0"] for char in inner) >= (28 - NEAR) * MM
        assert max(char["x1"] for char in inner) <= (184 + NEAR) * MM
        assert min(baseline(char) - 0.88 * char["size"] for char in block) >= (37 - NEAR) * MM
        assert max(baseline(char) for char in block) <= (262 + NEAR) * MM
