"""A time that cannot be read is told once, and is not missed besides."""

from __future__ import annotations

import pytest

import schemes
from xuequ.model.building import build
from xuequ.resolution.resolving import resolve
from xuequ.rules import run

BODIES = "organs: {教育局: }\n"


def found(text: str) -> list[str]:
    whole = schemes.composed(BODIES + text)
    return schemes.codes(run(resolve(build(whole).scheme, whole)))


@pytest.mark.parametrize(
    "text",
    [
        "duties: {甲: {lead: 教育局, when: 每隔一阵}}",
        "measures: {某: {lead: 教育局, when: 每隔一阵, duties: {甲: }}}",
    ],
)
def test_a_time_that_cannot_be_read_is_not_missed(text: str) -> None:
    assert "TIM101" not in found(text)


def test_a_time_left_open_is_missed() -> None:
    text = "duties: {甲: {lead: 教育局, when: unspecified}, 乙: {lead: 教育局}}"
    assert "TIM101" in found(text)
