"""Words of the language itself that a finding names: said in the reader's language, not as the key stands.

A fact that is worked out and said in each language is a `Said` itself. A finding's other facts are the drafter's
words and stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple


class Word(str):
    """A fact that is a word of the language; its text is a key of `WORDS`."""

    __slots__ = ()


class Said(NamedTuple):
    """A word in both languages."""

    zh: str
    en: str


class Words(Mapping[str, Said]):
    """The words in some files of the catalogue, read when one is looked up."""

    def __init__(self, *names: str) -> None:
        self.names = names

    @cached_property
    def _held(self) -> dict[str, Said]:
        from xuequ.findings.catalogue import data

        return {key: Said(*pair) for name in self.names for key, pair in data(name).items()}

    def __getitem__(self, key: str) -> Said:
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


#: What findings say of Word templates.
WORD_TEMPLATES: Mapping[str, Said] = Words("word_templates")
WORDS: Mapping[str, Said] = Words("words", "word_templates")
#: What a related place is called: `Related.label` is one of these names.
LABELS: Mapping[str, Said] = Words("labels")


def column_word(column: str) -> str:
    """What a column of a roster is called: in the reader's language where the language knows it."""
    word = f"column_{column}"
    return Word(word) if word in WORDS else column
