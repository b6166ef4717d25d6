"""A calendar file (RFC 5545): all-day entries, the same bytes for the same plan and the same file before it.

An entry is known by what it is about and which time of its year it is, not by its day: one that moves keeps its UID.
What says something else than in the file before has the next `SEQUENCE`, and what is no longer there goes out once
more as cancelled, so that those who subscribed keep nothing that is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

_LIMIT = 75
#: Lines that tell versions of an entry apart and are no part of what it says.
_OF_VERSION = ("SEQUENCE:", "DTSTAMP:", "LAST-MODIFIED:")
#: Characters that no line may have (RFC 5545, 3.1) and that print as a space; a break of line is written out.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ENTRY = re.compile(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", re.DOTALL)


class Event(NamedTuple):
    """One entry: its day, what it says, what it is about, and which of the times of that (`turn`).

    `last` is set where it stands for several days.
    """

    key: str
    day: date
    summary: str
    description: str = ""
    category: str = ""
    turn: str = ""
    last: date | None = None


class _Old(NamedTuple):
    """An entry of the file before: its lines but those of its version, and its number."""

    lines: tuple[str, ...]
    sequence: int


def write(
    events: Iterable[Event], *, name: str, issued: date, before: bytes = b"", alarm: int | None = None
) -> bytes:
    """The file. `issued` is the stamp of every entry: the clock is never read. `before` is the file of the last build;
    with `alarm` an entry reminds of itself so many days ahead, at nine."""
    old = _entries_of(before)
    entries = {_uid(name, event): tuple(_said(event, alarm)) for event in events}
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//xuequ//xuequ//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for uid, said in entries.items() for line in _entry(uid, said, old.get(uid), issued)),
        *(line for uid, gone in old.items() if uid not in entries for line in _cancelled(uid, gone, issued)),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()


def _uid(name: str, event: Event) -> str:
    identity = "\n".join((name, event.key, event.turn)).encode("utf-8", "surrogatepass")
    return f"{sha256(identity).hexdigest()[:32]}@xuequ"


def _said(event: Event, alarm: int | None) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{(event.last or event.day) + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.category:
        yield f"CATEGORIES:{_text(event.category)}"
    yield "TRANSP:TRANSPARENT"
    if alarm is not None:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(event.summary)}")
        yield f"TRIGGER:-P{alarm - 1}DT15H" if alarm else "TRIGGER:PT9H"
        yield "END:VALARM"


def _entry(uid: str, said: tuple[str, ...], old: _Old | None, issued: date) -> Iterator[str]:
    """An entry with its version: the next one where the file before says something else of it."""
    number = 0 if old is None else old.sequence + (old.lines != said)
    yield from ("BEGIN:VEVENT", f"UID:{uid}", *_version(number, issued), *said, "END:VEVENT")


def _cancelled(uid: str, old: _Old, issued: date) -> Iterator[str]:
    """An entry that is no longer there, told once."""
    if "STATUS:CANCELLED" in old.lines:
        return
    said = [line for line in old.lines if not line.startswith(("DESCRIPTION", "STATUS"))]
    if "BEGIN:VALARM" in said:
        del said[said.index("BEGIN:VALARM") : said.index("END:VALARM") + 1]
    yield from ("BEGIN:VEVENT", f"UID:{uid}", *_version(old.sequence + 1, issued), *said)
    yield from ("STATUS:CANCELLED", "END:VEVENT")


def _version(number: int, issued: date) -> Iterator[str]:
    """The number of a version, and a stamp that grows with it."""
    stamp = datetime(issued.year, issued.month, issued.day) + timedelta(minutes=number)
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%S}Z"
    yield f"LAST-MODIFIED:{stamp:%Y%m%dT%H%M%S}Z"
    yield f"SEQUENCE:{number}"


def _entries_of(before: bytes) -> Mapping[str, _Old]:
    """The entries of a file that was written here; none of one that somebody else made."""
    text = before.decode("utf-8", "replace").replace("\r\n ", "")
    found: dict[str, _Old] = {}
    for entry in _ENTRY.finditer(text):
        uid, *lines = entry[1].split("\r\n")[:-1]
        number = next((line for line in lines if line.startswith("SEQUENCE:")), "SEQUENCE:0")
        said = tuple(line for line in lines if not line.startswith(_OF_VERSION))
        if uid.endswith("@xuequ") and number[9:].isdecimal():
            found[uid.removeprefix("UID:")] = _Old(said, int(number[9:]))
    return found


def _text(text: str) -> str:
    text = _CONTROL.sub(" ", text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    """A line in pieces of at most 75 octets, none cut through a character."""
    if len(line.encode()) <= _LIMIT:
        return line
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LIMIT:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + width
    return "\r\n".join((*pieces, piece))
