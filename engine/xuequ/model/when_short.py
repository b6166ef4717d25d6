"""The short Chinese strings of a `when`: 每学期末, 8月中旬前, X后十个工作日内, 定期."""

from __future__ import annotations

import re
from dataclasses import replace

from xuequ.model.calendar_place import Every, Length, Stretch
from xuequ.model.quantity import Quantity
from xuequ.model.unreadable import Unreadable
from xuequ.model.when_cursor import Cursor
from xuequ.model.when_parts import event_named, length, read_calendar, read_times, rhythm, stands_alone
from xuequ.model.when_places import read_stretches
from xuequ.model.when_tokens import Kind
from xuequ.model.when_values import LOOSE, When

_PHASE = ("阶段", "phase")
_BETWEEN = re.compile(r"[、,;]|以及|和|及|或|与")


def read_short(text: str) -> tuple[When, ...] | None:
    """What one string in half-width signs says; None if no form fits."""
    word, _, phase = (part.strip() for part in text.partition(":"))
    if phase and word in _PHASE:
        return (When(phase=phase),)
    if text in LOOSE:
        return (When(loose=text),)
    for read in (_since, _rhythmic, _relative, _on_calendar):
        found = read(text)
        if found is not None:
            return found
    return _union(text)


def _union(text: str) -> tuple[When, ...] | None:
    """Parts with 、 or 和 between them, each of which can be read by itself."""
    for between in _BETWEEN.finditer(text):
        first, rest = text[: between.start()].strip(), text[between.end() :].strip()
        whens = read_short(first) if first and rest and not _BETWEEN.search(first) else None
        more = read_short(rest) if whens else None
        if whens and more:
            return (*whens, *more)
    return None


def _since(text: str) -> tuple[When, ...] | None:
    """自2025年9月起, and what begins then."""
    cur = Cursor(text)
    cur.take(Kind.FROM)
    found = read_stretches(cur, None)
    if not found or len(found) > 1 or not stands_alone(found[0]) or not cur.take(Kind.SINCE):
        return None
    cur.take(Kind.LIST)
    if cur.done:
        return (When(since=found[0]),)
    within = cur.attempt(_within)
    if within is not None:
        return (When(since=found[0], within=within),)
    following = read_short(cur.rest)
    if not following or any(when.since for when in following):
        return None
    return tuple(replace(when, since=found[0]) for when in following)


def _rhythmic(text: str) -> tuple[When, ...] | None:
    """每UNIT, where in it, and how often."""
    cur = Cursor(text)
    every = cur.attempt(rhythm) if cur.sees(Kind.EVERY) else None
    if every is None:
        return None
    places: tuple[Stretch | None, ...] = read_stretches(cur, every.unit) or (None,)
    limit = bool(places[0] and cur.take(Kind.BEFORE))
    times = read_times(cur.rest) if not cur.done else None
    if isinstance(times, Unreadable):
        return None
    return tuple(_when(every, place, limit, times) for place in places)


def _when(every: Every, place: Stretch | None, limit: bool, times: Quantity | None) -> When:
    if limit:
        return When(every=every, by=place, times=times)
    return When(every=every, at=place, times=times)


def _relative(text: str) -> tuple[When, ...] | None:
    """X后N日内, X前N日内; where X is a date, from that date on."""
    cur = Cursor(text)
    for i in range(len(cur.words) - 1, 0, -1):
        word, cur.at = cur.words[i], i + 1
        if word.kind not in (Kind.AFTER, Kind.BEFORE):
            continue
        within = _within(cur)
        if within is not None:
            event = text[: word.start].removeprefix("自").removeprefix("从").strip()
            return _from_event(event, word.kind, When(within=within)) if event else None
    return None


def _within(cur: Cursor) -> Length | None:
    """N日内, and nothing after it."""
    found = length(cur)
    return found if cur.take(Kind.WITHIN) and cur.done else None


def _from_event(event: str, kind: Kind, when: When) -> tuple[When, ...] | None:
    dates = read_calendar(event)
    if dates is None:
        name = event_named(event)
        return (replace(when, after=name) if kind is Kind.AFTER else replace(when, before=name),)
    if len(dates) > 1 or kind is Kind.BEFORE:
        return None
    return (replace(when, since=dates[0]),)


def _on_calendar(text: str) -> tuple[When, ...] | None:
    """Places of the calendar, up to the end (前) or in the course (期间) of them."""
    cur = Cursor(text)
    found = read_stretches(cur, None)
    if not found or not all(stands_alone(one) for one in found):
        return None
    if cur.take(Kind.BEFORE):
        whens = tuple(When(by=one) for one in found)
    elif cur.take(Kind.DURING):
        whens = tuple(When(during=one) for one in found)
    else:
        whens = tuple(When(at=one) for one in found)
    return whens if cur.done else None
