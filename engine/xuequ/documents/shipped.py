"""The templates that come with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def _folder() -> Traversable:
    try:
        return files("xuequ.templates")
    except ModuleNotFoundError:
        # Run from a checkout without installing: the folder stands beside the source root.
        return Path(__file__).parents[3] / "templates"


@cache
def template_names() -> tuple[str, ...]:
    """Names of all shipped templates and of the stylesheet."""
    return tuple(sorted(p.name for p in _folder().iterdir() if p.name.endswith((".j2", ".css"))))


@cache
def template_text(name: str) -> str:
    """The text of one."""
    return (_folder() / name).read_text(encoding="utf-8")
