"""The page of a rule: what it finds and why it matters in two languages, and examples that are its tests.

    # RES201 无人牵头的职责 · a duty that nobody leads
    ## 中文          **查什么** … **为什么要紧** … **避免** … **应当** … **设置** …
    ## English       **What it finds** … **Why it matters** … **Avoid** … **Prefer** … **Settings** …
    ## Bad: 反例的名称 · what the example is
    ## Good: …

A block of YAML is a scheme without its head; a block of CSV after it is its roster.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import Literal, NamedTuple, TypeAlias

from xuequ.findings.catalogue import data
from xuequ.findings.record import record

Language: TypeAlias = Literal["zh", "en"]

#: The headings of the two sections, in order.
HEADINGS: dict[Language, tuple[str, ...]] = {
    "zh": ("查什么", "为什么要紧", "避免", "应当", "设置"),
    "en": ("What it finds", "Why it matters", "Avoid", "Prefer", "Settings"),
}
_SECTIONS: dict[str, Language] = {"中文": "zh", "English": "en"}
_TITLE = re.compile(r"^# (?P<code>[A-Z]{3}\d{3}) (?P<zh>.+?) · (?P<en>.+)$")
_EXAMPLE = re.compile(r"^(?P<kind>Bad|Good): (?P<zh>.+?) · (?P<en>.+)$")
_HEADED = re.compile(r"^\*\*(?P<heading>[^*]+)\*\*\s*", re.M)
_BLOCK = re.compile(r"^```(?P<kind>yaml|csv)\n(?P<text>.*?)^```$", re.M | re.S)


class MisshapenPage(Exception):
    """Raised if a page that ships with the package is not laid out as pages are: our own mistake."""


class Example(NamedTuple):
    """One example: a scheme without its head, perhaps its roster, and whether the rule reports it."""

    bad: bool
    title: dict[Language, str]
    scheme: str
    roster: str = ""


@record
class Page:
    """One rule for its readers; `sections` holds the texts by language and heading."""

    code: str
    title: dict[Language, str]
    sections: dict[Language, dict[str, str]]
    examples: tuple[Example, ...]


def codes() -> tuple[str, ...]:
    """The codes that have a page, in order."""
    names = (file.name for file in resources.files("xuequ.rules.catalogue").iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


#: The sections of a page of a finding that is no rule's, under their headings.
_OF_FINDING = ("what", "why", "mend")
_UNDER = (0, 1, 3)


def finding_page(code: str) -> Page:
    """The page of a finding of reading, composing or building, which has no examples. Raises KeyError."""
    said = data(f"pages/{code[:3].lower()}")[code]
    return Page(
        code=code,
        title={language: said[language]["title"] for language in HEADINGS},
        sections={
            language: {headings[n]: said[language][part] for n, part in zip(_UNDER, _OF_FINDING, strict=True)}
            for language, headings in HEADINGS.items()
        },
        examples=(),
    )


def page(code: str) -> Page:
    """The page of one rule. Raises FileNotFoundError where there is none."""
    return read_page(resources.files("xuequ.rules.catalogue").joinpath(f"{code}.md").read_text("utf-8"))


def read_page(text: str) -> Page:
    """A page from its Markdown. Raises MisshapenPage."""
    head, *parts = re.split(r"^## ", text, flags=re.M)
    title = _TITLE.match(head.strip())
    if title is None:
        raise MisshapenPage(f"`{head.strip()}` should be `# CODE 中文 · English`")
    sections: dict[Language, dict[str, str]] = {}
    examples: list[Example] = []
    for part in parts:
        name, _, body = part.partition("\n")
        if name in _SECTIONS:
            sections[_SECTIONS[name]] = _headed(body)
        else:
            examples.append(_example(name, body))
    return Page(
        code=title["code"],
        title={"zh": title["zh"], "en": title["en"]},
        sections=sections,
        examples=tuple(examples),
    )


def _headed(body: str) -> dict[str, str]:
    pieces = _HEADED.split(body)
    return {heading: text.strip() for heading, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def _example(name: str, body: str) -> Example:
    title = _EXAMPLE.match(name)
    blocks = [(found["kind"], found["text"]) for found in _BLOCK.finditer(body)]
    if title is None or [kind for kind, _ in blocks] not in (["yaml"], ["yaml", "csv"]):
        raise MisshapenPage(f"`{name}` should be `Bad: 中文 · English` or `Good: …` with one block of YAML")
    return Example(
        bad=title["kind"] == "Bad",
        title={"zh": title["zh"], "en": title["en"]},
        scheme=blocks[0][1],
        roster=blocks[1][1] if len(blocks) > 1 else "",
    )
