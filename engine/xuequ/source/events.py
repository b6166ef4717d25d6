"""libyaml's events, as PyYAML hands them over: the only door through which YAML comes in.

PyYAML types its marks as optional, since its emitter goes without; an event that was parsed always has both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

if TYPE_CHECKING:

    class Point(Protocol):
        """A point in the text, as libyaml counts: everything from 0, in code points."""

        index: int
        line: int
        column: int

    class Event:
        """What stands somewhere: from `start_mark` up to, not including, `end_mark`."""

        start_mark: Point
        end_mark: Point

    class StreamEndEvent(Event):
        """The end of the text."""

    class DocumentStartEvent(Event):
        """The beginning of a document."""

    class NodeEvent(Event):
        """A value, with an anchor and a tag where they are written."""

        anchor: str | None
        tag: str | None

    class AliasEvent(NodeEvent):
        """A reference to an anchor; `value` is the text of the scalar it stands for, once that is known."""

        value: str

    class ScalarEvent(NodeEvent):
        """A scalar; `style` is empty for a plain one, else its first sign."""

        value: str
        style: str

    class MappingStartEvent(NodeEvent):
        """The beginning of a mapping; `flow_style` if it is written in braces."""

        flow_style: bool

    class MappingEndEvent(Event):
        """The end of a mapping."""

    class SequenceEndEvent(Event):
        """The end of a sequence."""
else:
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        Event,
        MappingEndEvent,
        MappingStartEvent,
        NodeEvent,
        ScalarEvent,
        SequenceEndEvent,
        StreamEndEvent,
    )

    Point = object

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "NodeEvent",
    "Point",
    "ReaderError",
    "ScalarEvent",
    "SequenceEndEvent",
    "StreamEndEvent",
    "YAMLError",
    "events",
]


def events(text: str) -> Callable[[], Event]:
    """A function that gives the next event of `text` each time it is called, and None after the last."""
    return cast("Callable[[], Event]", CParser(text).get_event)
