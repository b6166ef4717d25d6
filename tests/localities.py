"""The five published localities as tests use them: documents, plans and rosters from the repository."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from xuequ.compose import Composed, compose
from xuequ.language.canonical import canonical
from xuequ.model.building import build
from xuequ.model.roster import Roster, read_roster
from xuequ.resolution import Plan, resolve
from xuequ.source.document import Document
from xuequ.source.tables import read_table
from xuequ.source.yaml import read_yaml

ROOT = Path(__file__).parent.parent
NAMES = ("ziyun", "haibowan", "luoxi", "anyang", "chengdu")

#: What a test does to a file's text or to a canonical document before it goes on.
Edit = Callable[[str], str]
Change = Callable[[Document], Document]


def same(text: str) -> str:
    return text


def unchanged(document: Document) -> Document:
    return document


def read(path: Path, edit: Edit = same) -> Document:
    """A canonical document of the repository; it must be without findings."""
    found = read_yaml(edit(path.read_text("utf-8")).encode(), path.relative_to(ROOT).as_posix())
    assert found.document is not None, found.findings
    result = canonical(found.document)
    assert not [*found.findings, *result.findings], [*found.findings, *result.findings]
    return result.document


class Shelf:
    """The policies of the repository, each changed the way the scheme is."""

    def __init__(self, edit: Edit = same, change: Change = unchanged) -> None:
        self.edit = edit
        self.change = change

    def policy(self, name: str) -> Document | None:
        path = ROOT / "policies" / f"{name}.yaml"
        return self.change(read(path, self.edit)) if path.is_file() else None

    def scheme(self, relative: str, base: str) -> Document | None:
        return None

    def policies(self) -> tuple[str, ...]:
        return tuple(sorted(p.stem for p in (ROOT / "policies").glob("*.yaml")))


def composed(name: str, edit: Edit = same, change: Change = unchanged, folder: str = "examples") -> Composed:
    """One locality with its policies."""
    whole = compose(change(read(ROOT / folder / f"{name}.yaml", edit)), Shelf(edit, change))
    assert not whole.findings, whole.findings
    return whole


def plan(name: str, edit: Edit = same, change: Change = unchanged, folder: str = "examples") -> Plan:
    """One locality resolved at role level."""
    return _plan(composed(name, edit, change, folder))


@cache
def role_plan(name: str) -> Plan:
    """One locality resolved at role level, once a run."""
    return plan(name)


@cache
def roster_plan(name: str) -> Plan:
    """The plan of a locality with its sample roster."""
    return school_plan(name, roster(name))


def school_plan(name: str, roster: Roster) -> Plan:
    """One locality resolved with a roster."""
    return _plan(composed(name), roster)


def roster(name: str, edit: Edit = same) -> Roster:
    """A sample roster."""
    path = ROOT / "examples" / "rosters" / f"{name}.csv"
    table, found = read_table(edit(path.read_text("utf-8-sig")).encode(), path.relative_to(ROOT).as_posix())
    assert table is not None, found
    read, problems = read_roster(table)
    assert read is not None, problems
    return read


def rows(whole: Plan) -> tuple[object, ...]:
    """Everything a plan says that does not depend on how its files are laid out."""
    nodes = sorted(whole.nodes.values())
    edges = sorted((e.kind, e.source, e.target, e.clause) for e in whole.edges)
    tasks = sorted((t.id, t.unit, sorted(t.parts.items()), t.objects) for t in whole.tasks)
    reviews = sorted((r.id, r.unit, r.assessors, r.objects) for r in whole.reviews)
    return nodes, edges, tasks, reviews


def renamed(text: str, names: dict[str, str]) -> str:
    """A text with whole words replaced."""
    return re.sub(r"[A-Za-z_][A-Za-z0-9_-]*", lambda m: names.get(m[0], m[0]), text)


def _plan(whole: Composed, roster: Roster | None = None) -> Plan:
    built = build(whole)
    assert not built.findings, built.findings
    return resolve(built.scheme, whole, roster)
