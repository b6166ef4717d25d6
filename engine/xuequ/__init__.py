"""What a school-governance scheme says, checked, resolved and rendered.

    import xuequ

    scheme = xuequ.load("examples/anyang.yaml")
    plan = xuequ.resolve(scheme, roster="examples/rosters/anyang.csv")
    findings = xuequ.check(plan)
    graph = plan.graph

Nothing is imported before it is needed, so that `import xuequ` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xuequ.version import __version__ as __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from os import PathLike
    from typing import Literal

    from xuequ.findings.failure import Failure as Failure
    from xuequ.findings.finding import Finding as Finding
    from xuequ.findings.finding import Level as Level
    from xuequ.resolution.plan import Plan as Plan
    from xuequ.workspace.library import Loaded as Loaded

__all__ = ["Failure", "Finding", "Level", "Loaded", "Plan", "check", "check_file", "load", "resolve", "show"]

_HOMES = {
    "Failure": "xuequ.findings.failure",
    "Finding": "xuequ.findings.finding",
    "Level": "xuequ.findings.finding",
    "Loaded": "xuequ.workspace.library",
    "Plan": "xuequ.resolution.plan",
}


def load(path: str | PathLike[str]) -> Loaded:
    """The scheme in a file, with what it adopts and extends. Raises Failure where there is no scheme to go on with."""
    from xuequ.workspace import library

    return library.load(path)


def resolve(scheme: Loaded, roster: str | PathLike[str] | None = None) -> Plan:
    """The scheme with every name bound, at the level of roles, or of schools where a roster (CSV, XLSX) is given."""
    from xuequ.workspace import library

    return library.resolve(scheme, roster)


def check(plan: Plan) -> tuple[Finding, ...]:
    """Everything found on the way to this plan, and by every rule, whatever settings and comments say."""
    from xuequ.workspace import library

    return library.check(plan)


def check_file(
    path: str | PathLike[str], roster: str | PathLike[str] | None = None, today: date | None = None
) -> tuple[Finding, ...]:
    """What `xuequ check` tells of a file, in its order: with its workspace's settings, less what comments allow."""
    from xuequ.workspace import library

    return library.check_file(path, roster, today)


def show(plan: Plan, findings: Iterable[Finding], lang: Literal["zh", "en"] = "zh") -> str:
    """Findings as the command line prints them, with the lines they are about."""
    from xuequ.workspace import library

    return library.show(plan, findings, lang)


def __getattr__(name: str) -> object:
    """A public class, from the room that has it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
