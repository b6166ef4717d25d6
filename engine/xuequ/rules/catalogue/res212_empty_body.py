"""A body without a head, members or a seat."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Path
from xuequ.rules.rule_context import RuleContext

CODE = "RES212"
#: Kinds of bodies that are nothing but the people in them.
COLLECTIVE = frozenset({"leading_group", "working_group", "committee", "conference"})
MISSING = {"head": Word("no_head"), "members": Word("no_members"), "seat": Word("no_seat")}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body; bodies of one body that lack the same are one."""
    alike: dict[tuple[Path, tuple[str, ...]], list[Organ]] = {}
    for organ in facts.scheme.organs:
        missing = tuple(_missing(facts, organ))
        if missing and organ.kind != "outside":
            home = organ.home if _in_body(facts, organ) else organ.path
            alike.setdefault((home, missing), []).append(organ)
    for (_, missing), organs in alike.items():
        looked = [field for field in missing if field in organs[0].unspecified]
        field = looked[0] if len(missing) == 1 and looked else ""
        sharers = facts.sharers(organs, "body", field)
        yield shared(CODE, sharers[0].at, sharers, missing=[MISSING[each] for each in missing])


def _missing(facts: RuleContext, organ: Organ) -> Iterator[str]:
    collective = organ.kind in COLLECTIVE
    headed = organ.head or any(
        p.home == organ.path or organ.path in _under(p.home) for p in facts.scheme.posts
    )
    # Experts and members of a council act together; who leads is said of a leading group, or of nobody that is named.
    wanted = organ.kind == "leading_group" or (collective and not organ.members)
    if not headed and (wanted or "head" in organ.unspecified):
        yield "head"
    if not organ.members and (collective or "members" in organ.unspecified):
        yield "members"
    if "seat" in organ.unspecified:
        yield "seat"


def _under(home: Path) -> tuple[Path, ...]:
    return tuple(home[:n] for n in range(1, len(home)))


def _in_body(facts: RuleContext, organ: Organ) -> bool:
    return any(outer.path == organ.home for outer in facts.scheme.organs)
