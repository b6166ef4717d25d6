"""Scopes, binding, expansion and the responsibility graph."""

from xuequ.resolution.plan import Binding, Edge, EdgeKind, Node, NodeKind, Plan, Review, Task, Unit
from xuequ.resolution.resolving import resolve

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
