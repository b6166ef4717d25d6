"""Outputs of different duties that look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.model.elements import Path
from xuequ.rules.rule_context import RuleContext

CODE = "RES220"
_SIGNS = re.compile(r"[“”‘’\"'《》〈〉()（）、，。·\s]")
#: Words for the same thing, and words that distinguish nothing.
_SAME = (("评价", "评估"), ("考评", "考核评估"), ("实施", ""), ("有关", ""), ("相关", ""))
#: What tells two documents of one kind apart: which one, of when, for which stage.
_WHICH = re.compile(
    r"第[一二三四五六七八九十百\d]+|\d+|[上下](?=半年|学年|学期|册)|[春秋]季"
    r"|[一二三四五六七八九]年级|学前|幼儿园|小学|初中|高中"
)
#: Shorter endings are the names of kinds of documents (管理办法, 工作计划).
LONG = 6
ALIKE = 0.8
TYPE = 4


class Said(NamedTuple):
    """An output with the actors its name names, and the rest of its name."""

    text: str
    at: DocPath
    duty: Path
    actors: frozenset[str]
    rest: str


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each output that is like earlier ones."""
    names = _actors(facts)
    earlier: list[Said] = []
    for duty in facts.duties:
        own = [_said(output.text, output.at, duty.path, names) for output in duty.output]
        for said in own:
            like = [e for e in earlier if e.text != said.text and _alike(said, e)]
            if like:
                related = (Related(place=facts.place(e.at), label="other") for e in like)
                others = [e.text for e in like]
                yield finding(CODE, facts.place(said.at), *related, name=said.text, others=others)
        earlier += own


def _actors(facts: RuleContext) -> list[str]:
    bodies = (*facts.scheme.clusters, *facts.scheme.organs, *facts.scheme.posts)
    names = {name for body in bodies for name in (body.name, *body.aliases)}
    return sorted((n for n in names if len(n) > 1 and not n.isascii()), key=lambda n: (-len(n), n))


def _said(text: str, at: DocPath, duty: Path, names: list[str]) -> Said:
    rest, held = _SIGNS.sub("", text), set()
    for name in (*names, "本单位"):
        bare = _SIGNS.sub("", name)
        if bare and bare in rest:
            held.add(bare)
            rest = rest.replace(bare, "")
    for word, other in _SAME:
        rest = rest.replace(word, other)
    return Said(text, at, duty, frozenset(held), rest)


def _alike(one: Said, other: Said) -> bool:
    if ("本单位" in one.actors) != ("本单位" in other.actors):
        return False
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    which = [frozenset(_WHICH.findall(said.text)) for said in (one, other)]
    if all(which) and which[0] != which[1]:
        return False
    short, long = sorted((one.rest, other.rest), key=len)
    if len(short) < TYPE:
        return False
    if short == long:
        return True
    if len(short) < LONG:
        return False
    if long.endswith(short):
        return True
    if one.rest[-TYPE:] != other.rest[-TYPE:]:
        return False
    from difflib import SequenceMatcher  # few schemes have two outputs to compare

    return SequenceMatcher(None, one.rest, other.rest, autojunk=False).ratio() >= ALIKE
