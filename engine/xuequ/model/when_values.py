"""One rhythm, date or loose word, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from xuequ.findings.record import record
from xuequ.model.calendar_place import Every, Length, Stretch, Unit
from xuequ.model.quantity import Quantity

#: Words that give no date, with their English.
LOOSE: Mapping[str, str] = MappingProxyType(
    {
        "定期": "regularly",
        "不定期": "from time to time",
        "及时": "promptly",
        "适时": "in due course",
        "常态化": "as a standing practice",
        "经常": "often",
        "经常性": "often",
        "随时": "at any time",
        "长期": "over the long term",
        "日常": "day to day",
        "平时": "in ordinary times",
        "持续": "continuously",
        "逐步": "step by step",
        "尽快": "as soon as possible",
        "近期": "soon",
        "阶段性": "in stages",
    }
)

#: What drafters write for one of these words, and the word.
SAID_OTHERWISE: Mapping[str, str] = MappingProxyType(
    {
        "长期坚持": "常态化",
        "长抓不懈": "常态化",
        "常抓不懈": "常态化",
        "长效": "常态化",
        "常态": "常态化",
        "持续推进": "持续",
        "日常开展": "日常",
        "择期": "适时",
        "择机": "适时",
        "适当时候": "适时",
        "立即": "及时",
        "即时": "及时",
        "第一时间": "及时",
        "视情况": "不定期",
        "不固定": "不定期",
    }
)


@record
class When:
    """One rhythm, date or loose word.

    `at` and `by` lie inside `every` if there is one, else on the calendar. `phase`, `after` and `before` name
    something of the scheme; `issued` and `effective` are the two dates of the issue. `days` says which days
    count, against the clock of who does it. `text` is what the drafter wrote and is not compared.
    """

    every: Every | None = None
    times: Quantity | None = None
    at: Stretch | None = None
    by: Stretch | None = None
    during: Stretch | None = None
    phase: str = ""
    since: Stretch | None = None
    after: str = ""
    before: str = ""
    within: Length | None = None
    loose: str = ""
    days: Unit | None = None
    unspecified: frozenset[str] = frozenset()
    text: str = field(default="", compare=False)

    @property
    def stretches(self) -> Mapping[str, Stretch]:
        """The stretches of the calendar it names, each by its field."""
        named = {"at": self.at, "by": self.by, "during": self.during, "since": self.since}
        return {field: one for field, one in named.items() if one is not None}

    @property
    def places(self) -> tuple[Stretch, ...]:
        """The stretches of the calendar it names."""
        return tuple(one for one in (self.at, self.by, self.during, self.since) if one is not None)
