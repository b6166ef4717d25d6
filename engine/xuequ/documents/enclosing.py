"""A notice with what it encloses: the plan's text and its attachments become parts of one Markdown text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xuequ.markup.templating import Ready, Templates
from xuequ.views.jobs import Job

_TITLE = re.compile(r"^# +(.*)$", re.M)
_TURNED = "<!-- page: landscape -->"
_UPRIGHT = "<!-- page: portrait -->"


def text(notice: Job, own: Templates) -> tuple[str, str]:
    """The whole, and of it the plan alone. Raises `Failure` where a template is at fault."""
    plan, *attached = notice.enclosed
    body = own.render(plan.template, plan.values)
    annexes = [
        Ready(_annex(own.render(job.template, job.values), number, attached))
        for number, job in enumerate(attached, 1)
    ]
    values = {**notice.values, "plan": Ready(body), "annexes": tuple(annexes)}
    return own.render(notice.template, values), body


def _annex(markdown: str, number: int, attached: Sequence[Job]) -> str:
    """An attachment: its title is that of a chapter that begins a page, its number only where there are several."""
    label = f"附件{number}" if len(attached) > 1 else "附件"
    turned = "" if markdown.startswith(_TURNED) else f"{_UPRIGHT}\n\n"
    return turned + _TITLE.sub(rf"## {label} \1", markdown, count=1)
