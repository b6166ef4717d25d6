"""The workspace file: which schemes belong together, with what they are checked, and how.

Every path in it starts at its own folder and stays inside it, also where links lead; one that does not is a finding,
and nothing is read there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from xuequ.findings.catalogue import entries, finding
from xuequ.findings.finding import DocPath, Finding, Level, Place
from xuequ.findings.nearest import nearest
from xuequ.findings.record import record
from xuequ.rules.settings import DEFAULT, Option, Settings
from xuequ.source.document import Document
from xuequ.workspace.root import inside

#: What the file says it is.
KIND = "workspace"


@record
class Listed:
    """One scheme of a workspace with its roster and its superior's scheme, by paths that findings can show."""

    file: str
    roster: str | None = None
    school_year: int | None = None
    under: str | None = None


@record
class Workspace:
    """A workspace file, as far as it could be used.

    `fail_level` is None where it does not say, `never` where nothing fails.
    """

    file: str
    root: Path
    schemes: tuple[Listed, ...] = ()
    policies: tuple[Path, ...] = ()
    settings: Settings = DEFAULT
    fail_level: str | None = None
    baseline: str | None = None
    document: Document | None = None
    findings: tuple[Finding, ...] = ()


def declared(document: Document, root: Path) -> Workspace:
    """The workspace a valid canonical document describes; `root` is its folder."""
    return _Reader(document, root).workspace()


class _Reader:
    def __init__(self, document: Document, root: Path) -> None:
        self._document = document
        self._root = root
        self._folder = Path(document.file).parent
        self._said = _mapping(document.value)
        self._findings: list[Finding] = []

    def workspace(self) -> Workspace:
        settings = _mapping(self._said.get("settings"))
        return Workspace(
            file=self._document.file,
            root=self._root,
            schemes=tuple(self._schemes()),
            policies=tuple(self._policies()),
            settings=self._settings(settings),
            fail_level=_text(settings.get("fail_level")),
            baseline=self._baseline(settings),
            document=self._document,
            findings=tuple(self._findings),
        )

    def _schemes(self) -> Iterator[Listed]:
        listed = _mapping(self._said.get("schemes"))
        if not listed:
            self._tell("SET205", ())
        for path, said in listed.items():
            at: DocPath = ("schemes", path)
            fields = _mapping(said)
            file = self._file(path, at, on_key=True)
            roster, under = _text(fields.get("roster")), _text(fields.get("under"))
            rows = self._file(roster, (*at, "roster")) if roster else None
            upper = self._file(under, (*at, "under")) if under else None
            year = fields.get("school_year")
            if file is not None and (roster is None or rows is not None):
                school_year = year if isinstance(year, int) else None
                yield Listed(file=file, roster=rows, school_year=school_year, under=upper)

    def _policies(self) -> Iterator[Path]:
        said = self._said.get("policies")
        single = isinstance(said, str)
        for number, path in enumerate(_texts(said)):
            folder = self._inside(path, ("policies",) if single else ("policies", number))
            if folder is None:
                continue
            if os.path.isdir(folder):
                yield Path(folder)
            else:
                self._tell("SET202", ("policies",) if single else ("policies", number), path=path)

    def _baseline(self, settings: Mapping[str, object]) -> str | None:
        said = _text(settings.get("baseline"))
        return self._file(said, ("settings", "baseline")) if said else None

    def _file(self, path: str, at: DocPath, *, on_key: bool = False) -> str | None:
        """A file inside the workspace, the way findings show it; None, with a finding, where there is none."""
        found = self._inside(path, at, on_key=on_key)
        if found is not None and not os.path.isfile(found):
            self._tell("SET202", at, on_key=on_key, path=path)
            return None
        return found

    def _inside(self, path: str, at: DocPath, *, on_key: bool = False) -> str | None:
        found = Path(os.path.normpath(self._folder / path))
        if not inside(found, self._root):
            self._tell("SET201", at, on_key=on_key, path=path)
            return None
        return found.as_posix()

    def _settings(self, said: Mapping[str, object]) -> Settings:
        levels = _mapping(said.get("levels"))
        for code in levels:
            self._known(code, ("settings", "levels", code), on_key=True)
        return Settings(
            levels={code: None if level == "off" else Level(str(level)) for code, level in levels.items()},
            options=dict(self._options(_mapping(said.get("options")))),
            select=tuple(self._prefixes("select", said.get("select"))),
            ignore=tuple(self._prefixes("ignore", said.get("ignore"))),
        )

    def _prefixes(self, field: str, said: object) -> Iterator[str]:
        """What codes begin with; a slip among them is left out, lest a `select` of nothing hide everything."""
        for number, prefix in enumerate(_texts(said)):
            at: DocPath = ("settings", field) if isinstance(said, str) else ("settings", field, number)
            if self._known(prefix, at):
                yield prefix

    def _known(self, prefix: str, at: DocPath, *, on_key: bool = False) -> bool:
        known = unknown_code(prefix)
        if known is not None:
            self._tell("SET105", at, on_key=on_key, code=prefix, nearest=known)
        return known is None

    def _options(self, said: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, Option]]]:
        from xuequ.rules.registry import rules

        declared = {rule.code: rule.options for rule in rules()} if said else {}
        for code, options in said.items():
            at: DocPath = ("settings", "options", code)
            if code not in declared:
                if self._known(code, at, on_key=True):
                    self._tell("SET203", at, on_key=True, code=code, name=code, known=())
                continue
            yield code, dict(self._of_rule(code, _mapping(options), declared[code], at))

    def _of_rule(
        self, code: str, said: Mapping[str, object], usual: Mapping[str, Option], at: DocPath
    ) -> Iterator[tuple[str, Option]]:
        for name, value in said.items():
            if name not in usual:
                self._tell("SET203", (*at, name), on_key=True, code=code, name=name, known=tuple(usual))
                continue
            option = _option(value, usual[name])
            if option is None:
                self._tell("SET204", (*at, name), code=code, name=name, usual=usual[name])
            else:
                yield name, option

    def _tell(self, which: str, at: DocPath, /, *, on_key: bool = False, **facts: object) -> None:
        place = Place(file=self._document.file, path=at, on="key" if on_key else "value")
        self._findings.append(finding(which, place, **facts))


def unknown_code(prefix: str) -> tuple[str, ...] | None:
    """Of a code, or the beginning of one, that nothing has: the nearest codes. None where it is known."""
    known = entries()
    if any(code.startswith(prefix) for code in known):
        return None
    return nearest(prefix, known)


def _option(value: object, usual: Option) -> Option | None:
    """A value of the kind of the default, None where it is of another kind."""
    if isinstance(usual, tuple):
        listed: list[object] = value if isinstance(value, list) else [value]
        kinds: set[type] = {type(each) for each in usual} or {str}
        # The type says lists of words; what the rule's own default holds is what its options hold.
        return cast(Option, tuple(listed)) if all(type(each) in kinds for each in listed) else None
    if isinstance(usual, float) and type(value) is int:
        return value
    return value if isinstance(value, (str, int, float, bool)) and type(value) is type(usual) else None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
