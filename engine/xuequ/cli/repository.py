"""Files as GitHub calls them: from the root of their repository, whatever folder the check ran in."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

from xuequ.findings.report import Hidden, Report
from xuequ.findings.shown import Shown, Spot


def from_root(report: Report) -> Report:
    """The report with every file in a repository called by its path from the root of that."""
    here = _here()
    if here is None:
        return report
    checkout = _checkout()

    @cache
    def named(file: str) -> str:
        if not file or not (os.path.isabs(file) or os.path.lexists(here / file)):
            return file
        path = Path(os.path.normpath(here / file))
        root = checkout if checkout is not None and path.is_relative_to(checkout) else _root(path)
        return file if root is None else path.relative_to(root).as_posix()

    def spot(place: Spot) -> Spot:
        return replace(place, file=named(place.file))

    def shown(one: Shown) -> Shown:
        return replace(one, at=spot(one.at), related=tuple(map(spot, one.related)))

    return replace(
        report,
        shown=tuple(map(shown, report.shown)),
        hidden=tuple(Hidden(shown(each.shown), each.why, each.reason) for each in report.hidden),
        files=tuple(map(named, report.files)),
    )


def _here() -> Path | None:
    """The current folder, links followed; None where it is gone."""
    try:
        return Path(os.path.realpath("."))
    except OSError:
        return None


def _checkout() -> Path | None:
    """The checkout that GitHub says it works in."""
    said = os.environ.get("GITHUB_WORKSPACE", "")
    return Path(os.path.realpath(said)) if said else None


def _root(path: Path) -> Path | None:
    """The nearest folder above a file that holds `.git`."""
    return next((folder for folder in path.parents if (folder / ".git").exists()), None)
