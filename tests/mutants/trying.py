"""Whether the unit tests of a room notice that one of its modules was changed.

The room and its tests are imported once, the tests collected once. Each mutant lives in a process of its own, split
off from this one: there the code of the function it is in is exchanged, and those tests run that call this function.
What stands outside of functions (constants, defaults, classes) needs the module imported anew.
"""

from __future__ import annotations

import ast
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType

import pytest
from _pytest.runner import runtestprotocol

from mutants.operators import Mutant

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "engine" / "xuequ"
TESTS = ROOT / "tests"
#: Seconds after which a mutant that does not end counts as noticed.
PATIENCE = 60
_OPTIONS = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=", "--no-header")


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    UNREACHED = "unreached"
    """No unit test of the room calls the function it is in."""
    EQUIVALENT = "equivalent"
    """It is known to change nothing."""


@dataclass
class Reach:
    """Which tests call which functions of a room, and how long each test takes."""

    tests: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """By file and outermost function."""
    seconds: dict[str, float] = field(default_factory=dict)

    def of(self, mutant: Mutant) -> list[str]:
        """The tests to run for a mutant, the shortest first."""
        if mutant.function:
            found = self.tests.get((mutant.file, mutant.function), set())
        else:
            found = {test for (file, _), tests in self.tests.items() if file == mutant.file for test in tests}
        return sorted(found, key=lambda test: (self.seconds[test], test))


class _Choosing:
    """Leaves only the chosen tests, in their order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._at = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (each for each in items if each.nodeid in self._at), key=lambda each: self._at[each.nodeid]
        )


class Trial:
    """The tests of a room, collected and run once, then run for one mutant after the other.

    It is a plugin of pytest whose loop over the tests is the whole trial.
    """

    def __init__(self, room: str, mutants: Sequence[Mutant], known: Collection[str]) -> None:
        self.reach = Reach()
        self.fates: list[tuple[Mutant, Fate]] = []
        self._room = room
        self._mutants = mutants
        self._known = known
        self._items: dict[str, pytest.Item] = {}

    def run(self) -> list[tuple[Mutant, Fate]]:
        """What becomes of every mutant."""
        pytest.main([*_OPTIONS, "-s", f"tests/unit/{self._room}"], plugins=[self])
        return self.fates

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests as they are, noting what they call; then those that a mutant concerns, for each."""
        for item, after in zip(session.items, [*session.items[1:], None], strict=True):
            if not self._watched(item, after):
                print(f"{item.nodeid} fails without any mutant and is left out", file=sys.stderr)
                for tests in self.reach.tests.values():
                    tests.discard(item.nodeid)
            self._items[item.nodeid] = item
        for mutant in self._mutants:
            fate = Fate.EQUIVALENT if mutant.name in self._known else self._fate(mutant)
            self.fates.append((mutant, fate))
            if fate in (Fate.SURVIVED, Fate.UNREACHED):
                print(f"{fate}: {mutant.file}:{mutant.line} {mutant.name.partition(' ')[2]}", flush=True)
            if len(self.fates) % 50 == 0:
                print(f"{self._room}: {len(self.fates)} of {len(self._mutants)}", file=sys.stderr, flush=True)
        return True

    def _watched(self, item: pytest.Item, after: pytest.Item | None) -> bool:
        called: set[CodeType] = set()

        def note(frame: FrameType, event: str, argument: object) -> None:
            if event == "call":
                called.add(frame.f_code)

        start = time.perf_counter()
        sys.setprofile(note)
        try:
            passed = _passes(item, after)
        finally:
            sys.setprofile(None)
        self.reach.seconds[item.nodeid] = time.perf_counter() - start
        folder = f"{ENGINE / self._room}{os.sep}"
        for code in called:
            if code.co_filename.startswith(folder):
                name = code.co_qualname.split(".<locals>")[0]
                file = Path(code.co_filename).relative_to(ENGINE).as_posix()
                self.reach.tests.setdefault((file, name), set()).add(item.nodeid)
        return passed

    def _fate(self, mutant: Mutant) -> Fate:
        """Whether a test notices the mutant."""
        tests = self.reach.of(mutant)
        if not tests:
            return Fate.UNREACHED
        if mutant.function:
            status = _in_another(lambda: self._exchanged(mutant, tests))
        else:
            status = _in_another(lambda: self._anew(mutant, tests))
        return Fate.KILLED if status else Fate.SURVIVED

    def _exchanged(self, mutant: Mutant, tests: Sequence[str]) -> int:
        exchange(mutant)
        forget()
        items = [self._items[test] for test in tests]
        pairs = zip(items, [*items[1:], None], strict=True)
        return int(not all(_passes(item, after) for item, after in pairs))

    def _anew(self, mutant: Mutant, tests: Sequence[str]) -> int:
        """The same with everything of the project imported anew, the mutant in the place of its module."""
        for name in [
            each for each in sys.modules if each.split(".")[0] == "xuequ" or _is_of_tests(sys.modules[each])
        ]:
            del sys.modules[name]
        sys.meta_path.insert(0, _Instead(mutant))
        files = dict.fromkeys(test.split("::")[0] for test in tests)
        return int(
            pytest.main([*_OPTIONS, *(str(ROOT / each) for each in files)], plugins=[_Choosing(tests)])
        )


def _passes(item: pytest.Item, after: pytest.Item | None) -> bool:
    return not any(report.failed for report in runtestprotocol(item, nextitem=after, log=False))


def _is_of_tests(module: ModuleType) -> bool:
    file = Path(getattr(module, "__file__", None) or "")
    return file.is_relative_to(TESTS) and not file.is_relative_to(TESTS / "mutants")


def exchange(mutant: Mutant) -> None:
    """Give the function a mutant is in the mutant's code, wherever it is held."""
    file = str(ENGINE / mutant.file)
    code = next(
        each for each in _codes(compile(mutant.tree, file, "exec")) if each.co_qualname == mutant.function
    )
    for each in gc.get_objects():
        if isinstance(each, FunctionType):
            own = each.__code__
            if (
                own.co_filename == file
                and own.co_qualname == mutant.function
                and own.co_firstlineno == code.co_firstlineno
            ):
                each.__code__ = code


def forget() -> None:
    """Empty what functions of the project and its tests remember from before a mutant."""
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper):
            module = sys.modules.get(each.__module__)
            if (getattr(module, "__file__", None) or "").startswith(str(ROOT)):
                each.cache_clear()


def _codes(code: CodeType) -> Iterable[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


class _Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads the mutant where its module is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self._tree: ast.Module = mutant.tree
        self._file = str(ENGINE / mutant.file)
        self._name = "xuequ." + mutant.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        is_package = self._file.endswith("__init__.py")
        places = [str(Path(self._file).parent)] if is_package else None
        return importlib.util.spec_from_file_location(
            name, self._file, loader=self, submodule_search_locations=places
        )

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._tree, self._file, "exec"), module.__dict__)


def _in_another(run: Callable[[], int]) -> int:
    """What something gives in a process split off from this one; 9 where that does not end or dies."""
    child = os.fork()
    if not child:
        status = 9
        try:
            signal.alarm(PATIENCE)
            _shut_up()
            status = run()
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(ended)


def _shut_up() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
