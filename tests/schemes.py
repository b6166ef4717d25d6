"""Schemes for tests, from text: the whole way a file goes, without files."""

from __future__ import annotations

from collections.abc import Mapping

from xuequ.compose import Composed, compose, rehearse
from xuequ.findings.finding import Finding
from xuequ.language.canonical import canonical
from xuequ.model.building import build
from xuequ.model.roster import Roster, read_roster
from xuequ.resolution import Plan, resolve
from xuequ.source.document import Document
from xuequ.source.tables import read_table
from xuequ.source.yaml import read_yaml

#: What every scheme says first; a text that begins otherwise has this put before it.
HEAD = """\
xuequ: 1
kind: scheme
name: 某县学区制管理实施方案
locality: {name: 某县, level: county}
"""
POLICY_HEAD = """\
xuequ: 1
kind: policy
name: 某政策
"""


def document(text: str, file: str = "scheme.yaml", head: str = HEAD) -> Document:
    """A canonical document; a text that cannot be read or is not valid fails the test."""
    whole = text if text.startswith("xuequ") else head + text
    read = read_yaml(whole.encode(), file)
    assert read.document is not None, read.findings
    result = canonical(read.document)
    assert not [*read.findings, *result.findings], [*read.findings, *result.findings]
    return result.document


class Shelf:
    """Policies and schemes held in memory, found the way composition asks for them."""

    def __init__(
        self, policies: Mapping[str, str] | None = None, schemes: Mapping[str, str] | None = None
    ) -> None:
        self._policies = dict(policies or {})
        self._schemes = dict(schemes or {})

    def policy(self, name: str) -> Document | None:
        text = self._policies.get(name)
        return None if text is None else document(text, f"policies/{name}.yaml", POLICY_HEAD)

    def scheme(self, relative: str, base: str) -> Document | None:
        text = self._schemes.get(relative)
        return None if text is None else document(text, relative)

    def policies(self) -> tuple[str, ...]:
        return tuple(self._policies)


NOTHING = Shelf()


def composed(text: str, shelf: Shelf = NOTHING) -> Composed:
    """A scheme with what it takes over."""
    return compose(document(text), shelf)


def plan(text: str, shelf: Shelf = NOTHING, roster: str | None = None) -> Plan:
    """A resolved scheme; `roster` is the text of a CSV file."""
    whole = composed(text, shelf)
    built = build(whole)
    assert not built.findings, built.findings
    return resolve(built.scheme, whole, None if roster is None else roster_of(roster))


def rehearsed(text: str, shelf: Shelf = NOTHING) -> Plan:
    """A policy resolved by itself."""
    whole = rehearse(document(text, "policies/some.yaml", POLICY_HEAD), shelf)
    built = build(whole)
    assert not built.findings, built.findings
    return resolve(built.scheme, whole)


def roster_of(text: str) -> Roster:
    """A roster from CSV text without findings."""
    table, found = read_table(text.encode(), "roster.csv")
    assert table is not None, found
    roster, problems = read_roster(table)
    assert roster is not None, problems
    return roster


def edges(whole: Plan, kind: str) -> set[tuple[str, str]]:
    """All edges of one kind as pairs of node ids."""
    return {(e.source, e.target) for e in whole.edges if e.kind == kind}


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes of findings, in order."""
    return [f.code for f in findings]
