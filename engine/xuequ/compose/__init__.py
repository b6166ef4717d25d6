"""Adoption, extension, override: many files into one tree that knows where each value stands."""

from xuequ.compose.adopt import Adopted, BoundRole
from xuequ.compose.composing import Composed, Find, compose
from xuequ.compose.origins import Origin, Origins, Step
from xuequ.compose.standalone import rehearse

__all__ = ["Adopted", "BoundRole", "Composed", "Find", "Origin", "Origins", "Step", "compose", "rehearse"]
