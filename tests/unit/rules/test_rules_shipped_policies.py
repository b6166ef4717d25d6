"""Nobody who adopts a shipped policy is asked to mend its sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

import schemes
from xuequ.rules import run
from xuequ.source.document import Document

POLICY = """\
sources:
  report: {name: 某地的做法, issued_by: unspecified, date: unspecified, number: 教发（2020）1, standing: report}
  unseen: {name: 某办法, text: unspecified, unclear: 扫描件不清}
duties: {a: {lead: 教育局, clause: 一}, b: {lead: 教育局}}
"""
SCHEME = """\
sources: {plan: {name: 本方案}}
organs: {教育局: {clause: 一}}
adopts: [module]
"""


class Shipped(schemes.Shelf):
    """A shelf whose policies come with the package."""

    def policy(self, name: str) -> Document | None:
        document = super().policy(name)
        return replace(document, shipped=True) if document else None


@pytest.mark.parametrize(
    ("shelf", "codes"),
    [
        (Shipped, set()),
        (schemes.Shelf, {"SRC101", "SRC102", "SRC103", "SRC104", "SRC105", "SRC107"}),
    ],
)
def test_sources_of_a_shipped_policy_are_left_alone(shelf: type[schemes.Shelf], codes: set[str]) -> None:
    plan = schemes.plan(SCHEME, shelf({"module": POLICY}))
    assert {found.code for found in run(plan) if found.code.startswith("SRC")} == codes
