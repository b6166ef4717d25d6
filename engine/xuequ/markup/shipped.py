"""The templates that come with the package."""

from __future__ import annotations

from functools import cache

from xuequ.source.shipped import shipped


@cache
def template_names() -> tuple[str, ...]:
    """Names of all shipped templates and of the stylesheet."""
    return tuple(sorted(p.name for p in shipped("templates").iterdir() if p.name.endswith((".j2", ".css"))))


@cache
def template_text(name: str) -> str:
    """The text of one."""
    return (shipped("templates") / name).read_text(encoding="utf-8")
