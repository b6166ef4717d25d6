"""A scheme or policy in the other key language."""

from __future__ import annotations

from xuequ.edit.anchors import signs
from xuequ.edit.comments import remarks
from xuequ.edit.layout import laid_out
from xuequ.edit.renaming import Renaming
from xuequ.edit.rewriter import Turning
from xuequ.language.canonical import kind_of
from xuequ.language.forms import Lang
from xuequ.language.shapes import shape_of
from xuequ.source.document import Document


def translate(document: Document, keys: Lang = "zh", names: bool = True) -> str:
    """The text of `document` with its keys and fixed values in the language `keys`.

    With `names`, Chinese keys come with Chinese names as the keys of elements, and references follow; an
    element keeps its id where its name cannot be a key or a reference to it would become ambiguous. What the
    file takes over from others is called there as it is, so references to that stay. Comments stay before,
    or beside, the keys they stood with. `document` is as it was read, without errors.
    """
    kind = kind_of(document)
    value = document.value
    if kind is None or not isinstance(value, dict):
        raise ValueError(f"{document.file} is neither a scheme nor a policy")
    shape = shape_of(kind)
    renaming = Renaming(value, shape, names and keys == "zh")
    notes = remarks(document)
    turning = Turning(keys, renaming, notes, signs(document).spelled_out())
    turned = turning.file(value, shape)
    while not renaming.settled():
        turned = turning.file(value, shape)
    return laid_out(turned, notes.head, notes.tail)
