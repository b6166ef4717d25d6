"""Where the folders of data that come with the package stand: policies, schemas, templates."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal


@cache
def shipped(folder: Literal["policies", "schemas", "templates"]) -> Path:
    """The folder in the installed package, or beside the source root of a checkout that is not installed."""
    # importlib.resources would say the same and cost a fifth of the time a check may take.
    try:
        spec = find_spec(f"xuequ.{folder}")
    except ModuleNotFoundError:
        spec = None
    if spec is not None and spec.origin is not None:
        return Path(spec.origin).parent
    return Path(__file__).parents[3] / folder
