"""Files as GitHub calls them: from the root of the repository, whatever folder the check ran in."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from xuequ.findings.report import Hidden, Report
from xuequ.findings.shown import Shown, Spot


def from_root(report: Report) -> Report:
    """The report with every file below the root of the repository called by its path from there."""
    root = _root()
    if root is None:
        return report
    here = Path(os.path.realpath("."))

    def named(file: str) -> str:
        path = os.path.normpath(here / file)
        below = file and (path == str(root) or path.startswith(f"{root}{os.sep}"))
        return os.path.relpath(path, root) if below else file

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


def _root() -> Path | None:
    """The checkout that GitHub says it works in, if the current folder lies in it; else the nearest with `.git`."""
    try:
        here = Path(os.path.realpath("."))
    except OSError:
        return None
    said = os.environ.get("GITHUB_WORKSPACE", "")
    root = Path(os.path.realpath(said)) if said else None
    if root is not None and here.is_relative_to(root):
        return root
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)
