"""The notice (印发通知) that a plan goes out under: its head, its few words, its signature, its last lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xuequ.model.elements import Issue
from xuequ.views.context import Context
from xuequ.views.plan import begins, chinese_date
from xuequ.views.wording import OPEN, cited


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """What the template `notice.md.j2` has, besides `plan` and `annexes`, which are Markdown already."""

    title: str
    copy_number: str
    secrecy: str
    urgency: str
    mark: str
    number: str
    to: str
    opening: str
    begins: str
    """From when on the plan is in force, and what ends with it; empty where nothing is said."""
    issuers: tuple[str, ...]
    """Who signs; of a joint issue the lead organ first."""
    date: str
    attachments: tuple[str, ...]
    """Titles of what is attached to the plan."""
    cc: str
    printed_by: str
    printed_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a profile says of it: texts that are empty are taken from the scheme."""

    mark: str = ""
    number: str = OPEN
    printed_by: str = ""


NO_HEAD = Head()
#: So many issuers of a joint document a title names.
_NAMED = 3


def view(context: Context, head: Head, plan_title: str, attachments: Sequence[str]) -> NoticeView:
    """The notice of one scheme; the issuer's full name is the one that begins with the locality's."""
    issue = context.scheme.issue
    issuers = tuple(context.names.official(ref) for ref in issue.issued_by) or (OPEN,)
    date = chinese_date(issue.date) or OPEN
    return NoticeView(
        title=f"{_together(issuers)}关于印发{cited(plan_title)}的通知",
        copy_number=issue.copy_number or _open(issue, "copy_number"),
        secrecy=issue.secrecy or _open(issue, "secrecy"),
        urgency=issue.urgency or _open(issue, "urgency"),
        mark=head.mark or f"{issuers[0]}文件",
        number=head.number,
        to=context.names.addressed(issue.to) or OPEN,
        opening=f"现将{cited(plan_title)}印发给你们，请结合实际认真组织实施。",
        begins=begins(context, plan_title),
        issuers=issuers,
        date=date,
        attachments=tuple(attachments),
        cc=context.names.addressed(issue.cc).replace("、", "，") or _open(issue, "cc"),
        printed_by=head.printed_by or issuers[0],
        printed_on=f"{date}印发",
    )


def _open(issue: Issue, field: str) -> str:
    return OPEN if field in issue.unspecified else ""


def _together(issuers: Sequence[str]) -> str:
    """The issuers in a title: of more than three the first with their number."""
    return " ".join(issuers) if len(issuers) <= _NAMED else f"{issuers[0]}等{len(issuers)}部门"
