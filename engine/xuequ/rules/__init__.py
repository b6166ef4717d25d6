"""The rules."""

from xuequ.rules.registry import Rule, rules, run
from xuequ.rules.settings import DEFAULT, Settings

__all__ = ["DEFAULT", "Rule", "Settings", "rules", "run"]
