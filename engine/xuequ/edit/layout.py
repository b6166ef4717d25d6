"""How a scheme looks as YAML: sections and long elements in blocks, short elements on one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from xuequ.edit.scalars import Scalar, folded, key, literal, scalar
from xuequ.findings.width import width

#: Cells on one line, of which a Chinese character takes two.
WIDTH = 130
#: A list of words that takes more goes on lines of its own, an item each.
LONGEST_LIST = 200
#: Inner sections that take more stand in blocks even with a single element.
SHORT_SECTION = 60
#: Fields of a list's items that read well inside braces.
FEW_FIELDS = 3
_INDENT = "  "


class Alias(NamedTuple):
    """What stands under an anchor, once more."""

    name: str


class Entry(NamedTuple):
    """One key of a mapping, or without a key one item of a list, with its value and what is remarked on it."""

    key: str
    value: Value
    comments: tuple[str, ...] = ()
    """Before it; an empty text is a blank line."""
    spaced: bool = False
    trailing: str = ""
    after: tuple[str, ...] = ()
    anchor: str = ""
    whole: bool = False
    """Whether it has to stand on one line."""
    folded: bool = False
    """Whether its text stood on several lines."""

    @property
    def plain(self) -> bool:
        """Whether nothing is remarked on it; a blank line before it does not count."""
        return self == Entry(self.key, self.value, spaced=self.spaced, folded=self.folded)

    @property
    def quiet(self) -> bool:
        """Whether it may stand on a line with others."""
        return not (self.comments or self.trailing or self.after or self.whole)


class Fields(NamedTuple):
    """A mapping; a `section` holds elements and is never folded into one line with others."""

    entries: tuple[Entry, ...]
    section: bool = False


class Items(NamedTuple):
    """A list."""

    entries: tuple[Entry, ...]


Value: TypeAlias = Fields | Items | Alias | Scalar


def items(values: tuple[Value, ...]) -> Items:
    """A list without remarks."""
    return Items(tuple(Entry("", value) for value in values))


def bare(value: Value) -> Value:
    """A value with nothing remarked on it, to compare."""
    if isinstance(value, Fields | Items):
        entries = tuple(Entry(entry.key, bare(entry.value)) for entry in value.entries)
        return Items(entries) if isinstance(value, Items) else Fields(entries, value.section)
    return value


def laid_out(file: Fields, head: tuple[str, ...] = (), tail: tuple[str, ...] = ()) -> str:
    """The whole text of a file; `head` and `tail` are comments before and after everything else.

    A blank line stands between two blocks; elsewhere only where the drafter left one.
    """
    out = list(head)
    was_block = False
    for number, entry in enumerate(file.entries):
        block = [*_entry(entry, 0, top=True)]
        is_block = sum(1 for line in block if line and not line.startswith("#")) > 1
        if number and (entry.spaced or (was_block and is_block)):
            out.append("")
        out.extend(block)
        was_block = is_block
    return "\n".join([*out, *tail]) + "\n"


def on_one_line(value: Value) -> str:
    """A value as it stands after its key, in braces or brackets where it is a mapping or a list."""
    return _flow(value, inside=False)


def _block(entries: tuple[Entry, ...], depth: int) -> Iterator[str]:
    for number, entry in enumerate(entries):
        if entry.spaced and number:
            yield ""
        yield from _entry(entry, depth)


def _entry(entry: Entry, depth: int, top: bool = False) -> Iterator[str]:
    """The lines of one field or element, with its comments."""
    indent = _INDENT * depth
    sign = f" &{entry.anchor}" if entry.anchor else ""
    before = f"{indent}{key(entry.key)}:{sign}"
    yield from _remarked(entry.comments, indent)
    yield from _held(entry, before, depth, top)
    yield from _remarked(entry.after, indent)


def _held(entry: Entry, before: str, depth: int, top: bool) -> Iterator[str]:
    """The value of an entry after what stands `before` it on its line."""
    trailing = f"  {entry.trailing}" if entry.trailing else ""
    value, room = entry.value, WIDTH - width(before) - 1
    lines = _lines(entry, WIDTH - len(_INDENT) * (depth + 1), room)
    line = on_one_line(value) if entry.whole and lines is None else _line(value, top, room)
    if lines is not None:
        yield f"{before} {lines[0]}{trailing}"
        yield from ((_INDENT * (depth + 1) + each).rstrip() for each in lines[1:])
    elif line is not None:
        yield f"{before} {line}".rstrip() + trailing
    elif isinstance(value, Fields):
        yield before + trailing
        yield from _block(value.entries, depth + 1)
    elif isinstance(value, Items):
        yield before + trailing
        yield from _rows(value.entries, depth + 1)
    else:
        yield f"{before} {on_one_line(value)}" + trailing


def _rows(entries: tuple[Entry, ...], depth: int) -> Iterator[str]:
    """The items of a list, each after a dash."""
    indent = _INDENT * depth
    for number, entry in enumerate(entries):
        if entry.spaced and number:
            yield ""
        yield from _remarked(entry.comments, indent)
        yield from _row(entry, depth)
        yield from _remarked(entry.after, indent)


def _row(entry: Entry, depth: int) -> Iterator[str]:
    """One item after its dash, without what stands before and after it."""
    indent, value = _INDENT * depth, entry.value
    sign = f" &{entry.anchor}" if entry.anchor else ""
    line = _line(value, False, WIDTH - len(indent) - len("- ") - len(sign))
    if not isinstance(value, Fields) or not value.entries or entry.whole or line is not None:
        yield from _held(entry, f"{indent}-{sign}", depth, top=False)
        return
    if entry.trailing:
        yield indent + entry.trailing
    if sign or value.entries[0].comments:
        yield f"{indent}-{sign}"
        yield from _block(value.entries, depth + 1)
    else:
        lines = [*_block(value.entries, depth + 1)]
        yield f"{indent}- {lines[0][len(indent) + len(_INDENT) :]}"
        yield from lines[1:]


def _remarked(comments: tuple[str, ...], indent: str) -> Iterator[str]:
    return (indent + comment if comment else "" for comment in comments)


def _lines(entry: Entry, inner: int, room: int) -> list[str] | None:
    """A text of several lines, if the entry's value is one."""
    if not isinstance(entry.value, str):
        return None
    if "\n" in entry.value:
        return literal(entry.value)
    return folded(entry.value, inner) if entry.folded and width(scalar(entry.value)) > room else None


def _line(value: Value, top: bool, room: int) -> str | None:
    """The value on one line, if it is one that may stand there and there is room."""
    if isinstance(value, Fields):
        if not all(entry.quiet and _is_shallow(entry.value) for entry in value.entries):
            return None
        if value.section and value.entries:
            if top or len(value.entries) > 1:
                return None
            room = min(room, SHORT_SECTION)
        if top and any(isinstance(entry.value, Fields) for entry in value.entries):
            return None
    elif isinstance(value, Items):
        if not all(entry.quiet and not _has_lines(entry.value) for entry in value.entries):
            return None
        if any(isinstance(e.value, Fields) and len(e.value.entries) > FEW_FIELDS for e in value.entries):
            return None
        if not any(isinstance(entry.value, Fields | Items) for entry in value.entries):
            room = max(room, LONGEST_LIST)
    else:
        return _flow(value, inside=False)
    line = _flow(value, inside=False)
    return line if width(line) <= room else None


def _has_lines(value: Value) -> bool:
    return isinstance(value, str) and "\n" in value


def _is_shallow(value: Value) -> bool:
    """Whether a value reads well inside braces."""
    if isinstance(value, Items):
        return all(entry.quiet and not isinstance(entry.value, Fields) for entry in value.entries)
    if not isinstance(value, Fields):
        return value is not None and not _has_lines(value)
    many = value.section and len(value.entries) > 1
    return not many and all(entry.quiet and _is_flat(entry.value) for entry in value.entries)


def _is_flat(value: Value) -> bool:
    if isinstance(value, Fields):
        return not value.section and all(
            entry.quiet
            and not isinstance(entry.value, Fields | Items)
            and entry.value is not None
            and not _has_lines(entry.value)
            for entry in value.entries
        )
    return value is not None and not _has_lines(value)


def _flow(value: Value, inside: bool) -> str:
    if isinstance(value, Fields):
        return (
            "{" + ", ".join(f"{key(each.key, True)}: {_inner(each)}".rstrip() for each in value.entries) + "}"
        )
    if isinstance(value, Items):
        return "[" + ", ".join(_inner(each) or "null" for each in value.entries) + "]"
    return f"*{value.name}" if isinstance(value, Alias) else scalar(value, inside)


def _inner(entry: Entry) -> str:
    return (f"&{entry.anchor} " if entry.anchor else "") + _flow(entry.value, inside=True)
