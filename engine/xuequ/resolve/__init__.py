"""Scopes, binding, expansion and the responsibility graph."""

from xuequ.resolve.plan import Binding, Edge, EdgeKind, Node, NodeKind, Plan, Review, Task, Unit
from xuequ.resolve.resolving import resolve

__all__ = [
    "Binding",
    "Edge",
    "EdgeKind",
    "Node",
    "NodeKind",
    "Plan",
    "Review",
    "Task",
    "Unit",
    "resolve",
]
