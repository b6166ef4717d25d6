"""What a document that goes out has around its text: red head, number, receivers, signature, last lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xuequ.model.elements import Issue
from xuequ.views.context import Context
from xuequ.views.document_kinds import has_receivers
from xuequ.views.times import chinese_date
from xuequ.views.wording import OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedView:
    """The parts that every issued text has; of a plan that goes out under a notice, `mark` and others are empty."""

    title: str
    number: str
    to: str
    opening: str
    begins: str
    """From when on it is in force, and what ends with it; empty where nothing is said."""
    issuers: tuple[str, ...]
    """Who signs; of a joint issue the lead organ first."""
    date: str
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    mark: str = ""
    attachments: tuple[str, ...] = ()
    """Titles of what is attached."""
    cc: str = ""
    printed_by: str = ""
    printed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a profile says of it: texts that are empty are taken from the scheme."""

    mark: str = ""
    number: str = OPEN
    printed_by: str = ""


NO_HEAD = Head()


def signed(context: Context) -> dict[str, Any]:
    """Who signs and when: what a text has wherever it stands."""
    issue = context.scheme.issue
    issuers = tuple(context.names.official(ref) for ref in issue.issued_by)
    return {"issuers": issuers or (OPEN,), "date": chinese_date(issue.date) or OPEN}


def issued(context: Context, head: Head, title: str, attachments: Sequence[str]) -> dict[str, Any]:
    """The fields of `IssuedView` but for the title and the words; the issuer's full name begins with the locality's."""
    issue, base = context.scheme.issue, signed(context)
    issuers, date = base["issuers"], base["date"]
    to = context.names.addressed(issue.to)
    return {
        **base,
        "copy_number": issue.copy_number or _open(issue, "copy_number"),
        "secrecy": issue.secrecy or _open(issue, "secrecy"),
        "urgency": issue.urgency or _open(issue, "urgency"),
        "mark": head.mark or f"{issuers[0]}文件",
        "number": head.number,
        "to": to or (OPEN if has_receivers(title) else ""),
        "attachments": tuple(attachments),
        "cc": context.names.addressed(issue.cc).replace("、", "，") or _open(issue, "cc"),
        "printed_by": head.printed_by or issuers[0],
        "printed_on": f"{date}印发",
    }


def _open(issue: Issue, field: str) -> str:
    return OPEN if field in issue.unspecified else ""
