"""Faults of the file itself, which keep it from being read: YML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from mutation.faults import Kind
from mutation.planting import Sheet
from mutation.running import Example


def line_of(sheet: Sheet, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Iterator[Sheet]:
    """The text with the first match on each of its lines replaced, line after line."""
    begin = 0
    for number, line in enumerate(sheet.text.splitlines(keepends=True), 1):
        found = None if line.lstrip().startswith("#") else re.search(pattern, line)
        if found is not None:
            changed = line[: found.start()] + found.expand(new if isinstance(new, str) else new(found))
            text = sheet.text[:begin] + changed + line[found.end() :] + sheet.text[begin + len(line) :]
            yield replace(sheet, text=text, line=number)
        begin += len(line)


def swap(pattern: str, new: str) -> Callable[[Example], Iterator[Sheet]]:
    return lambda example: line_of(example.scheme, pattern, new)


def whole(change: Callable[[str], bytes], line: int = 1) -> Callable[[Example], Iterator[Sheet]]:
    return lambda example: iter([replace(example.scheme, data=change(example.scheme.text), line=line)])


def again(example: Example) -> Iterator[Sheet]:
    """The line that says the kind once more; the second is the fault."""
    for sheet in line_of(example.scheme, r"^kind: scheme\n", "kind: scheme\nkind: scheme\n"):
        yield replace(sheet, line=sheet.line + 1)


def damaged(example: Example) -> Iterator[Sheet]:
    """One character with its last byte gone."""
    at = example.scheme.text.index("学")
    data = example.scheme.text.encode().replace("学".encode(), "学".encode()[:-1], 1)
    yield replace(example.scheme, data=data, line=example.scheme.text.count("\n", 0, at) + 1)


def in_gbk(example: Example) -> Iterator[Sheet]:
    first = re.search("[^\x00-\x7f]", example.scheme.text)
    at = first.start() if first else 0
    line = example.scheme.text.count("\n", 0, at) + 1
    yield replace(example.scheme, data=example.scheme.text.encode("gb18030"), line=line)


def last(text: str, below: int = 0) -> Callable[[Example], Iterator[Sheet]]:
    """Lines at the end of the file; the fault is in the first, or so many below it."""

    def plant(example: Example) -> Iterator[Sheet]:
        whole = example.scheme.text
        yield replace(example.scheme, text=whole + text, line=whole.count("\n") + 1 + below)

    return plant


def rows(change: Callable[[list[str]], tuple[list[str], int]]) -> Callable[[Example], Iterator[Sheet]]:
    """A roster with its lines changed, and the number of the line that is expected."""

    def plant(example: Example) -> Iterator[Sheet]:
        lines, line = change(example.roster.text.splitlines())
        yield replace(example.roster, text="\n".join(lines) + "\n", line=line)

    return plant


def hidden(row: str) -> str:
    """A row with a character nobody sees in the name of its school."""
    code, name, rest = row.split(",", 2)
    return f"{code},{name[:1]}\u200b{name[1:]},{rest}"


def table(change: Callable[[str], bytes]) -> Callable[[Example], Iterator[Sheet]]:
    return lambda example: iter([replace(example.roster, data=change(example.roster.text), line=1)])


#: Nine lists of nine of the list before.
BOMB = "bomb: [&a [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]" + "".join(
    f", &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
) + "]\n"  # fmt: skip
#: A named element in braces whose prose has a full-width comma.
PROSE = r"(\{name: [^,{}\[\]]*?)，"
NAME = r"^( +)name: (?=[^“”{\[\s])"

YML = (
    Kind("YML101", "a key twice", again),
    Kind("YML102", "a tab instead of spaces", swap(r"^  (?=\w)", "\t"), most=2),
    Kind("YML103", "an ASCII comma in prose inside braces", swap(PROSE, r"\1,"), most=2),
    Kind("YML104", "a full-width space before a key", swap(r"^( +)(?=\w+: )", "\\1\u3000")),
    Kind("YML105", "a damaged byte", damaged),
    Kind("YML106", "saved as GBK", in_gbk),
    Kind("YML107", "saved as UTF-16", whole(lambda t: t.encode("utf-16"))),
    Kind("YML108", "an invisible character", swap(NAME, "\\1name: \x07"), most=2),
    Kind("YML109", "an empty file", whole(lambda t: b"# nothing\n")),
    Kind("YML110", "a second document", last("---\n")),
    Kind("YML111", "a key that is a list", last("[a]: 1\n")),
    Kind("YML113", "nested without end", last("deep: " + "[" * 200 + "]" * 200 + "\n")),
    Kind("YML114", "aliases that multiply", last(BOMB)),
    Kind("YML115", "an alias without an anchor", swap(NAME + r".*", r"\1name: *nobody"), most=2),
    Kind("YML116", "a type tag", swap(NAME, r"\1name: !!str "), most=2),
    Kind(
        "YML117",
        "more problems than are read",
        last("drop: [" + "*nobody, " * 1500 + "甲]\n"),
        {"YML115": "each of them, up to the limit"},
    ),
    Kind("YML118", "an alias to itself", swap(r"^( +)aliases: \[", r"\1aliases: &itself [*itself, "), most=2),
    Kind("YML119", "a full-width colon after a key", swap(r"^( +)name: ", r"\1name："), most=2),
    Kind("YML120", "no space after a colon", swap(r"^( +)name: ", r"\1name:"), most=2),
    Kind("YML121", "a brace that is not closed", swap(r"(\{name: [^{}]*)\}$", r"\1"), most=2),
    Kind("YML122", "a quote that is not closed", swap(NAME, r'\1name: "'), most=2),
    Kind("YML123", "text after the end of an entry", swap(r"(\{name: [^{}]*\})$", r"\1 等"), most=2),
    Kind("YML124", "a line indented otherwise", swap(r"^    (?=clause: )", "   "), most=2),
    Kind("YML125", "a second colon", swap(NAME, r"\1name: a: "), most=2),
    Kind("YML126", "a value that begins with a sign", swap(NAME, r"\1name: @"), most=2),
    Kind("YML127", "an escape that means nothing", swap(NAME + r"(.*)$", r'\1name: "\\q\2"'), most=2),
    Kind("YML128", "text after a block sign", swap(NAME, r"\1name: | "), most=2),
    Kind("YML130", "no comma between two entries", swap(r"(\{name: [^{}]*\]), (?=\w+: )", r"\1 "), most=2),
    Kind("YML125", "no comma after a word", swap(r"(\{name: [^,{}\[\]]*), (?=\w+: )", r"\1 "), most=2),
    Kind(
        "YML136",
        "brackets in a text inside braces",
        swap(r"(\{name: [^,{}\[\]“]*), (?=\w+: )", r"\1[2025]1号, "),
        most=2,
    ),
    Kind("YML137", "full-width braces", swap(r": \{(name: [^{}]*)\}$", r": ｛\1｝"), most=2),
    Kind("YML138", "a brace closed in a comment", swap(r"(\{name: [^{}]*)\}$", r"\1 #1}"), most=2),
    Kind(
        "YML139",
        "a line indented with full-width spaces",
        swap(r"^      (?=\w+: )", "\u3000\u3000\u3000"),
        most=2,
    ),
    Kind("YML131", "a list item indented too far", last("drop:\n  - 甲\n      - 乙\n", 2)),
    Kind("YML132", "a line without a colon", swap(r"^( +clause): (\S+)$", r"\1 \2"), most=2),
    Kind("YML123", "a brace too many", swap(r"(\{name: [^{}]*\})$", r"\1}"), most=2),
    Kind(
        "YML135",
        "a full-width comma between two entries",
        swap(r"(\{name: [^,{}\[\]]*), (?=\w+: )", r"\1，"),
        most=2,
    ),
    Kind("YML133", "a bracket where a key is due", swap(r"^( +)(?=clause: )", r"\1]"), most=2),
    Kind("YML134", "a list on the line of its key", swap(r"^( +)name: (\S+)$", r"\1name: - \2"), most=2),
)

GONE = {"YML205": "what follows the quote is one cell, so the row ends early"}

ROWS = (
    Kind("YML213", "an invisible character within a cell", rows(lambda r: ([*r[:2], hidden(r[2]), *r[3:]], 3)), rows=True),
    Kind("YML215", "the error of a formula in a cell", rows(lambda r: ([*r[:2], r[2].rpartition(",")[0] + ",#REF!", *r[3:]], 3)), rows=True),
    Kind("YML201", "a roster saved as GBK", table(lambda t: t.encode("gb18030")), rows=True),
    Kind("YML211", "full-width commas in the heading", rows(lambda r: ([r[0].replace(",", "，"), *r[1:]], 1)), rows=True),
    Kind("YML203", "an empty roster", table(lambda t: b""), rows=True),
    Kind("YML204", "a row with a cell too many", rows(lambda r: ([*r[:2], r[2] + ",x", *r[3:]], 3)), rows=True),
    Kind(
        "YML205",
        "a row cut short",
        rows(lambda r: ([*r[:2], r[2].rpartition(",")[0], *r[3:]], 3)),
        rows=True,
    ),
    Kind("YML206", "a heading twice", rows(lambda r: ([r[0] + ",name", *(x + ",一" for x in r[1:])], 1)), rows=True),
    Kind("YML207", "a column without a heading", rows(lambda r: ([r[0] + ",", *(x + ",一" for x in r[1:])], 1)), rows=True),
    Kind("YML209", "a quote that is never closed", rows(lambda r: ([*r[:-1], r[-1].replace(",", ',"', 1)], len(r))), GONE, rows=True),
)  # fmt: skip
