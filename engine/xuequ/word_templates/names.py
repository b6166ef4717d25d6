"""What a template asks of its document, held against what the document has, whatever is printed in the end.

The syntax tree is walked as Jinja2 would run it: a loop over a known list makes its variable one of the entries. What
is not known (the argument of a macro, what a filter has made) is taken on trust and shows when it is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jinja2 import nodes
from jinja2.tests import TESTS

from xuequ.findings.catalogue.words import Word
from xuequ.word_templates import remarks
from xuequ.word_templates.filters import NAMES, OF_SEVERAL, OF_TEXTS
from xuequ.word_templates.remarks import Remark
from xuequ.word_templates.sandbox import TEXT_METHODS
from xuequ.word_templates.shapes import FLAG, LOOP, NUMBER, TEXT, Many, One, Record, RowShape, Shape

Scope = dict[str, Shape]

#: Filters whose result is what they were given, and those that take one entry of it.
_SAME = frozenset(
    {"sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "d", "default"}
)
_ENTRY = frozenset({"first", "last", "min", "max"})
_NUMBERS = frozenset({"length", "count", "int", "float", "abs", "round", "sum"})
#: Filters whose first argument is the name of a field.
_OF_A_FIELD = frozenset({"selectattr", "rejectattr", "groupby"})


def remarked(tree: nodes.Template, known: Mapping[str, Shape]) -> Sequence[Remark]:
    """What is wrong with the names and fields of a template; `known` are the names it has."""
    reader = _Reader()
    reader.body(tree.body, dict(known))
    return reader.found


def written(node: nodes.Node) -> str:
    """An expression as somebody would write it; empty where it is none that has a name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{written(node.node)}.{node.attr}" if written(node.node) else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{written(node.node)}[{node.arg.value!r}]" if written(node.node) else ""
    return ""


class _Reader:
    """Walks statements with the names that hold where each stands."""

    def __init__(self) -> None:
        self.found: list[Remark] = []

    def body(self, many: Iterable[nodes.Node], scope: Scope) -> None:
        """Statements one after the other."""
        for each in many:
            if isinstance(each, nodes.Output):
                self._output(each, scope)
            elif isinstance(each, nodes.For):
                self._for(each, scope)
            elif isinstance(each, nodes.If):
                self.of(each.test, scope)
                self.body([*each.body, *each.elif_, *each.else_], scope)
            elif isinstance(each, nodes.Assign):
                self._bind(each.target, self.of(each.node, scope), scope)
            elif isinstance(each, nodes.With):
                self._with(each, scope)
            elif isinstance(each, nodes.Macro):
                self._macro(each, scope)
            else:
                self.body(each.iter_child_nodes(), scope)

    def _output(self, node: nodes.Output, scope: Scope) -> None:
        for each in node.nodes:
            if not isinstance(each, nodes.TemplateData):
                self._printed(each, scope)

    def _printed(self, node: nodes.Expr, scope: Scope) -> None:
        shape = self.of(node, scope)
        if shape is not None and shape not in (TEXT, NUMBER):
            self.found.append(remarks.no_text(node.lineno, written(node), shape))

    def _for(self, node: nodes.For, scope: Scope) -> None:
        held = self.of(node.iter, scope)
        entry = None
        if isinstance(held, Many):
            entry = held.of
        elif isinstance(held, RowShape):
            entry = held.cells[0] if len(set(held.cells)) == 1 else None
        elif held is not None:
            self.found.append(remarks.not_several(node.lineno, written(node.iter)))
        inner = {**scope, "loop": LOOP}
        self._bind(node.target, entry, inner)
        if node.test is not None:
            self.of(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.of(value, scope), inner)
        self.body(node.body, inner)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        for each in node.defaults:
            self.of(each, scope)
        scope[node.name] = None
        arguments = (*(each.name for each in node.args), "varargs", "kwargs", "caller")
        self.body(node.body, {**scope, **dict.fromkeys(arguments, None)})

    def _bind(self, target: nodes.Node, shape: Shape, scope: Scope) -> None:
        """Give a name, or several, what they stand for."""
        if isinstance(target, nodes.Name):
            scope[target.name] = shape
        elif isinstance(target, nodes.Tuple):
            cells = shape.cells if isinstance(shape, RowShape) else (None,) * len(target.items)
            if len(cells) != len(target.items):
                self.found.append(remarks.other_count(target.lineno, len(target.items), len(cells)))
            for each, cell in zip(target.items, cells, strict=False):
                self._bind(each, cell, scope)

    def of(self, node: nodes.Node, scope: Scope) -> Shape:
        """What an expression is; what is wrong inside it is found on the way."""
        if isinstance(node, nodes.Const):
            return TEXT if isinstance(node.value, str) else NUMBER if type(node.value) is int else None
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(node, self.of(node.node, scope), written(node.node), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Concat):
            for each in node.nodes:
                self._printed(each, scope)
            return TEXT
        if isinstance(node, nodes.CondExpr | nodes.And | nodes.Or):
            return self._either(node, scope)
        for child in node.iter_child_nodes():
            self.of(child, scope)
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            self.found.append(Remark(node.lineno, "DOC310", {"problem": Word("problem_test")}))
        return FLAG if isinstance(node, nodes.Compare | nodes.Test | nodes.Not) else None

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        if node.name not in scope and node.ctx == "load":
            self.found.append(remarks.unknown_name(node.lineno, node.name, scope))
            scope[node.name] = None
        return scope.get(node.name)

    def _either(self, node: nodes.CondExpr | nodes.And | nodes.Or, scope: Scope) -> Shape:
        test = [node.test] if isinstance(node, nodes.CondExpr) else []
        one, other = (node.expr1, node.expr2) if isinstance(node, nodes.CondExpr) else (node.left, node.right)
        for each in test:
            self.of(each, scope)
        shape, second = self.of(one, scope), None if other is None else self.of(other, scope)
        return shape if shape == second else None

    def _field(self, node: nodes.Expr, shape: Shape, holder: str, name: str) -> Shape:
        if shape is None or (isinstance(shape, One) and name in TEXT_METHODS):
            return None
        if isinstance(shape, Record) and name in shape.fields:
            return shape.fields[name]
        self.found.append(remarks.no_field(node.lineno, holder, name, shape))
        return None

    def _item(self, node: nodes.Getitem, scope: Scope) -> Shape:
        shape = self.of(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            return shape if isinstance(shape, Many | One) else None
        self.of(node.arg, scope)
        at = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(at, str):
            return self._field(node, shape, written(node.node), at)
        if isinstance(shape, RowShape) and isinstance(at, int):
            if -len(shape.cells) <= at < len(shape.cells):
                return shape.cells[at]
            self.found.append(remarks.no_cell(node.lineno, written(node.node), at, len(shape.cells)))
        return shape.of if isinstance(shape, Many) else shape if isinstance(shape, One) else None

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        if node.node is None:
            return None
        shape, name = self.of(node.node, scope), node.name
        if name not in NAMES:
            self.found.append(remarks.no_filter(node.lineno, name))
        for each in (*node.args, *(pair.value for pair in node.kwargs)):
            self.of(each, scope)
        entry = shape.of if isinstance(shape, Many) else None
        field = self._named(node, entry)
        if name in OF_SEVERAL and isinstance(shape, One | Record):
            self.found.append(remarks.not_several(node.lineno, written(node.node)))
        printed = shape if name in OF_TEXTS else entry if name == "join" and field is None else None
        if printed is not None and printed not in (TEXT, NUMBER):
            self.found.append(remarks.no_text(node.lineno, written(node.node), shape))
        if name in _SAME:
            return shape
        if name == "map":
            return Many(field)
        if name in _ENTRY:
            return entry
        return NUMBER if name in _NUMBERS else TEXT if name in OF_TEXTS or name == "join" else None

    def _named(self, node: nodes.Filter, entry: Shape) -> Shape:
        """The field of the entries that a filter is told to look at."""
        told = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        told += node.args[:1] if node.name in _OF_A_FIELD else []
        if not told or not isinstance(told[0], nodes.Const) or not isinstance(told[0].value, str):
            return None
        for name in told[0].value.split("."):
            entry = self._field(node, entry, written(node.node) if node.node else "", name)
        return entry
