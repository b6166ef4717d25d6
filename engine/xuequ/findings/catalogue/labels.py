"""What a related place is called, in both languages: `Related.label` is one of these names."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Label(NamedTuple):
    """The words under a related place."""

    zh: str
    en: str


LABELS = MappingProxyType(
    {
        "above": Label("上文", "what stands above"),
        "duty": Label("这一项也是", "this one as well"),
        "first": Label("第一次写在这里", "first written here"),
        "noticed": Label("读到这里才发现", "noticed here"),
        "other": Label("另一处", "the other one"),
        "role": Label("这里要求", "asked for here"),
        "school": Label("另有这所学校", "and this school"),
        "type": Label("学区类型", "the cluster type"),
    }
)
