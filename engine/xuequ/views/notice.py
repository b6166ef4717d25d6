"""The notice (印发通知) that a plan goes out under: its head, its few words, its signature, its last lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xuequ.views.context import Context
from xuequ.views.issue import NO_HEAD, Head, IssuedView, issued
from xuequ.views.plan import begins
from xuequ.views.wording import cited


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView(IssuedView):
    """What the template `notice.md.j2` has, besides `plan` and `annexes`, which are Markdown already."""


#: So many issuers of a joint document a title names.
_NAMED = 3


def view(context: Context, head: Head, plan_title: str, attachments: Sequence[str]) -> NoticeView:
    """The notice of one scheme."""
    frame = issued(context, head, plan_title, attachments)
    return NoticeView(
        **frame,
        title=f"{_together(frame['issuers'])}关于印发{cited(plan_title)}的通知",
        opening=f"现将{cited(plan_title)}印发给你们，请结合实际认真组织实施。",
        begins=begins(context, plan_title),
    )


def _together(issuers: Sequence[str]) -> str:
    """The issuers in a title: of more than three the first with their number."""
    return " ".join(issuers) if len(issuers) <= _NAMED else f"{issuers[0]}等{len(issuers)}部门"


__all__ = ["NO_HEAD", "Head", "NoticeView", "view"]
