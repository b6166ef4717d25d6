"""What a text lacks before it can be issued, as findings at the lines where it would be said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.documents.profile import Profile
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place
from xuequ.resolution.plan import Plan
from xuequ.views.document_kinds import has_receivers
from xuequ.views.wording import OPEN

#: Elements that every issued document has.
NEEDED = ("issued_by", "number", "to", "date")
#: Those that a document may do without; left open in so many words, they print 〔待定〕 like the others.
OPTIONAL = ("copy_number", "secrecy", "urgency", "cc")
_NOT_COUNTED = re.compile(r"^\|.*$|<!--.*?-->|[\s#*\\]", re.M)


def remarks(plan: Plan, profile: Profile, text: str) -> Iterator[Finding]:
    """What is missing, a number of another pattern than the profile's, a text too long. `text` is Markdown."""
    yield from _missing(plan)
    number = plan.scheme.issue.number
    pattern = profile.number_pattern
    if number and pattern and not _matches(number, pattern):
        yield finding("DOC203", _place(plan, "number"), number=number, pattern=pattern)
    yield from too_long(plan, profile, text)


def too_long(plan: Plan, profile: Profile, text: str) -> Iterator[Finding]:
    """A plan of more characters than a document may have; `text` is its Markdown."""
    length, special = characters(text), profile.most_characters
    general = special * 5 // 4
    if length > special:
        most = general if length > general else special
        yield finding("DOC202", _name(plan), length=length, most=most, special=special, general=general)


def characters(markdown: str) -> int:
    """The characters of a text, without its tables, marks and gaps."""
    return len(_NOT_COUNTED.sub("", markdown))


def number(plan: Plan, profile: Profile) -> str:
    """The document number; where it is open, what the profile's pattern says of it."""
    issue = plan.scheme.issue
    if issue.number:
        return issue.number
    year = issue.date[:4] if re.match(r"\d{4}-", issue.date) else OPEN
    return profile.number_pattern.replace("{year}", year).replace("{serial}", OPEN) or OPEN


def _missing(plan: Plan) -> Iterator[Finding]:
    """One finding a place: what is left open on a line of its own is told there, the rest where `issue` is."""
    issue = plan.scheme.issue
    known = {"issued_by": issue.issued_by, "number": issue.number, "to": issue.to, "date": issue.date}
    needed = NEEDED if has_receivers(plan.scheme.name) else (field for field in NEEDED if field != "to")
    missing = [field for field in needed if not known[field]]
    missing += [field for field in OPTIONAL if field in issue.unspecified]
    open_at: dict[Place, list[str]] = {}
    for field in missing:
        open_at.setdefault(_place(plan, field), []).append(field)
    for place, fields in open_at.items():
        yield finding("DOC201", place, names=[Word(f"issue_{field}") for field in fields])


def _place(plan: Plan, field: str) -> Place:
    tree, origins = plan.composed.tree, plan.composed.origins
    issue = tree.get("issue")
    if isinstance(issue, dict) and field in issue:
        return origins.place(("issue", field))
    return origins.place(("issue",), "key") if "issue" in tree else _name(plan)


def _name(plan: Plan) -> Place:
    at = ("name",) if "name" in plan.composed.tree else ()
    return plan.composed.origins.place(at)


def _matches(number: str, pattern: str) -> bool:
    escaped = re.escape(pattern)
    for name, digits in (("year", r"\d{4}"), ("serial", r"[1-9]\d*")):
        escaped = escaped.replace(re.escape("{" + name + "}"), digits)
    return re.fullmatch(escaped, number) is not None
