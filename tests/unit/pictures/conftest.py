"""Two small plans made by hand, after Ankang's three zones and Ziyun's districts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xuequ.compose import Composed, Origin, Origins, Step
from xuequ.model.elements import (
    Appraisal,
    ClusterType,
    Duty,
    Issue,
    Locality,
    Measure,
    Part,
    Ref,
    Scheme,
)
from xuequ.model.time.values import When
from xuequ.resolution.declarations import Declarations
from xuequ.resolution.plan import Edge, EdgeKind, Node, NodeKind, Plan, Review, Task, Unit

BUREAU = "county_bureau"
OFFICE = "supervision_office"
LEAD = "large_district/lead_school"
MEMBER = "large_district/member_school"
HEAD = "large_district/district_head"
PRINCIPAL = "large_district/lead_school/principal"
INSPECTOR = "inspection_zone/liaison_inspector"


def _measure(key: str, name: str, *inner: Measure) -> Measure:
    return Measure(key=key, path=(key,), at=("measures", key), name=name, measures=inner)


def _duty(measure: str, key: str, name: str, **said: object) -> Duty:
    plain = Duty(
        key=key,
        path=(measure, key),
        at=("measures", measure, "duties", key),
        name=name,
        measure=(measure,),
    )
    return replace(plain, **said)  # type: ignore[arg-type]


def _appraisal(measure: str, key: str, name: str, **said: object) -> Appraisal:
    plain = Appraisal(
        key=key,
        path=(measure, key),
        at=("measures", measure, "appraisals", key),
        name=name,
        measure=(measure,),
    )
    return replace(plain, **said)  # type: ignore[arg-type]


def _task(duty: Duty, **parts: tuple[str, ...]) -> Task:
    named = {Part(part): actors for part, actors in parts.items()}
    return Task(f"duty:{'/'.join(duty.path)}", duty, "large_district", named, ())


def _review(appraisal: Appraisal, assessors: tuple[str, ...], objects: tuple[str, ...]) -> Review:
    name = f"appraisal:{'/'.join(appraisal.path)}"
    return Review(name, appraisal, "large_district", assessors, objects)


def _cluster(key: str, name: str, mirrors: str = "") -> ClusterType:
    at = ("clusters", key)
    ref = Ref(text=mirrors, at=(*at, "mirrors")) if mirrors else None
    return ClusterType(key=key, path=(key,), at=at, name=name, mirrors=ref)


def _scheme() -> Scheme:
    return Scheme(
        name="安康市三区一体化",
        locality=Locality(name="安康市", level="city", under=(), at=("locality",)),
        issue=Issue(),
        calendar={},
        conventions={},
        answers={},
        clusters=(
            _cluster("large_district", "大学区"),
            _cluster("inspection_zone", "督学责任区", "large_district"),
        ),
        measures=(_measure("deliberation", "学区议事制度"), _measure("checks", "督导检查")),
    )


def _units() -> dict[str, Unit]:
    named = {
        "city": "安康市",
        "county": "县区",
        "large_district": "大学区",
        "inspection_zone": "督学责任区",
        LEAD: "学区长学校",
        MEMBER: "成员学校",
    }
    return {key: Unit(key, key, name) for key, name in named.items()}


def _nodes() -> dict[str, Node]:
    rows = (
        Node("city", NodeKind.UNIT, "安康市", (), "city"),
        Node("county", NodeKind.UNIT, "县区", (), "county"),
        Node("city_bureau", NodeKind.ORGAN, "市教育局", ("city_bureau",), ""),
        Node(BUREAU, NodeKind.ORGAN, "县区教体局", (BUREAU,), "county"),
        Node(OFFICE, NodeKind.ORGAN, "县区督导室", (OFFICE,), "county"),
        Node("large_district", NodeKind.UNIT, "大学区", ("large_district",), "large_district"),
        Node(LEAD, NodeKind.ROLE, "学区长学校", tuple(LEAD.split("/")), LEAD),
        Node(MEMBER, NodeKind.ROLE, "成员学校", tuple(MEMBER.split("/")), MEMBER),
        Node(HEAD, NodeKind.POST, "学区长", tuple(HEAD.split("/")), "large_district"),
        Node(PRINCIPAL, NodeKind.GROUP, "学区长学校校长", ("principal",), LEAD),
        Node("teacher", NodeKind.GROUP, "教师", ("teacher",), ""),
        Node("inspection_zone", NodeKind.UNIT, "督学责任区", ("inspection_zone",), "inspection_zone"),
        Node(INSPECTOR, NodeKind.POST, "责任督学", tuple(INSPECTOR.split("/")), "inspection_zone"),
        Node("measure:deliberation", NodeKind.MEASURE, "学区议事制度", ("deliberation",)),
        Node("measure:checks", NodeKind.MEASURE, "督导检查", ("checks",)),
        Node("duty:deliberation/meeting", NodeKind.DUTY, "召开校长会议", ("deliberation", "meeting")),
        Node("duty:deliberation/report", NodeKind.DUTY, "报告工作", ("deliberation", "report")),
        Node("duty:checks/rules", NodeKind.DUTY, "制定办法", ("checks", "rules")),
        Node("appraisal:checks/review", NodeKind.APPRAISAL, "大学区考核", ("checks", "review")),
        Node("appraisal:checks/own", NodeKind.APPRAISAL, "督学责任区考核", ("checks", "own")),
    )
    return {node.id: node for node in rows}


def _edges() -> tuple[Edge, ...]:
    at = ("clusters",)
    report = ("measures", "deliberation", "duties", "report")
    return (
        Edge(EdgeKind.ADMINISTERS, "city_bureau", BUREAU, at, "三2"),
        Edge(EdgeKind.ADMINISTERS, OFFICE, "inspection_zone", at),
        Edge(EdgeKind.APPOINTS, OFFICE, INSPECTOR, at),
        Edge(EdgeKind.MEMBER_OF, "large_district", "county", at),
        Edge(EdgeKind.MEMBER_OF, LEAD, "large_district", at),
        Edge(EdgeKind.LEADS, LEAD, "large_district", at),
        Edge(EdgeKind.MEMBER_OF, MEMBER, "large_district", at),
        Edge(EdgeKind.MEMBER_OF, HEAD, "large_district", at),
        Edge(EdgeKind.HOLDS, PRINCIPAL, HEAD, at),
        Edge(EdgeKind.MIRRORS, "inspection_zone", "large_district", at, "二(二)1"),
        Edge(EdgeKind.MEMBER_OF, INSPECTOR, "inspection_zone", at),
        Edge(EdgeKind.LEAD, LEAD, "duty:deliberation/meeting", at),
        Edge(EdgeKind.LEAD, "large_district", "duty:deliberation/report", at),
        Edge(EdgeKind.REPORTS_TO, "large_district", BUREAU, (*report, "inform"), "二(一)2(4)"),
        Edge(EdgeKind.REPORTS_TO, "large_district", BUREAU, (*report, "inform"), "三9"),
        Edge(EdgeKind.ASSESS, BUREAU, "appraisal:checks/review", at),
        Edge(EdgeKind.ASSESSES, BUREAU, "large_district", at),
        Edge(EdgeKind.MEMBER_OF, "duty:deliberation/report", "measure:deliberation", at),
    )


@pytest.fixture
def ankang() -> Plan:
    """A city with one county, a district and the zone that mirrors it."""
    meeting = _duty("deliberation", "meeting", "召开校长会议")
    report = _duty("deliberation", "report", "报告工作", when=(When(text="每学期末"),))
    report = replace(report, output=(Ref(text="学区工作报告", at=()),))
    rules = _duty("checks", "rules", "制定办法", unspecified=frozenset({"lead"}))
    review = _appraisal("checks", "review", "大学区考核")
    own = _appraisal("checks", "own", "督学责任区考核", unspecified=frozenset({"for"}))
    return Plan(
        scheme=_scheme(),
        composed=Composed(
            file="ankang.yaml",
            tree={},
            origins=Origins(prefixes={(): Origin(file="ankang.yaml", path=(), step=Step.OWN)}),
            documents={},
            adopted=(),
            roles=(),
            findings=(),
        ),
        roster=None,
        units=_units(),
        nodes=_nodes(),
        edges=_edges(),
        tasks=(
            _task(meeting, lead=(LEAD,), support=(MEMBER,)),
            _task(report, lead=("large_district",), support=(MEMBER,), inform=(BUREAU,)),
            _task(rules),
        ),
        reviews=(
            _review(review, (BUREAU,), ("large_district",)),
            _review(own, (OFFICE,), ()),
        ),
        bindings={},
        declarations=Declarations(_scheme()),
        findings=(),
    )
