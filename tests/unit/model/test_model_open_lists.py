"""Which list 等 belongs to."""

from __future__ import annotations

import pytest

import schemes
from xuequ.model.open_lists import open_list

BODIES = "organs: {a: 教育局, b: 督导室, c: 教研室}\n"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ("lead: a, items: [甲, 乙], for: teacher, open: true", "items"),
        ("lead: a, for: teacher, open: true", "for"),
        ("lead: a, for: teacher, support: [b, c], open: true", "support"),
        ("lead: a, output: 通报, open: true", "output"),
        ("lead: a, how: 走访, open: true", "how"),
        ("lead: a, open: true", ""),
        ("lead: a, for: teacher", ""),
    ],
)
def test_of_a_duty_it_is_the_items_else_the_list_of_several(fields: str, field: str) -> None:
    (duty,) = schemes.plan(f"{BODIES}duties: {{d: {{{fields}}}}}\n").scheme.duties
    assert open_list(duty) == field


def test_bodies_clusters_and_measures_have_lists_too() -> None:
    scheme = schemes.plan(
        "organs: {a: {name: 理事会, members: [principal, teacher], open: true}, b: {head: teacher, open: true}}\n"
        "clusters: {g: {name: 集团, forms: [托管], open: true}}\n"
        "measures: {m: {open: true, duties: {d: {lead: a}}}}\n"
    ).scheme
    assert [open_list(organ) for organ in scheme.organs] == ["members", ""]
    assert open_list(scheme.clusters[0]) == "forms"
    assert open_list(scheme.measures[0]) == "duties"
