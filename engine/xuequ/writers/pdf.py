"""Blocks into a PDF, set by typst: the page that the Word file has, without an office suite.

typst is an extra (`pip install xuequ[pdf]`); the fonts of the machine are looked up once and kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Place
from xuequ.markup.blocks import Block
from xuequ.writers.page import NATIONAL, Page
from xuequ.writers.typeset import text as typst_text
from xuequ.writers.typeset.typefaces import Faces, faces

if TYPE_CHECKING:
    import typst

#: What stands for the clock where a scheme has no date of issue.
_NO_DATE = "2000-01-01"


def unready(place: Place, page: Page = NATIONAL) -> Finding | None:
    """Why no PDF can be made here: a font is missing. Raises Failure if the extra is not installed."""
    if find_spec("typst") is None:
        raise Failure(finding("DOC401", place))
    return finding("DOC402", place) if found_faces(page) is None else None


#: Characters that nobody sees and that turn the direction of text; typst panics at some.
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write(
    blocks: Sequence[Block], *, title: str, author: str = "", issued: str = "", page: Page = NATIONAL
) -> bytes:
    """The file; `issued` is an ISO date for its properties. The same blocks and fonts give the same bytes.

    Raises Failure if there is no Chinese font, or if typst refuses what we gave it.
    """
    import typst

    found = found_faces(page)
    if found is None:
        raise Failure(finding("DOC402", Place(file="")))
    text = typst_text.text(blocks, title=title, author=author, issued=issued, page=page, faces=found)
    text = _TURNING.sub("", text)
    moment = datetime.fromisoformat(issued or _NO_DATE).replace(tzinfo=UTC)
    try:
        made = _compiler().compile(
            input=text.encode("utf-8", "replace"), format="pdf", timestamp=moment, pdf_tags=False
        )
    except typst.TypstError as refused:
        raise Failure(finding("DOC403", Place(file=""), title=title, problem=refused.message)) from refused
    except BaseException as broken:
        # A panic of typst is no Exception, and has no name that could be imported.
        if type(broken).__name__ != "PanicException":
            raise
        raise Failure(finding("DOC403", Place(file=""), title=title, problem=str(broken))) from broken
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


@cache
def _compiler() -> typst.Compiler:
    import typst

    return typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)


@cache
def found_faces(page: Page) -> Faces | None:
    """The fonts of this machine that a page is set in."""
    return faces(page, [(font.family, font.weight) for font in _fonts().fonts()])
