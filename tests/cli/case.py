"""One command-line test in one file: what it shows, the command, its input files, what must come out.

    A tab is reported where it stands.

    $ xuequ check scheme.yaml
    -- scheme.yaml --
    xuequ: 1
    -- exit --
    1
    -- stdout --
    …

Everything before the `$` line is prose. A section's name may end in ` [gbk]` or another codec, ` [crlf]`,
or ` [escaped]` for a text with bytes written as `\\xff`. The sections `exit`, `stdout`, `stderr` and `made`
(the files the command wrote) are expectations; one that is absent expects 0 or nothing. Every other section
is an input file. `@examples/…` in the command means that file of the project.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_SECTION = re.compile(r"^-- (?P<name>\S+)(?: \[(?P<how>[\w-]+)\])? --$")
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")
EXPECTED = ("exit", "stdout", "stderr", "made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command did."""

    exit: int
    stdout: str
    stderr: str
    made: tuple[str, ...]

    def sections(self) -> dict[str, str]:
        """The same as the sections of a file; what would be empty is left out."""
        sections = {"exit": f"{self.exit}\n" if self.exit else ""}
        sections |= {"stdout": self.stdout, "stderr": self.stderr}
        sections["made"] = "".join(f"{name}\n" for name in self.made)
        return {name: text for name, text in sections.items() if text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file of tests/cli/cases."""

    head: str
    command: tuple[str, ...]
    inputs: dict[str, tuple[str, str]]
    expected: dict[str, str] = field(default_factory=dict)

    def run(self, folder: Path, project: Path) -> Outcome:
        """Run the command in `folder`, which must be empty."""
        for name, (how, text) in self.inputs.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(_encoded(text, how))
        before = _files(folder)
        words = [word.replace("@", f"{project}/", 1) if word[:1] == "@" else word for word in self.command]
        status, stdout, stderr = in_process(words[1:], folder)
        made = tuple(sorted(_files(folder) - before))
        place = f"{project}/"
        return Outcome(
            exit=status, stdout=stdout.replace(place, "@"), stderr=stderr.replace(place, "@"), made=made
        )

    def text(self, outcome: Outcome) -> str:
        """The file with this outcome as its expectation."""
        parts = [self.head]
        for name, (how, text) in self.inputs.items():
            parts.append(f"-- {name}{f' [{how}]' if how else ''} --\n{text}")
        parts += [f"-- {name} --\n{text}" for name, text in outcome.sections().items()]
        return "".join(parts)


def read(text: str) -> Case:
    """The case a file describes."""
    head, sections = "", {}
    current: tuple[str, str] | None = None
    for line in text.splitlines(keepends=True):
        match = _SECTION.match(line.rstrip("\n"))
        if match:
            current = (match["name"], match["how"] or "")
            sections[current] = ""
        elif current is None:
            head += line
        else:
            sections[current] += line
    (command,) = [line[2:] for line in head.splitlines() if line.startswith("$ ")]
    inputs = {name: (how, body) for (name, how), body in sections.items() if name not in EXPECTED}
    expected = {name: body for (name, _), body in sections.items() if name in EXPECTED}
    return Case(head=head, command=tuple(shlex.split(command)), inputs=inputs, expected=expected)


def in_process(arguments: list[str], folder: Path) -> tuple[int, str, str]:
    """Run the command line in this process: status, standard output, standard error."""
    from xuequ.cli.running import run

    stdout, stderr = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with _inside(folder), contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        status = run(arguments)
    texts = []
    for stream in (stdout, stderr):
        stream.flush()
        stream.buffer.seek(0)
        texts.append(stream.buffer.read().decode("utf-8"))
    return status, texts[0], texts[1]


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _encoded(text: str, how: str) -> bytes:
    if how == "crlf":
        return text.replace("\n", "\r\n").encode()
    if how == "escaped":
        return _BYTE.sub(lambda match: bytes([int(match[1], 16)]), text.encode())
    return text.encode(how or "utf-8")


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
