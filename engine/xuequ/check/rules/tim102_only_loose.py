"""Work whose only time is 定期, 及时 or the like."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts, work_of
from xuequ.check.gathering import together
from xuequ.check.timing import OPTIONAL, in_rows, only_loose
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding

CODE = "TIM102"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding that lists where."""
    dated = in_rows(facts)
    holes = [w for w in work_of(facts) if only_loose(w) and w.path not in dated and w.force not in OPTIONAL]
    for found in together(facts, "when", holes):
        words = dict.fromkeys(when.loose for work in found.works for when in work.when)
        names = [work.name for work in found.works]
        yield finding(CODE, found.place, *found.related, words=list(words), names=names, count=len(names))
