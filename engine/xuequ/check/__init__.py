"""The rules."""

from xuequ.check.manual import Page, page
from xuequ.check.registry import Rule, rules, run
from xuequ.check.settings import DEFAULT, Settings

__all__ = ["DEFAULT", "Page", "Rule", "Settings", "page", "rules", "run"]
