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
        "appraisal": Label("这项考核", "this appraisal"),
        "body": Label("这一个也是", "and this one"),
        "due_then": Label("这个月要做的", "due in such a month"),
        "duty_lead": Label("职责的牵头单位", "the lead of the duty"),
        "clause": Label("这一项也没有条款", "no clause here either"),
        "constraint": Label("约束", "the constraint"),
        "duty": Label("这一项也是", "this one as well"),
        "duty_time": Label("职责自己的时间", "the duty's own time"),
        "duty_touching": Label("涉及受保护的事项", "touches what is protected"),
        "first": Label("第一次写在这里", "first written here"),
        "issued": Label("成文日期", "the day of issue"),
        "noticed": Label("读到这里才发现", "noticed here"),
        "number": Label("这个数", "this number"),
        "open_too": Label("这一项也待定", "open as well"),
        "quota": Label("有比例的是这一项", "the one with a quota"),
        "other_clock": Label("另一项考核的时间", "the time of the other appraisal"),
        "other": Label("另一处", "the other one"),
        "phase_before": Label("上一阶段", "the phase before"),
        "precondition": Label("前提的时间", "the time of the precondition"),
        "reported": Label("报告在这里", "reported here"),
        "role": Label("这里要求", "asked for here"),
        "school_time": Label("按学期、学年的是这一项", "the one by semesters"),
        "said": Label("方案是这样写的", "what the scheme says"),
        "school": Label("另有这所学校", "and this school"),
        "superior": Label("上级的规定", "what the superior says"),
        "waits_too": Label("它也在等", "waits as well"),
        "waiting": Label("时间取决于它", "waits for it"),
        "unit": Label("还有这一个", "and this one"),
        "trial": Label("这里也是试行", "a trial here as well"),
        "type": Label("学区类型", "the cluster type"),
    }
)
