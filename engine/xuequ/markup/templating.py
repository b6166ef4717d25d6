"""Templates: found by name, checked before they run, and run in a sandbox, for a template is somebody's file.

Whatever a template prints is escaped for Markdown on the way out, except what the filters here have made
(`table`, and text passed through `markdown`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Position, Span
from xuequ.markup import NOTHING
from xuequ.markup.headings import misplaced, written_by
from xuequ.markup.numerals import chinese
from xuequ.markup.shipped import template_names, template_text

_SPECIAL = re.compile(r"[\\`*_\[\]<>|#~]")
_OPENS_A_BLOCK = re.compile(r"^(?:[-+=]|(\d+)([.)]))(?=\s|$)")
_BLANK_LINES = re.compile(r"\n{3,}")


class Source(NamedTuple):
    """A template as text, and the file to name when something is wrong with it."""

    file: str
    text: str


class Ready(str):
    """Text that is Markdown already."""

    __slots__ = ()


class Failure(Exception):
    """Raised if a template cannot be rendered; `finding` says where and why."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.code)
        self.finding = found


def escape(value: object) -> str:
    """A value as the same words in Markdown: on one line, nothing in it read as a mark."""
    if isinstance(value, Ready):
        return value
    text = str(value)
    if "\n" in text:
        text = " ".join(text.split())
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(r"\\\g<0>", text)
    if text[:1] in "-+=0123456789" and (opens := _OPENS_A_BLOCK.match(text)):
        at = opens.start(2) if opens[2] else 0
        text = f"{text[:at]}\\{text[at:]}"
    return text


def cell(value: object) -> str:
    """A value as the text of a table cell; its lines are kept."""
    text = str(value)
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(r"\\\g<0>", text)
    return text.replace("\n", "<br>") if "\n" in text else text


def table(rows: Iterable[Sequence[object]], columns: Sequence[object], filled: bool = False) -> Ready:
    """The filter `rows | table(columns)`: a pipe table, or nothing where there are no rows.

    With `filled` columns behind the first in which nothing stands are left out.
    """
    if filled:
        rows = tuple(rows)
        told = [n for n in range(len(columns)) if not n or any(row[n] not in ("", NOTHING) for row in rows)]
        rows, columns = [[row[n] for n in told] for row in rows], [columns[n] for n in told]
    body = [f"| {' | '.join(_line(row))} |" for row in rows]
    if not body:
        return Ready("")
    head = f"| {' | '.join(_line(columns))} |"
    rule = f"|{'---|' * len(columns)}"
    return Ready("\n".join((head, rule, *body)))


def _line(row: Sequence[object]) -> Iterable[str]:
    joined = "\x1f".join(map(str, row))
    if "\n" not in joined and not _SPECIAL.search(joined):
        return row  # type: ignore[return-value]
    return map(cell, joined.split("\x1f"))


class _Loader(BaseLoader):
    """The shipped templates, each replaced by the drafter's own of that name."""

    def __init__(self, own: Mapping[str, Source]) -> None:
        self.own = own

    def get_source(self, environment: object, template: str) -> tuple[str, str, None]:
        source = self.source(template)
        return source.text, source.file, None

    def source(self, name: str) -> Source:
        if name in self.own:
            return self.own[name]
        if name not in template_names():
            raise TemplateNotFound(name)
        return Source(f"templates/{name}", template_text(name))


class Templates:
    """The templates of one build. Compiled ones are kept for as long as the process lives."""

    def __init__(self, own: Mapping[str, Source]) -> None:
        self._loader = _Loader(own)
        self._environment = ImmutableSandboxedEnvironment(
            loader=self._loader,
            undefined=StrictUndefined,
            finalize=escape,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters |= {
            "table": table,
            "cell": lambda value: Ready(cell(value)),
            "markdown": lambda value: Ready(value),
            "chinese": chinese,
        }
        self._checked: set[tuple[str, frozenset[str]]] = set()

    def text(self, name: str) -> str:
        """A file that is taken as it stands, such as the stylesheet."""
        return self._loader.source(name).text

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The Markdown of one document. Raises `Failure` where the template is at fault."""
        try:
            self._check(name, frozenset(values))
            text = self._environment.get_template(name).render(values)
        except TemplateSyntaxError as error:
            raise self._failure("DOC010", error.name or name, error.lineno, problem=error.message) from error
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise self._failed(name, error) from error
        return _BLANK_LINES.sub("\n\n", text).strip() + "\n"

    def _check(self, name: str, known: frozenset[str]) -> None:
        if (name, known) in self._checked:
            return
        tree = self._environment.parse(self._loader.source(name).text, name)
        unknown = find_undeclared_variables(tree) - known - set(self._environment.globals)
        places = [node for node in tree.find_all(nodes.Name) if node.name in unknown and node.ctx == "load"]
        for node in places:
            raise self._undefined(name, node.lineno, node.name, known)
        self._checked.add((name, known))

    def _undefined(self, name: str, line: int, variable: str, known: Iterable[str]) -> Failure:
        near = get_close_matches(variable, sorted(known), n=1)
        nearest = near[0] if near else ""
        return self._failure(
            "DOC011", name, line, variable=variable, nearest=nearest, known="、".join(sorted(known))
        )

    def _failed(self, name: str, error: Exception) -> Failure:
        """A failure while running: the innermost template in the traceback is where it happened."""
        place, line = name, 1
        trace = error.__traceback__
        files = {self._loader.source(each).file: each for each in self.names()}
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in files:
                place, line = files[trace.tb_frame.f_code.co_filename], trace.tb_lineno
            trace = trace.tb_next
        return self._failure("DOC012", place, line, problem=str(error) or type(error).__name__)

    def headings(self, name: str, markdown: str) -> Iterator[Finding]:
        """What is wrong with the order of the headings in a text that `name` has rendered, each template line once."""
        for each in dict.fromkeys(misplaced(markdown)):
            template, line = self._writer(name, each.line)
            told = self._failure(
                "DOC015" if each.skips else "DOC016", template, line, wanted=each.wanted, found=each.found
            )
            yield told.finding

    def _writer(self, name: str, heading: str) -> tuple[str, int]:
        """The template that writes a heading, and its line; of several the text's own, then the drafter's."""
        for each in dict.fromkeys((name, *sorted(self._loader.own), *template_names())):
            if line := written_by(self._loader.source(each).text, heading):
                return each, line
        return name, 1

    def names(self) -> tuple[str, ...]:
        """Every template there is, shipped or the drafter's."""
        return tuple(sorted({*template_names(), *self._loader.own}))

    def _failure(self, code: str, name: str, line: int, **args: object) -> Failure:
        try:
            source = self._loader.source(name)
        except TemplateNotFound:
            source = Source(name, "")
        lines = source.text.splitlines() or [""]
        written = lines[min(line, len(lines)) - 1]
        start = len(written) - len(written.lstrip()) + 1
        if args.get("variable"):
            start = max(written.find(str(args["variable"])) + 1, 1)
        end = start + len(str(args["variable"])) if args.get("variable") else len(written.rstrip()) + 1
        span = Span(Position(line, start), Position(line, max(end, start)))
        return Failure(finding(code, Place(file=source.file, span=span), template=name, **args))


@lru_cache(maxsize=8)
def _kept(own: tuple[tuple[str, Source], ...]) -> Templates:
    return Templates(dict(own))


def templates(own: Mapping[str, Source]) -> Templates:
    """The shipped templates with `own` in place of those of the same name."""
    return _kept(tuple(sorted(own.items())))


def unused(own: Mapping[str, Source]) -> tuple[Finding, ...]:
    """A finding for each template that takes the place of none and that none of the others can be meaning."""
    shipped = template_names()
    named = {name for source in own.values() for name in own if name in source.text}
    return tuple(
        finding(
            "DOC014",
            Place(file=source.file, span=Span(Position(1, 1), Position(1, 1))),
            template=name,
            nearest=(get_close_matches(name, shipped, n=1) or [""])[0],
            known="、".join(shipped),
        )
        for name, source in sorted(own.items())
        if name not in shipped and name not in named
    )
