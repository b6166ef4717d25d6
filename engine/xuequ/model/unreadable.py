"""What a reader of short strings returns when it cannot read: the words, and the forms nearest to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from xuequ.findings.catalogue.words import Word
from xuequ.findings.record import record


@record
class Unreadable:
    """A value that no form fits.

    `code` is the catalogue's, `text` what is wrong as it is written, or the keys that are. `path` leads from the
    value given to the part that could not be read. `nearest` is what to write instead, best first: it means the same.
    `forms` only show how such values are written, and `why` is what else a drafter can do.
    """

    code: str
    text: str | tuple[Word, ...]
    nearest: tuple[str, ...] = ()
    path: tuple[str | int, ...] = ()
    forms: tuple[str, ...] = ()
    why: Word | None = None

    def under(self, *path: str | int) -> Unreadable:
        """The same, seen from the value around it."""
        return replace(self, path=(*path, *self.path))


#: No form is as long as this; what is longer is told by its beginning.
_LONG = 100


def nearest_forms(text: str, forms: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The forms that share most characters with `text`; edit distance finds nothing in short Chinese."""
    text = text[:_LONG]
    ranked = sorted(enumerate(forms), key=lambda pair: (-_likeness(text, pair[1]), pair[0]))
    return tuple(form for _, form in ranked[:most])


def _likeness(text: str, form: str) -> float:
    shared = (Counter(text) & Counter(form)).total() + (_pairs(text) & _pairs(form)).total()
    return shared / (len(text) + len(form) + 1)


def _pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1))
