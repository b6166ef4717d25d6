"""The rules."""

from xuequ.check.registry import Rule, rules, run

__all__ = ["Rule", "rules", "run"]
