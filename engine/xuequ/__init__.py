"""What a school-governance scheme says, checked, resolved and rendered.

    import xuequ

    scheme = xuequ.load("examples/anyang.yaml")
    plan = xuequ.resolve(scheme, roster="examples/rosters/anyang.csv")
    findings = xuequ.check(plan)
    graph = plan.graph

Nothing is imported before it is asked for, so that `import xuequ` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xuequ.findings.finding import Finding, Level
    from xuequ.resolve.plan import Plan
    from xuequ.findings.failure import Failure
    from xuequ.workspace.library import Loaded, check, load, resolve

__all__ = ["Failure", "Finding", "Level", "Loaded", "Plan", "check", "load", "resolve"]

__version__ = "0.1.0"

_HOMES = {
    "Failure": "xuequ.findings.failure",
    "Finding": "xuequ.findings.finding",
    "Level": "xuequ.findings.finding",
    "Loaded": "xuequ.workspace.library",
    "Plan": "xuequ.resolve.plan",
    "check": "xuequ.workspace.library",
    "load": "xuequ.workspace.library",
    "resolve": "xuequ.workspace.library",
}


def __getattr__(name: str) -> object:
    """A public name, from the room that has it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
