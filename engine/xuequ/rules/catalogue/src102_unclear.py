"""Text of the source that is unclear, damaged or can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose.names import MAKING
from xuequ.findings.catalogue import shared
from xuequ.findings.finding import DocPath, Finding, Place, Sharer
from xuequ.rules.rule_context import RuleContext

CODE = "SRC102"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a file with all that is `unclear` in it; a policy adopted twice is told once."""
    files: dict[str, dict[Place, Sharer]] = {}
    whys: dict[Place, str] = {}
    # By their paths: in which order fields and sections are written tells nothing.
    for at, name, why in sorted(_marked(facts), key=lambda one: [*map(str, one[0])]):
        if at[0] == "sources" and facts.is_shipped(at):
            continue
        place = facts.place(at)
        sharer = Sharer(name=name, place=facts.place(at[:-1], "key"), at=place, label="doubt")
        files.setdefault(place.file, {}).setdefault(place, sharer)
        whys[place] = why
    for found in files.values():
        first, *others = found.values()
        why = "" if others else f"：{whys[first.at]}"
        yield shared(CODE, first.at, (first, *others), why=why)


def _marked(facts: RuleContext) -> Iterator[tuple[DocPath, str, str]]:
    for at, said in facts.mappings:
        why = said.get("unclear")
        if isinstance(why, str) and why != "unspecified" and not (at and at[0] in MAKING):
            yield (*at, "unclear"), str(said.get("name") or (at[-1] if at else "")), why
