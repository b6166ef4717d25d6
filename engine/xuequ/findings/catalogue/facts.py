"""What stands in a finding's text for a fact of its own, where the text is shown without one: `〔名称〕`, `‹name›`."""

from __future__ import annotations

import re
from string import Formatter

from xuequ.findings.catalogue import Text
from xuequ.findings.catalogue.words import Said, Words

_UNKNOWN = Said("…", "…")
#: Fact → what it is, in both languages; a fact that is not here is one of its own, and stands as 〔…〕.
FACTS = Words("facts")


def general(text: Text, language: str) -> Text:
    """A text of the catalogue with words in place of its facts."""
    return Text(*(_without_facts(template, language) for template in text))


def _without_facts(template: str, language: str) -> str:
    said = ""
    for plain, fact, _, _ in Formatter().parse(template):
        said += plain
        if fact is not None:
            name = re.split(r"[.\[]", fact)[0]
            word = FACTS.get(name) or FACTS.get(re.sub("_(?:zh|en)$", "", name)) or _UNKNOWN
            said += f"〔{word.zh}〕" if language == "zh" else f"‹{word.en}›"
    return said
