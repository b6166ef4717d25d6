"""The order in which the fields of an element are written.

What something is comes first, then who and whom, when and how much, then what comes of it, then remarks, and
what it contains last. This is the order in which the shipped schemes were written by hand; where a shape has
no order of its own here, its fields stand as in the schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from xuequ.language.shapes import Shape

#: Stands for keys that are the drafter's own: the roles of a unit, what a cluster type asks of it.
OWN = "*"

_FILE = """
    xuequ kind name aliases clause ours note unclear locality issue calendar sources extends adopts roles
    parameters conventions organs clusters posts groups goals principles constraints measures duties
    appraisals phases schedules mandates override drop answers
"""
#: What is declared says last where it stands in the source.
_DECLARED = """
    name aliases policy is value min max bind parameters only without issued_by date number standing as text
    kind form of each for_each column count force under held_by appointed_by tenure term per head members seat
    where except leads outside * items open note clause ours unclear organs posts groups
"""
_CLUSTER = """
    name aliases mirrors each under clause ours count pilot force size same legal states overlap apart_from
    every_school items open note unclear members link forms units organs posts groups
"""
_WORK = """
    name aliases clause ours count each for_each bundled lead responsible support oversee approve inform
    assess in_turn for where except if needs force when amount how basis rubric sets_up output items open
    touches criteria grades result serves note unclear into yields_to does duties adopts appraisals measures
"""
_SCHEDULE = "name aliases year school_year complete clause ours items open note unclear rows"
_LISTED = {
    "cluster": _CLUSTER,
    "form": _CLUSTER,
    "measure": _WORK,
    "duty": _WORK,
    "appraisal": _WORK,
    "phase": _WORK,
    "schedule": _SCHEDULE,
    **dict.fromkeys(("source", "organ", "post", "group", "goal", "principle", "item", "member"), _DECLARED),
    **dict.fromkeys(("unit", "role", "parameter", "adoption"), _DECLARED),
}


def ranks(shape: Shape, kind: str) -> Mapping[str, int]:
    """The place of each field of a shape, by its English key; `OWN` is that of all other keys.

    `kind` is that of an element, `file` for a whole file, `row` for a row of a schedule; for anything else it is
    empty.
    """
    return _ranks(tuple(shape.chinese), kind)


@cache
def _ranks(schema: tuple[str, ...], kind: str) -> Mapping[str, int]:
    listed = _FILE if kind == "file" else f"when {_WORK}" if kind == "row" else _LISTED.get(kind, "")
    if kind == "" and "lead" in schema and "work" not in schema:
        listed = _WORK
    order = dict.fromkeys((*listed.split(), *schema, OWN))
    return {key: place for place, key in enumerate(order)}
