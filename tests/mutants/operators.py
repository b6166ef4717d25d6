"""Small changes to a module, one at a time: what a slip of the pen would have written instead."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
#: Functions that take the same and give something else of it.
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Mutant(NamedTuple):
    """One change of a module. `function` is the outermost function it is in, empty outside of one."""

    file: str
    function: str
    line: int
    before: str
    after: str
    source: str
    at: int
    """Which node is changed, in the order they are walked."""
    which: int
    """Which of the things that can stand in its place does."""

    @property
    def name(self) -> str:
        """What it is, without its line, which moves."""
        return f"{self.file} {self.function or 'module'}: {self.before} → {self.after}"

    @property
    def tree(self) -> ast.Module:
        """The module as it would be."""
        tree = ast.parse(self.source)
        place = next(each for at, each in enumerate(_nodes(tree)) if at == self.at)
        _put(place, _changes(place.node)[self.which])
        return ast.fix_missing_locations(tree)


def mutants(source: str, file: str) -> Iterator[Mutant]:
    """Every change of a module's source, in the order of its lines."""
    for at, (node, *_, function) in enumerate(_nodes(ast.parse(source))):
        for which, new in enumerate(_changes(node)):
            yield Mutant(file, function, node.lineno, _short(node), _short(new), source, at, which)


class _Place(NamedTuple):
    """A node with where it stands in its parent, and the function it is in."""

    node: ast.expr | ast.stmt
    parent: ast.AST
    field: str
    at: int | None
    function: str


def _nodes(tree: ast.Module) -> Iterator[_Place]:
    yield from _below(tree, "", "")


def _below(node: ast.AST, within: str, function: str) -> Iterator[_Place]:
    """Every statement and expression below a node but for annotations and docstrings."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "bases", "keywords", "type_comment") and not (
            field == "keywords" and isinstance(node, ast.Call)
        ):
            continue
        inside = function
        if field == "body" and isinstance(node, _FUNCTIONS) and not function:
            inside = f"{within}{node.name}"
        deeper = f"{within}{node.name}." if isinstance(node, ast.ClassDef) else within
        held = value if isinstance(value, list) else [value]
        for at, inner in enumerate(held):
            if not isinstance(inner, ast.AST) or _is_docstring(inner) or _is_for_types(inner):
                continue
            if isinstance(inner, ast.expr | ast.stmt):
                yield _Place(inner, node, field, at if isinstance(value, list) else None, inside)
            yield from _below(inner, deeper, inside)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_for_types(node: ast.AST) -> bool:
    """Whether a statement says nothing while a program runs."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
        return True
    if isinstance(node, ast.keyword):
        return node.arg == "strict"
    if isinstance(node, ast.Assign):
        return isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return False


def _put(place: _Place, new: ast.AST) -> None:
    ast.copy_location(new, place.node)
    if place.at is None:
        setattr(place.parent, place.field, new)
    else:
        getattr(place.parent, place.field)[place.at] = new


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else f"{text[:60]} … {text[-25:]}"


def _changes(node: ast.expr | ast.stmt) -> list[ast.AST]:
    """What can stand in a node's place."""
    new = [*_of_expressions(node), *_of_statements(node)] if not isinstance(node, ast.JoinedStr) else []
    return [ast.fix_missing_locations(ast.copy_location(each, node)) for each in new]


def _of_expressions(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        yield ast.Compare(node.left, [_COMPARED[type(node.ops[0])](), *node.ops[1:]], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
        for at in range(len(node.values)) if len(node.values) > 2 else ():
            yield ast.BoolOp(node.op, node.values[:at] + node.values[at + 1 :])
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in _COUNTED:
        yield ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)
    elif isinstance(node, ast.Constant):
        yield from _of_constants(node.value)
    elif isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in _CALLED and not node.keywords:
            yield ast.Call(ast.Name(_CALLED[node.func.id], ast.Load()), node.args, [])
        for at in (at for at, each in enumerate(node.keywords) if each.arg != "strict"):
            yield ast.Call(node.func, node.args, node.keywords[:at] + node.keywords[at + 1 :])
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for at, loop in enumerate(node.generators):
            for test in range(len(loop.ifs)):
                new = deepcopy(node)
                del new.generators[at].ifs[test]
                yield new
    elif isinstance(node, ast.Slice):
        if node.lower is not None:
            yield ast.Slice(None, node.upper, node.step)
        if node.upper is not None:
            yield ast.Slice(node.lower, None, node.step)


def _of_constants(value: object) -> Iterator[ast.AST]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(f"{value}x" if value else "x")


def _of_statements(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If | ast.While):
        new = deepcopy(node)
        new.test = ast.UnaryOp(ast.Not(), node.test)
        if not isinstance(node.test, ast.Compare | ast.UnaryOp | ast.BoolOp):
            yield new
        if isinstance(node, ast.If):
            without = deepcopy(node)
            without.test = ast.Constant(False)
            yield without
    elif isinstance(node, ast.Return):
        if node.value is not None and not (isinstance(node.value, ast.Constant) and not node.value.value):
            yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.Continue):
        yield ast.Break()
    elif isinstance(node, ast.Break):
        yield ast.Continue()
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.Delete) or (
        isinstance(node, ast.Assign) and not all(isinstance(each, ast.Name) for each in node.targets)
    ):
        yield ast.Pass()
