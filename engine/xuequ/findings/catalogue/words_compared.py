"""Words for two schemes held against each other: fields, how one value stands to the other, states.

Pairs of Chinese and English, to stand in `words.WORDS`; the tables that compare schemes say the same ones.
"""

from __future__ import annotations

from types import MappingProxyType

COMPARED = MappingProxyType(
    {
        # how the second value stands to the first
        "turn_same": ("没有变化", "is the same"),
        "turn_less": ("降低", "is less"),
        "turn_more": ("提高", "is more"),
        "turn_slower": ("放慢", "is slower"),
        "turn_faster": ("加快", "is faster"),
        "turn_weaker": ("减弱", "is weaker"),
        "turn_stronger": ("加强", "is stronger"),
        "turn_opposite": ("相反", "is the opposite"),
        "turn_added": ("增加", "is added"),
        "turn_dropped": ("缺失", "is missing"),
        "turn_different": ("不同", "is different"),
        "turn_clocks_differ": ("按不同的历法，无法比较", "goes by another calendar and cannot be compared"),
        # a value that departs from the superior's
        "con_under": ("低于", "less than"),
        "con_over": ("超过", "more than"),
        "con_no_less": ("不低于上级的规定", "no less than what the superior says"),
        # states of a requirement
        "state_met": ("满足", "met"),
        "state_weakened": ("弱化", "weakened"),
        "state_contradicted": ("抵触", "contradicted"),
        "state_missing": ("缺失", "missing"),
        "state_not_applicable": ("不适用", "not applicable"),
        # values that are no words of the drafter's
        "nothing": ("无", "nothing"),
        "unspecified": ("待定", "unspecified"),
        "true": ("是", "yes"),
        "force_must": ("须", "must"),
        "force_in_principle": ("原则上", "in principle"),
        "force_encouraged": ("鼓励", "encouraged"),
        "force_strive": ("力争", "strive"),
        "force_may": ("可以", "may"),
        "force_must_not": ("不得", "must not"),
    }
)
