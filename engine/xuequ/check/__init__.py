"""The rules."""

from xuequ.check.registry import Rule, rules, run
from xuequ.check.settings import DEFAULT, Settings

__all__ = ["DEFAULT", "Rule", "Settings", "rules", "run"]
