"""Where in each example there is room for a fault: paths and names that planters ask for."""

from __future__ import annotations

from dataclasses import dataclass

from mutation.planting import Sheet
from mutation.running import Example
from xuequ.findings.finding import DocPath


@dataclass(frozen=True, kw_only=True)
class Handles:
    """What an example has: a section of duties, bodies that can lead, a cluster and its roles."""

    duties: DocPath
    bodies: tuple[str, str]
    """Two that are bound from where the duties stand, each meaning one body."""
    cluster: str
    lead: str
    member: str
    clause: str


HANDLES = {
    "ziyun": Handles(
        duties=("measures", "appraisal", "duties"),
        bodies=("county_bureau", "research_room"),
        cluster="district",
        lead="lead_school",
        member="member_school",
        clause="段3",
    ),
    "haibowan": Handles(
        duties=("measures", "three", "duties"),
        bodies=("research_centre", "other_centre"),
        cluster="education_group",
        lead="brand_school",
        member="weak_school",
        clause="二",
    ),
    "luoxi": Handles(
        duties=("measures", "governing", "duties"),
        bodies=("leading_group", "teaching_group"),
        cluster="small_area",
        lead="lead_school",
        member="member_school",
        clause="三",
    ),
    "anyang": Handles(
        duties=("measures", "safeguards", "measures", "responsibilities", "duties"),
        bodies=("city_bureau", "city_leading_group"),
        cluster="large_district",
        lead="lead_school",
        member="member_school",
        clause="三2",
    ),
    "chengdu": Handles(
        duties=("measures", "forming", "duties"),
        bodies=("county_bureau", "city_bureau"),
        cluster="same_stage_district",
        lead="member_school",
        member="member_school",
        clause="学区形式",
    ),
}


def of(example: Example) -> Handles:
    return HANDLES[example.name]


def duty(example: Example, fields: str, sheet: Sheet | None = None, key: str = "planted") -> Sheet:
    """The scheme with one more duty, which is where a finding is expected."""
    return (sheet or example.scheme).entry(of(example).duties, f"{key}: {{{fields}}}")


def second(example: Example) -> Sheet:
    """The scheme with a second body, where it has but one."""
    if of(example).bodies[1] != "other_centre":
        return example.scheme
    busy = "name: 办理日常工作, lead: other_centre, when: 每学期末"
    changed = example.scheme.entry(of(example).duties, f"busy: {{{busy}}}")
    return changed.entry(("organs",), "other_centre: {name: 区装备中心, kind: office, clause: 二}")


def sound(example: Example, fields: str = "", name: str = "组织植入的工作") -> str:
    """The fields of a duty that has a lead and a time, and those given."""
    said = f"name: {name}, lead: {of(example).bodies[0]}, when: 每学期末"
    return f"{said}, {fields}" if fields else said
