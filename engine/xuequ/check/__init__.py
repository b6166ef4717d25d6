"""The rules."""

# `registry.rules` is not taken in here: the package of the rules has that name.
from xuequ.check.registry import Rule, run
from xuequ.check.settings import DEFAULT, Settings

__all__ = ["DEFAULT", "Rule", "Settings", "run"]
