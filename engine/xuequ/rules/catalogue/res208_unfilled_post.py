"""A post that nobody fills and nobody appoints."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Path, Post
from xuequ.rules.acting import of_school
from xuequ.rules.rule_context import RuleContext

CODE = "RES208"
#: Kinds of bodies that are put together from others.
PUT_TOGETHER = frozenset({"leading_group", "working_group", "committee", "conference"})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post; one on a body's own staff or every school's is left alone."""
    for post in facts.scheme.posts:
        if not (post.held_by or post.appointed_by or _on_staff(facts, post) or of_school(post)):
            looked = [field for field in ("held_by", "appointed_by") if field in post.unspecified]
            place = facts.field(post, looked[0]) if looked else facts.key(post)
            yield finding(CODE, place, name=post.name, missing=[Word("no_holder")])


def _on_staff(facts: RuleContext, post: Post) -> bool:
    """Whether it is `under` a body, or stands in an office that has its staff and was not put together for this."""
    home = facts.declared.get(post.home)
    staffed = isinstance(home, Organ) and home.kind not in PUT_TOGETHER and "held_by" not in post.unspecified
    return post.under is not None or (staffed and post.home not in _founded(facts))


def _founded(facts: RuleContext) -> frozenset[Path]:
    """The bodies that the scheme itself sets up."""
    refs = ((duty, ref) for duty in facts.duties for ref in duty.sets_up)
    bound = (facts.plan.bindings.get((duty.path, ref.at)) for duty, ref in refs)
    return frozenset(binding.actor for binding in bound if binding is not None)
