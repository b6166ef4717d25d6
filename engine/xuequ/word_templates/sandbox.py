"""Where a template runs: what it can use, and how much work it may make.

A Word template is somebody's file. It reads the values of its document, goes through them and prints texts; what
prints no text, comes out otherwise every time, or takes longer than anybody waits is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized
from functools import partial
from types import MappingProxyType

from jinja2 import StrictUndefined, Undefined, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import Context, LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing

from xuequ.word_templates.filters import filters
from xuequ.word_templates.limits import (
    NoText,
    NotSeveral,
    TooMuch,
    counted,
    difference,
    long_enough,
    power,
    product,
    remainder,
    total,
)

#: Steps of loops, calls, values printed, entries that a filter goes through: a county of 300 schools needs a tenth.
_MOST_STEPS = 1_000_000
_NOT_IN_A_FILE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: What can be called of texts, of lists and of loops.
TEXT_METHODS = frozenset(
    {
        "split",
        "splitlines",
        "strip",
        "lstrip",
        "rstrip",
        "removeprefix",
        "removesuffix",
        "startswith",
        "endswith",
    }
    | {"upper", "lower", "find", "count", "isdigit"}
)
_METHODS = MappingProxyType(
    {
        str: TEXT_METHODS,
        tuple: frozenset({"index", "count"}),
        list: frozenset({"index", "count"}),
        dict: frozenset({"items", "keys", "values", "get"}),
        LoopContext: frozenset({"cycle", "changed"}),
    }
)


class _Code(CodeGenerator):
    """Has loops and `~` ask the environment, as Jinja2 itself has calls and `+` do."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 (Jinja2's name)
        entries = nodes.EnvironmentAttribute("entries", lineno=node.lineno)
        node.iter = nodes.Call(entries, [node.iter], [], None, None, lineno=node.lineno)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (Jinja2's name)
        self.write("environment.concatenated((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")


class Absent(UndefinedError):
    """Raised if a field or a cell is used that is not there; `held` is what does not have `name`."""

    def __init__(self, message: str | None, held: object, name: object) -> None:
        super().__init__(message)
        self.held, self.name = held, name


class _Nothing(StrictUndefined):
    """What is not there: it may be asked for, and not used."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        raised = partial(Absent, held=obj, name=name) if exc is UndefinedError and obj is not missing else exc
        super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]  # is called, and raised


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one template file. `fresh` begins a new run."""

    code_generator_class = _Code
    intercepted_binops = frozenset({"+", "-", "*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=_Nothing, autoescape=True)
        self._steps = 0
        self.finalize = self.printed
        self.globals = {"range": counted, "namespace": Namespace}
        self.filters = dict(filters(self.text, self.spend))
        self.binop_table |= {"+": total, "-": difference, "*": product, "**": power, "%": self._remainder}

    def fresh(self) -> None:
        """Forget what the last run has used up."""
        self._steps = 0

    def spend(self, steps: int) -> None:
        """Count work. Raises `TooMuch`."""
        self._steps += steps
        if self._steps > _MOST_STEPS:
            raise TooMuch("much_work")

    @pass_eval_context
    def printed(self, _: object, value: object) -> str:
        """What `{{ value }}` prints; asked for every time, also of what never changes."""
        return self.text(value)

    def text(self, value: object) -> str:
        """A value as it is printed. Raises `NoText` where it is several, or nothing that is said in words."""
        self.spend(1)
        if isinstance(value, Undefined) or (isinstance(value, int | float) and not isinstance(value, bool)):
            return str(value)
        if not isinstance(value, str):
            raise NoText(value)
        return type(value)(_NOT_IN_A_FILE.sub("", value)) if _NOT_IN_A_FILE.search(value) else value

    def entries(self, value: object) -> object:
        """What a loop goes through. Raises `NotSeveral` where that is one thing, such as a text."""
        if isinstance(value, Undefined):
            iter(value)
        one = isinstance(value, str | int | float) or hasattr(value, "_fields") or value is None
        if one or not isinstance(value, Iterable):
            raise NotSeveral(value)
        held = value if isinstance(value, Sized) else tuple(value)
        self.spend(len(held))
        return held

    def concatenated(self, values: Iterable[object]) -> str:
        """The texts that stand between `~`."""
        texts = [self.text(value) for value in values]
        long_enough(sum(map(len, texts)))
        return markup_join(texts)

    def call(__self, __context: Context, __obj: object, *args: object, **kwargs: object) -> object:  # noqa: N805
        """Call what a template may."""
        __self.spend(1)
        if not __self._is_offered(__obj):
            raise SecurityError(getattr(__obj, "__name__", "()"))
        return super().call(__context, __obj, *args, **kwargs)

    def _is_offered(self, called: object) -> bool:
        if isinstance(called, Macro | LoopContext | Undefined) or called == self.entries:
            return True
        owner, name = getattr(called, "__self__", None), getattr(called, "__name__", "")
        methods = next((held for kind, held in _METHODS.items() if isinstance(owner, kind)), frozenset())
        return name in methods or any(called is each for each in self.globals.values())

    def _remainder(self, left: object, right: object) -> object:
        return remainder(left, right, self.text)
