"""Names within times: the phase that something comes round in."""

from __future__ import annotations

import pytest

import schemes

PHASES = """\
xuequ: 1
kind: scheme
name: 某市方案
locality: {name: 某市, level: city}
organs: {教育局: }
phases: {磨合: {name: 磨合阶段, when: 2026年9月至2026年12月}}
"""


@pytest.mark.parametrize(
    ("time", "unknown"),
    [
        ("磨合期间每月20日前", []),
        ("在磨合阶段每周五", []),
        ("9月至11月期间每周", []),
        ("磨和期间每月", [("REF103", "磨和")]),
        ("{every: week, during: 磨和}", [("REF103", "磨和")]),
    ],
)
def test_a_phase_within_a_time_is_one_of_the_scheme(time: str, unknown: list[tuple[str, str]]) -> None:
    found = schemes.plan(
        f"{PHASES}duties: {{月报: {{lead: 教育局, when: '{time}'}}}}".replace("'{", "{").replace("}'", "}")
    )
    assert [(each.code, each.args["name"]) for each in found.findings] == unknown
