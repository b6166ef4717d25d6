"""A small scheme as a plan, resolved without files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from xuequ.compose import Composed, Origin, Origins, Step
from xuequ.model.building import build
from xuequ.resolution import resolve
from xuequ.resolution.plan import Plan

SCHEME: Mapping[str, Any] = {
    "xuequ": 1,
    "kind": "scheme",
    "name": "示例县学区制管理实施方案",
    "locality": {"name": "示例县", "level": "county"},
    "issue": {"source": "plan", "issued_by": "bureau", "date": "2025-08-20"},
    "sources": {
        "plan": {"name": "示例县学区制管理实施方案", "unclear": "第三页缺角"},
        "opinion": {"name": "关于均衡发展的意见", "as": "basis", "number": "教基〔2014〕1号"},
    },
    "organs": {
        "bureau": {"name": "县教育局"},
        "office": {"name": "督导室", "kind": "supervision", "members": "unspecified"},
        "idle": {"name": "后勤组"},
    },
    "clusters": {
        "district": {
            "name": "学区",
            "members": {
                "head_school": {"name": "龙头校", "leads": True},
                "member_school": {"name": "成员校"},
            },
            "posts": {"head": {"name": "学区长", "held_by": "head_school/principal", "term": "unspecified"}},
        }
    },
    "goals": {
        "four": {"name": "四提升", "count": 4, "items": {"管理提升": {}, "质量提升": {}}, "open": True}
    },
    "measures": {
        "meeting": {
            "name": "议事制度",
            "clause": "二(一)",
            "each": "district",
            "serves": "four",
            "duties": {
                "call": {
                    "name": "召开联席会议",
                    "lead": "head",
                    "support": "member_school",
                    "when": "每学期",
                    "items": {"交流情况": {}, "研究问题": {}},
                },
                "report": {
                    "name": "报告工作",
                    "lead": "unspecified",
                    "inform": "bureau",
                    "when": "每学期末",
                    "output": "学区工作报告",
                    "unclear": "报告人未写明",
                },
                "extra": {"name": "建立台账", "lead": "head_school", "ours": True, "force": "encouraged"},
            },
            "appraisals": {
                "review": {
                    "name": "学区考核",
                    "assess": "bureau",
                    "for": "district",
                    "when": "每学年",
                    "rubric": "unspecified",
                    "criteria": {
                        "shared": {"name": "共同发展", "points": 60},
                        "even": {"name": "均衡发展", "points": 40},
                    },
                }
            },
        }
    },
}


@pytest.fixture
def plan_of() -> Callable[..., Plan]:
    """A plan of the scheme above with some sections replaced."""

    def make(**sections: object) -> Plan:
        tree = {**SCHEME, **sections}
        origins = Origins(prefixes={(): Origin(file="scheme.yaml", path=(), step=Step.OWN)})
        composed = Composed(
            file="scheme.yaml", tree=tree, origins=origins, documents={}, adopted=(), roles=(), findings=()
        )
        return resolve(build(composed).scheme, composed)

    return make


@pytest.fixture
def plan(plan_of: Callable[..., Plan]) -> Plan:
    """The plan of the scheme above."""
    return plan_of()
