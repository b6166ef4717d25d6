"""A text that goes out with what it encloses, the plan of a notice and attachments: parts of one Markdown text."""

from __future__ import annotations

import re

from xuequ.markup.templating import Ready, Templates
from xuequ.views.jobs import Job

_TITLE = re.compile(r"^# +(.*)$", re.M)
_TURNED = "<!-- page: landscape -->"
_UPRIGHT = "<!-- page: portrait -->"


def text(job: Job, own: Templates) -> tuple[str, str]:
    """The whole, and of it the plan alone. Raises `Failure` where a template is at fault."""
    listed = job.values["attachments"]
    several = isinstance(listed, tuple) and len(listed) > 1
    annexes = tuple(
        Ready(_annex(own.render(each.template, each.values), number, several))
        for number, each in enumerate(job.attached, 1)
    )
    values = {**job.values, "annexes": annexes}
    if job.plan is None:
        return own.render(job.template, values), own.render(job.template, {**values, "annexes": ()})
    body = own.render(job.plan.template, {**job.plan.values, "annexes": ()})
    return own.render(job.template, {**values, "plan": Ready(body)}), body


def _annex(markdown: str, number: int, several: bool) -> str:
    """An attachment: its title is that of a chapter that begins a page, its number only where there are several."""
    label = f"附件{number}" if several else "附件"
    turned = "" if markdown.startswith(_TURNED) else f"{_UPRIGHT}\n\n"
    return turned + _TITLE.sub(rf"## {label} \1", markdown, count=1)
