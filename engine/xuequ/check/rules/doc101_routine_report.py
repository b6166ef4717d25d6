"""Reports that somebody below has to hand in month after month."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Part
from xuequ.model.pace import pace

CODE = "DOC101"
SETTINGS = {"reports_a_year": 4}


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a duty that informs somebody more often than the setting allows."""
    most = int(str(facts.setting(CODE, "reports_a_year")))
    for duty in facts.duties:
        receivers = duty.parts.get(Part.INFORM, ())
        times = pace(duty.when).times
        if receivers and times is not None and times > most:
            text = "、".join(when.text for when in duty.when)
            to = facts.written(duty, receivers)
            yield finding(CODE, facts.field(duty, "when"), name=duty.name, text=text, to=to, most=most)
