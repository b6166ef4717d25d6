"""What a check of several files says: their findings, less what is allowed in place and what a baseline knows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Level, Place, Sharer
from xuequ.findings.record import record
from xuequ.findings.report import ORDER, Hidden
from xuequ.findings.shown import Shown, ordered
from xuequ.rules.settings import DEFAULT, Settings
from xuequ.source.document import Document
from xuequ.source.locate import show
from xuequ.workspace.checking import Checked, Found, check_file
from xuequ.workspace.config import KIND, Listed, Workspace
from xuequ.workspace.loading import Shelf
from xuequ.workspace.passes import one_pass
from xuequ.workspace.root import WORKSPACE, root_of

if TYPE_CHECKING:
    from xuequ.resolution.plan import Plan
    from xuequ.rules.suppression import Remarks, Settled
    from xuequ.source.locate import Source
    from xuequ.workspace.baseline import Baseline, Compared

#: A fail level that nothing reaches.
NEVER = "never"
#: Families whose findings need a roster, so that nothing follows from their absence without one.
OF_ROSTERS = ("ROS", "AMT")


@record
class Asked:
    """What somebody asks of a check; what is empty is left to the workspace.

    Without `files` it is the workspace of the current folder; a file that a workspace lists is checked with what the
    workspace gives it. With `fresh`, baselines are left alone. `today` is the
    day that the ends of allowances are held against.
    """

    files: tuple[str, ...] = ()
    roster: str | None = None
    school_year: int | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_level: str | None = None
    baseline: str | None = None
    fresh: bool = False
    today: date


@record
class Surveyed:
    """What came out: findings in order, those that are hidden and why, and what they are shown in.

    `fail_level` is None where nothing fails. `read` are all files that went in, wanted or only looked for.
    """

    shown: tuple[Shown, ...]
    hidden: tuple[Hidden, ...]
    files: tuple[str, ...]
    fail_level: Level | None
    baselined: bool
    found: tuple[Found, ...]
    """What can be written down in a baseline, as each rule found it; `others` cannot."""
    others: tuple[Shown, ...]
    read: tuple[str, ...]
    sources: Mapping[str, Source]
    plans: tuple[Plan, ...]


@one_pass
def survey(shelf: Shelf, asked: Asked) -> Surveyed:
    """Check what is asked for. Raises Failure where no file is named and there is no workspace either."""
    return _Survey(shelf, asked).surveyed()


def targets(shelf: Shelf, asked: Asked) -> tuple[str, ...]:
    """The files that a survey would check, in order."""
    listed = (each.listed.file for each in _Targets(shelf, asked).found)
    return tuple(dict.fromkeys(listed))


class _Target(NamedTuple):
    """One file to be checked, with what its workspace says of it."""

    listed: Listed
    workspace: Workspace | None


class _Targets:
    """Which files are meant: those that are named, and what the workspaces among them list.

    `named` are the workspaces that are checked as wholes.
    """

    def __init__(self, shelf: Shelf, asked: Asked) -> None:
        self._shelf = shelf
        self._asked = asked
        self.named: dict[str, Workspace] = {}
        self.found = tuple(self._all_targets())

    def _all_targets(self) -> Iterator[_Target]:
        if not self._asked.files:
            yield from self._of_workspace(self._here())
        for file in sorted(set(self._asked.files)):
            workspace = self._as_workspace(file)
            if workspace is not None:
                yield from self._of_workspace(workspace)
            else:
                home = self._shelf.workspace_of(file)
                yield _Target(self._asked_for(replace(_as_listed(file, home), file=file)), home)

    def _of_workspace(self, workspace: Workspace) -> Iterator[_Target]:
        self.named[workspace.file] = workspace
        for each in workspace.schemes:
            yield _Target(self._asked_for(each), workspace)

    def _asked_for(self, listed: Listed) -> Listed:
        """A file as it is listed, with what was asked for in its stead."""
        roster, year = self._asked.roster, self._asked.school_year
        return replace(listed, roster=roster or listed.roster, school_year=year or listed.school_year)

    def _here(self) -> Workspace:
        """The workspace of the current folder."""
        path = os.path.relpath(root_of(Path(WORKSPACE)) / WORKSPACE)
        if not os.path.isfile(path):
            raise Failure(finding("INT130", Place(file="")))
        workspace = self._shelf.workspace(path)
        if workspace is None:
            raise Failure(finding("SET206", Place(file=path), file=path))
        return workspace

    def _as_workspace(self, file: str) -> Workspace | None:
        """The workspace a file the user named is, if it is one."""
        try:
            read = self._shelf.read(file)
        except Failure:
            return None
        return self._shelf.workspace(file) if read.kind == KIND else None


def _as_listed(file: str, workspace: Workspace | None) -> Listed:
    """What the workspace gives a file of its list; else the file alone."""
    path = os.path.realpath(file)
    schemes = workspace.schemes if workspace is not None else ()
    return next((each for each in schemes if os.path.realpath(each.file) == path), Listed(file=file))


class _Survey:
    def __init__(self, shelf: Shelf, asked: Asked) -> None:
        self._shelf = shelf
        self._asked = asked
        targets = _Targets(shelf, asked)
        self._targets = targets.found
        self._whole = {os.path.realpath(each.root) for each in targets.named.values()}
        """The folders of workspaces that are checked as wholes."""
        self._checked = tuple(self._each())
        self._owners = {id(f): each for each in self._checked for f in (*each.firm, *each.findings)}
        """Whose check found what."""
        workspaces = {each.workspace.file: each.workspace for each in self._targets if each.workspace}
        self._workspaces: Mapping[str, Workspace] = {**targets.named, **workspaces}

    def surveyed(self) -> Surveyed:
        sources = self._sources()
        firm = {id(found) for each in self._checked for found in each.firm}
        found = [f for each in self._checked for f in (*each.firm, *each.findings)]
        told = [f for each in self._workspaces.values() for f in each.findings]
        shown = show([*found, *told], sources)
        firm |= {id(each) for each in told}
        settled = self._settled(shown, sources, firm) if self._spoken_to(sources) else None
        plain, allowed = (settled.kept, settled.hidden) if settled else (shown, ())
        baselines = self._baselines()
        compared = self._compared(plain, baselines, sources, firm) if baselines else None
        sources |= {each.document.file: each.document for each in baselines if each.document is not None}
        more = [*settled.findings] if settled else []
        more += self._of_baselines(baselines, compared) if compared else ()
        kept, known = (compared.kept, compared.hidden) if compared else (plain, ())
        one_each = self._folded(kept, (*allowed, *known), sources)
        others = show(self._general().graded(more), sources)
        every = ordered((*one_each, *others))
        return Surveyed(
            shown=every,
            hidden=_in_order((*allowed, *known)),
            files=tuple(dict.fromkeys(each.listed.file for each in self._targets)),
            fail_level=self._fail_level(),
            baselined=bool(baselines),
            found=tuple(self._attributed(each for each in plain if id(each.finding) not in firm)),
            others=ordered((*others, *(each for each in plain if id(each.finding) in firm))),
            read=tuple(sorted(self._files(sources))),
            sources=sources,
            plans=tuple(each.plan for each in self._checked if each.plan is not None),
        )

    def _folded(
        self, kept: Sequence[Shown], hidden: Sequence[Hidden], sources: Mapping[str, Source]
    ) -> Iterator[Shown]:
        """What is kept, with what one thing to mend has of findings made one."""
        from xuequ.rules.folding import folded

        by = {id(each.finding): each for each in kept}
        silent = [each.shown.finding for each in hidden]
        told = folded((each.finding for each in kept), silent, self._general().off)
        yield from (by[id(each)] for each in told if id(each) in by)
        yield from show((each for each in told if id(each) not in by), sources)

    def _each(self) -> Iterator[Checked]:
        seen = set()
        for target in self._targets:
            listed = target.listed
            if (listed.file, listed.roster) not in seen:
                seen.add((listed.file, listed.roster))
                yield check_file(self._shelf, listed, self._wanted(target.workspace))

    def _wanted(self, workspace: Workspace | None) -> Settings:
        """The settings of a workspace with what is asked for on top."""
        said = workspace.settings if workspace is not None else DEFAULT
        select = self._asked.select or said.select
        return replace(said, select=select, ignore=(*said.ignore, *self._asked.ignore))

    def _general(self) -> Settings:
        """The settings for what is not about any one scheme."""
        return self._wanted(next(iter(self._workspaces.values()), None))

    def _sources(self) -> dict[str, Source]:
        sources: dict[str, Source] = {}
        for each in self._checked:
            sources |= each.sources
        documents = [each.document for each in self._workspaces.values() if each.document is not None]
        return sources | {document.file: document for document in documents}

    def _spoken_to(self, sources: Mapping[str, Source]) -> bool:
        """Whether any file has a comment for `xuequ`; most have none, and what reads them is not even imported."""
        documents = (each for each in sources.values() if isinstance(each, Document))
        afters = (after for each in documents for after in each.text.split("#")[1:])
        return any(after.lstrip(" \t").startswith("xuequ") for after in afters)

    def _settled(self, shown: Sequence[Shown], sources: Mapping[str, Source], firm: set[int]) -> Settled:
        from xuequ.rules.folding import told_together
        from xuequ.rules.suppression import Ground, settle
        from xuequ.workspace.lines import Lines

        lines = Lines(sources)
        ground = Ground(
            today=self._asked.today,
            firm=lambda one: id(one.finding) in firm,
            settled=self._would_be_found,
            line=lines.of,
            adopted=lambda one: lines.adopted(one, self._owners.get(id(one.finding))),
            narrow=partial(self._narrow, sources),
            together=lambda found: told_together(found, self._general().off),
        )
        return settle(shown, self._remarks(sources), ground)

    def _remarks(self, sources: Mapping[str, Source]) -> tuple[Remarks, ...]:
        from xuequ.rules.suppression import remarks

        documents = [each for each in sources.values() if isinstance(each, Document)]
        return tuple(remarks(each) for each in sorted(documents, key=lambda one: one.file))

    def _would_be_found(self, file: str, code: str) -> bool:
        """Whether a finding of this code in this file would have been found, had it been there."""
        own = [each for each in self._checked if os.path.realpath(each.file) == os.path.realpath(file)]
        whole = any(Path(os.path.realpath(file)).is_relative_to(root) for root in self._whole)
        looked = own if any(each.ruled for each in own) else self._checked if whole else ()
        return bool(looked) and all(self._looked_for(each, code) for each in looked)

    def _looked_for(self, checked: Checked, code: str) -> bool:
        broken = {found.args.get("name") for found in checked.firm if found.code == "INT001"}
        rows = checked.roster is not None or not code.startswith(OF_ROSTERS)
        return checked.whole and rows and code not in broken and not checked.settings.off(code)

    def _baselines(self) -> tuple[Baseline, ...]:
        own = [each.baseline for each in self._workspaces.values() if each.baseline]
        files = [self._asked.baseline] if self._asked.baseline else own
        if self._asked.fresh or not files:
            return ()
        from xuequ.workspace.baseline import read_baseline

        return tuple(read_baseline(file) for file in files)

    def _compared(
        self,
        shown: tuple[Shown, ...],
        baselines: tuple[Baseline, ...],
        sources: Mapping[str, Source],
        firm: set[int],
    ) -> Compared:
        from xuequ.workspace.baseline import Ground, compare

        lines = [entry for each in baselines for entry in each.entries]
        ground = Ground(sources, lambda one: id(one.finding) in firm, partial(self._narrow, sources))
        return compare(shown, lines, ground)

    def _narrow(self, sources: Mapping[str, Source], one: Shown, kept: Sequence[Sharer]) -> Shown:
        """A finding about some of those that share it, and whose it is."""
        from xuequ.findings.members import narrowed

        (less,) = show((narrowed(one.finding, kept),), sources)
        self._owners[id(less.finding)] = self._owners[id(one.finding)]
        return less

    def _of_baselines(self, baselines: tuple[Baseline, ...], compared: Compared) -> Iterator[Finding]:
        """What is wrong with the baselines, and which of their entries are gone for certain."""
        from xuequ.workspace.baseline import changed, gone, real

        for each in baselines:
            yield from each.findings
        checked = {(real(each.file), each.roster is not None): each for each in self._checked}
        for entry in compared.gone:
            there = checked.get((entry.checked, entry.roster))
            if there is not None and self._looked_for(there, entry.code):
                yield gone(entry)
        yield from (changed(entry, now) for entry, now in compared.changed)

    def _attributed(self, shown: Iterable[Shown]) -> Iterator[Found]:
        for one in shown:
            checked = self._owners[id(one.finding)]
            yield Found(one, checked.file, checked.roster is not None)

    def _fail_level(self) -> Level | None:
        """The one asked for, else the strictest of the workspaces concerned."""
        said = [each.fail_level or Level.ERROR.value for each in self._workspaces.values()]
        levels = [self._asked.fail_level] if self._asked.fail_level else said or [Level.ERROR.value]
        return max((Level(each) for each in levels if each != NEVER), key=ORDER.index, default=None)

    def _files(self, sources: Mapping[str, Source]) -> Iterator[str]:
        yield from sources
        yield from self._shelf.files
        yield from self._asked.files
        yield from (each.listed.roster for each in self._targets if each.listed.roster)
        for workspace in self._workspaces.values():
            yield from filter(None, (workspace.file, workspace.baseline))
        yield from filter(None, (self._asked.baseline,))


def _in_order(hidden: Iterable[Hidden]) -> tuple[Hidden, ...]:
    by = {id(each.shown): each for each in hidden}
    return tuple(by[id(one)] for one in ordered(each.shown for each in by.values()))
