"""Paragraphs and runs as WordprocessingML text: what every part of a Word file is made of."""

from __future__ import annotations

from xuequ.markup.blocks import Inline

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def escape(text: str) -> str:
    """Text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def paragraph(style: str, text: Inline, layout: str = "", before: str = "") -> str:
    """A paragraph of a style; `layout` goes into its properties, `before` is text ahead of it."""
    inner = (run(before, "") if before else "") + runs(text)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{inner}</w:p>'


def runs(text: Inline) -> str:
    """The runs of a text with its marks: bold, and 楷体 for what Markdown emphasises."""
    if isinstance(text, str):
        return run(text, "")
    return "".join(
        run(
            each.text,
            ('<w:rStyle w:val="Emphasis"/>' if each.italic else "") + ("<w:b/>" if each.bold else ""),
        )
        for each in text
    )


def run(text: str, look: str) -> str:
    """One run; `look` is the inside of its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{plain(text)}</w:t></w:r>'


def plain(text: str) -> str:
    """Text for the inside of a `w:t`: a line break and a tab are elements of their own."""
    return escape(text).replace("\n", BREAK).replace("\t", TAB)
