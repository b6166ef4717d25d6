"""A form in the roster that its cluster type does not have."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.findings.nearest import nearest
from xuequ.resolution.world import FORM_COLUMNS
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS120"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a type and word, at the first school it is said of."""
    for cluster in facts.scheme.clusters:
        known = {label for form in cluster.forms for label in form.labels}
        told = set(known)
        columns = [f"{label}.{end}" for label in sorted(cluster.labels) for end in FORM_COLUMNS]
        for school in facts.rows.values() if known else ():
            for column in (column for column in columns if school.other.get(column)):
                form = school.other[column]
                if form not in told:
                    told.add(form)
                    place = clusters.row_place(facts, school, column)
                    names = [each.name for each in cluster.forms]
                    near = nearest(form, known)
                    yield finding(CODE, place, name=form, kind=cluster.name, nearest=near, known=names)
