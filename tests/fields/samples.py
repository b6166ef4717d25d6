"""A small scheme with one of everything, and for each field of each kind two values that say different things."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, NamedTuple

from xuequ.language.fields import Field, Sort, kind_named

ABSENT = object()
_AS_IT_IS = object()

#: Everything that can be declared, once, and what ties it together.
BASE: Mapping[str, Any] = {
    "xuequ": 1,
    "kind": "scheme",
    "name": "甲县学区化管理实施方案",
    "locality": {"name": "甲县", "level": "county"},
    "issue": {
        "source": "本文",
        "issued_by": "教育局",
        "to": "学区办",
        "date": "2025-08-20",
        "effective": "2025-09-01",
    },
    "calendar": {"semesters": ["2025-09-01..2026-01-23", "2026-03-02..2026-07-10"]},
    "sources": {
        "本文": {"name": "甲县学区化管理实施方案", "date": "2025-08-20"},
        "意见": {"name": "乙市指导意见", "date": "2025-01-10", "as": "basis"},
    },
    "organs": {
        "教育局": {"name": "甲县教育局"},
        "教研室": {"name": "甲县教研室"},
        "督导室": {"name": "甲县督导室"},
        "学区办": {"name": "学区工作办公室"},
    },
    "posts": {"督学": {"name": "责任督学", "held_by": "教育局"}, "专干": {"name": "学区专干"}},
    "groups": {"骨干": {"name": "骨干教师", "of": "teacher"}, "名师": {"name": "名师", "of": "teacher"}},
    "clusters": {
        "学区": {
            "name": "学区",
            "members": {"学区长学校": {"leads": True}, "成员学校": {}},
            "forms": {"联盟式": {"name": "联盟式"}, "托管式": {"name": "托管式"}},
            "units": {"东片": {"name": "东片学区"}, "西片": {"name": "西片学区"}},
        },
        "集团": {"name": "教育集团", "members": {"牵头校": {"leads": True}, "协作校": {}}},
        "联片": {"name": "教研联片", "members": {"片长校": {"leads": True}, "组员校": {}}},
    },
    "goals": {"均衡": {"name": "优质均衡"}, "公平": {"name": "教育公平"}},
    "principles": {"统筹": {"name": "统筹推进"}},
    "constraints": {"自主": {"name": "尊重办学自主权", "protects": "autonomy", "for": "school"}},
    "measures": {
        "议事": {
            "name": "议事制度",
            "duties": {
                "协调": {"name": "日常协调"},
                "总结": {"name": "总结工作", "lead": "教研室", "when": "每学期末"},
                "整改": {"name": "落实整改", "lead": "教育局", "when": "印发后10个工作日内"},
                "例会": {
                    "name": "召开例会",
                    "lead": "学区办",
                    "when": "每月",
                    "for": "学区",
                    "output": "例会纪要",
                },
                "培训": {
                    "name": "组织培训",
                    "lead": "教研室",
                    "for": "骨干",
                    "when": "2025年10月",
                    "output": "培训方案",
                },
            },
            "appraisals": {
                "评议": {
                    "name": "评议学区",
                    "assess": "督导室",
                    "for": "学区",
                    "when": "每学年",
                    "rubric": "培训方案",
                },
                "评先": {
                    "name": "评选先进",
                    "assess": "教育局",
                    "for": "学校",
                    "when": "每学年",
                    "rubric": "培训方案",
                },
                "评优": {
                    "name": "评优评先",
                    "assess": "教育局",
                    "for": "学校",
                    "when": "每学年",
                    "rubric": "培训方案",
                },
            },
        },
        "保障": {"name": "经费保障"},
    },
    "phases": {
        "筹备": {"name": "筹备阶段", "when": "2025年9月", "does": "培训"},
        "实施": {"name": "实施阶段", "when": "2025年10月至2026年6月", "does": "例会"},
    },
    "schedules": {
        "年历": {
            "name": "年度安排",
            "rows": [{"when": "2025年11月", "lead": "教研室", "duties": {"检查": {"name": "教学检查"}}}],
        }
    },
    "mandates": {"下达": {"name": "各镇应当制定细则", "requires": ["例会"]}},
}

#: Where the element of each kind stands to which its fields are given.
PLACES: Mapping[str, tuple[Any, ...]] = {
    "scheme": (),
    "locality": ("locality",),
    "issue": ("issue",),
    "calendar": ("calendar",),
    "conventions": ("conventions",),
    "source": ("sources", "意见"),
    "organ": ("organs", "学区办"),
    "post": ("posts", "督学"),
    "group": ("groups", "骨干"),
    "cluster": ("clusters", "学区"),
    "member": ("clusters", "学区", "members", "成员学校"),
    "form": ("clusters", "学区", "forms", "联盟式"),
    "unit": ("clusters", "学区", "units", "东片"),
    "size": ("clusters", "学区", "size"),
    "link": ("clusters", "学区", "link"),
    "goal": ("goals", "均衡"),
    "item": ("goals", "均衡", "items", "师资"),
    "principle": ("principles", "统筹"),
    "constraint": ("constraints", "自主"),
    "never": ("constraints", "自主", "never"),
    "measure": ("measures", "议事"),
    "duty": ("measures", "议事", "duties", "例会"),
    "rhythm": ("measures", "议事", "duties", "例会", "when"),
    "measured": ("measures", "议事", "duties", "例会", "amount"),
    "split": ("measures", "议事", "duties", "例会", "amount", "split", 0),
    "condition": ("measures", "议事", "duties", "例会", "where"),
    "appraisal": ("measures", "议事", "appraisals", "评议"),
    "result": ("measures", "议事", "appraisals", "评议", "result"),
    "into": ("measures", "议事", "appraisals", "评议", "into"),
    "criterion": ("measures", "议事", "appraisals", "评议", "criteria", "管理"),
    "score_line": ("measures", "议事", "appraisals", "评议", "criteria", "管理", "score"),
    "phase": ("phases", "筹备"),
    "schedule": ("schedules", "年历"),
    "row": ("schedules", "年历", "rows", 0),
    "mandate": ("mandates", "下达"),
}

#: What must stand beside a field for it to say anything, by kind and field; `*` for every field of a kind.
BESIDE: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("item", "*"): {"name": "师资配置"},
    ("criterion", "*"): {"name": "学区管理", "points": 10},
    ("link", "*"): {"column": "feeds", "from": "成员学校", "to": "学区长学校"},
    ("size", "force"): {"schools": "3..5"},
    ("never", "*"): {"who": "教研室", "edge": "lead", "whom": "学区"},
    ("into", "*"): {"appraisal": "评优"},
    ("into", "weight"): {"appraisal": "评优"},
    ("split", "*"): {"count": 2},
    ("measured", "*"): {"share": "15%", "of": "骨干"},
    ("measured", "count"): {"share": ABSENT, "of": ABSENT},
    ("measured", "value"): {"share": ABSENT, "of": ABSENT},
    ("measured", "trend"): {"share": ABSENT, "of": ABSENT, "value": "5人"},
    ("measured", "split"): {"share": ABSENT, "of": ABSENT, "count": 4},
    ("measured", "rest_of"): {"share": ABSENT, "of": ABSENT},
    ("score_line", "*"): {"points": 2},
    ("score_line", "rank"): {"points": [3, 2, 1]},
    ("score_line", "over"): {"points": [3, 2, 1], "rank": "high"},
    ("score_line", "from"): {"each": "fault", "points": -1},
    ("score_line", "floor"): {"each": "fault", "points": -1, "from": 10},
    ("score_line", "cap"): {"each": "item", "points": 1},
    ("score_line", "else"): {"if": "met"},
    ("score_line", "each"): {"points": 1},
    ("*", "open"): {"items": {"师资": {"name": "师资配置"}}},
    ("*", "count"): {"items": {"师资": {"name": "师资配置"}}},
    ("split", "count"): {},
    ("rhythm", "*"): {},
    ("rhythm", "at_least"): {"after": "培训"},
    ("measured", "from"): {"share": ABSENT, "of": ABSENT, "value": "95%", "trend": "up"},
    ("rhythm", "times"): {"every": "semester"},
    ("rhythm", "at"): {"every": "semester"},
    ("rhythm", "by"): {},
    ("rhythm", "within"): {"after": "issued"},
    ("rhythm", "days"): {"after": "issued", "within": "10 days"},
    ("condition", "*"): {},
}


def _new(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """A new element of which more is said than its name."""
    return {"新": {"name": "新设", **fields}}


#: Values for fields whose kind of value does not tell what to write.
VALUES: Mapping[tuple[str, str], tuple[Any, Any]] = {
    ("*", "clause"): ("意见/一", "意见/二"),
    ("*", "each"): ("学区", "成员学校"),
    ("*", "for_each"): ("subject", "grade"),
    ("*", "for"): ("学区", "学校"),
    ("*", "when"): ("2025年10月", "2025年12月"),
    ("*", "amount"): ("3名", "5名"),
    ("*", "serves"): ("均衡", "公平"),
    ("*", "needs"): ("培训", "培训方案"),
    ("*", "basis"): ("意见", "本文"),
    ("*", "except"): ("教育局", "教研室"),
    ("*", "sets_up"): ("督学", "专干"),
    ("*", "touches"): ("finance", "personnel"),
    ("*", "does"): ("例会", "培训"),
    ("*", "rubric"): ("例会纪要", "意见"),
    ("*", "apart_from"): ("集团", "联片"),
    ("*", "mirrors"): ("集团", "联片"),
    ("*", "form"): ("联盟式", "托管式"),
    ("*", "under"): ("教育局", "教研室"),
    ("*", "of"): ("teacher", "student"),
    ("*", "where"): ({"stage": "小学"}, {"stage": "初中"}),
    ("*", "per"): ("5 schools", "3 schools"),
    ("*", "term"): ("3 years", "5 years"),
    ("*", "open"): (True, False),
    ("*", "force"): ("in_principle", "encouraged"),
    ("*", "note"): ("每次不少于3项", "每次不少于5项"),
    ("*", "if"): ("确有需要时", "学校提出申请时"),
    ("*", "how"): ("集中听评", "分组听评"),
    ("*", "in_turn"): ("lead", "support"),
    ("*", "gate"): ("approve", "inform"),
    ("*", "suspends"): ("培训", "评优"),
    ("*", "exempts"): ("培训", "评优"),
    ("*", "breach"): ("意见/三", "意见/四"),
    ("*", "lasts"): ("3.. years", "5.. years"),
    ("*", "quorum"): ("2/3..", "1/2.."),
    ("*", "majority"): ("2/3..", "over 1/2"),
    ("*", "terms"): ("..2", "..3"),
    ("duty", "barred"): ("教研室", "督导室"),
    ("scheme", "extends"): (ABSENT, ABSENT),
    ("scheme", "aliases"): ("甲县方案", "甲方案"),
    ("locality", "name"): ("甲县", "丁县"),
    ("locality", "level"): ("county", "city"),
    ("locality", "under"): ("乙市", "丙市"),
    ("issue", "source"): ("本文", "意见"),
    ("issue", "date"): ("2025-08-20", "2025-08-21"),
    ("issue", "effective"): ("2025-11-01", "2025-12-01"),
    ("issue", "expires"): ("2026-07-31", "2026-06-30"),
    ("issue", "copy_number"): ("000001", "000002"),
    ("issue", "number"): ("甲教〔2025〕1号", "甲教〔2025〕2号"),
    ("calendar", "school_year"): ("2026", "2025"),
    ("calendar", "semesters"): (
        ["2025-09-01..2026-01-09", "2026-03-02..2026-06-26"],
        ["2025-09-08..2026-01-16", "2026-03-09..2026-07-03"],
    ),
    ("calendar", "rest"): ("2025-09-01..2025-09-12", "2025-09-01..2025-09-05"),
    ("calendar", "work"): ("2025-08-23", "2025-08-30"),
    ("calendar", "widths"): ({"学期末": 5}, {"学期末": 10}),
    ("source", "as"): ("basis", "repeals"),
    ("source", "date"): ("2025-01-10", "2025-01-11"),
    ("source", "outline"): ("a.outline.yaml", "b.outline.yaml"),
    ("group", "of"): ("教育局", "教研室"),
    ("*", "organs"): (_new({"head": "教育局"}), _new({"head": "教研室"})),
    ("*", "posts"): (_new({"held_by": "教育局"}), _new({"held_by": "教研室"})),
    ("*", "groups"): (_new({"of": "教育局"}), _new({"of": "教研室"})),
    ("organ", "members"): ("教育局", "教研室"),
    ("organ", "kind"): ("committee", "office"),
    ("organ", "each"): ("学区", "成员学校"),
    ("cluster", "each"): ("town", "county"),
    ("cluster", "same"): ("stage", "kind"),
    ("cluster", "count"): (3, 5),
    ("cluster", "size"): ({"schools": "3..5"}, {"schools": "4..6"}),
    ("cluster", "link"): (
        {"column": "feeds", "from": "成员学校", "to": "学区长学校"},
        {"column": "campus_of", "from": "成员学校", "to": "学区长学校"},
    ),
    ("form", "link"): (
        {"column": "feeds", "from": "成员学校", "to": "学区长学校"},
        {"column": "campus_of", "from": "成员学校", "to": "学区长学校"},
    ),
    ("form", "size"): ({"schools": "3..5"}, {"schools": "4..6"}),
    ("form", "same"): ("stage", "kind"),
    ("member", "of"): ("school", "集团"),
    ("size", "schools"): ("3..5", "4..6"),
    ("size", "towns"): ("1..2", "2..3"),
    ("size", "students"): ("300..", "500.."),
    ("size", "force"): ("in_principle", "must"),
    ("link", "column"): ("feeds", "campus_of"),
    ("link", "from"): ("成员学校", "学区长学校"),
    ("link", "to"): ("学区长学校", "成员学校"),
    ("constraint", "never"): (
        {"who": "教研室", "edge": "lead", "whom": "学区"},
        {"who": "督导室", "edge": "lead", "whom": "学区"},
    ),
    ("never", "who"): ("教研室", "督导室"),
    ("never", "edge"): ("lead", "assess"),
    ("never", "whom"): ("学区", "学校"),
    ("measure", "adopts"): (ABSENT, ABSENT),
    ("rhythm", "every"): ("month", "semester"),
    ("rhythm", "times"): (2, 3),
    ("rhythm", "at"): ("start", "end"),
    ("rhythm", "by"): ("2025年10月31日", "2025年11月30日"),
    ("rhythm", "during"): ("筹备", "实施"),
    ("rhythm", "since"): ("2025年10月", "2025年11月"),
    ("rhythm", "after"): ("培训", "issued"),
    ("rhythm", "before"): ("培训", "effective"),
    ("rhythm", "within"): ("10 days", "20 days"),
    ("rhythm", "loose"): ("定期", "及时"),
    ("rhythm", "days"): ("working_day", "school_day"),
    ("measured", "share"): ("15%", "20%"),
    ("measured", "value"): ("5人", "8人"),
    ("measured", "of"): ("骨干", "名师"),
    ("measured", "hold"): ("county", "学区"),
    ("measured", "per"): ("学区", "time"),
    ("measured", "split"): ([{"units": ["东片"], "count": 2}], [{"units": ["西片"], "count": 2}]),
    ("measured", "rest_of"): ("培训", "骨干"),
    ("measured", "trend"): ("up", "down"),
    ("measured", "from"): ("85%", "80%"),
    ("rhythm", "at_least"): ("10 days", "20 days"),
    ("split", "units"): (["东片"], ["西片"]),
    ("split", "count"): (2, 3),
    ("condition", "form"): ("联盟式", "托管式"),
    ("appraisal", "into"): ({"appraisal": "评优", "weight": "30%"}, {"appraisal": "评优", "weight": "40%"}),
    ("appraisal", "result"): ({"counts_for": "评优"}, {"counts_for": "职称评定"}),
    ("appraisal", "bundled"): (True, "cluster"),
    ("appraisal", "yields_to"): ("评优", "评先"),
    ("into", "appraisal"): ("评优", "评先"),
    ("into", "weight"): ("30%", "40%"),
    ("criterion", "score"): ({"if": "met", "points": 5}, {"if": "met", "points": 8}),
    ("criterion", "per"): ("subject", "grade"),
    ("score_line", "if"): ("met", "..5%"),
    ("score_line", "points"): (2, 3),
    ("score_line", "rank"): ("high", "low"),
    ("score_line", "over"): ("rest", "all"),
    ("score_line", "each"): ("fault", "item"),
    ("score_line", "from"): (10, 8),
    ("score_line", "floor"): (0, 2),
    ("score_line", "cap"): (5, 6),
    ("score_line", "else"): (1, 2),
    ("schedule", "year"): ("2025", "2026"),
    ("schedule", "school_year"): ("2025", "2026"),
    ("schedule", "complete"): (False, True),
    ("schedule", "rows"): (
        [{"when": "2025年11月", "lead": "教研室"}],
        [{"when": "2025年12月", "lead": "教研室"}],
    ),
    ("mandate", "each"): ("town", "学区"),
    ("mandate", "requires"): (["例会"], ["培训"]),
    ("mandate", "bound"): ("floor", "fixed"),
    ("conventions", "joint"): ("first_leads", ABSENT),
}


#: Mappings whose own fields are rows of the table.
_MAPPINGS = ("locality", "issue", "calendar", "conventions")
#: Fields that say which file this is or take another file over; they have tests of their own.
OTHER_FILES: Mapping[str, tuple[str, ...]] = {
    "scheme": ("xuequ", "kind", "extends", "adopts", "override", "drop", "answers", *_MAPPINGS),
    "measure": ("adopts",),
}


class Sample(NamedTuple):
    """One field of one kind, with two values."""

    kind: str
    field: Field
    first: Any
    second: Any


def samples() -> list[Sample]:
    """Every field of every kind, in the order of the schemas."""
    return [
        Sample(name, field, *_values(name, field))
        for name in PLACES
        for field in kind_named(name).fields.values()
        if field.key not in OTHER_FILES.get(name, ())
    ]


def _values(name: str, field: Field) -> tuple[Any, Any]:
    for asked in ((name, field.key), ("*", field.key)):
        if asked in VALUES:
            return VALUES[asked]
    if field.sort is Sort.ELEMENTS:
        return {"新": {"name": "新设甲"}}, {"新": {"name": "新设乙"}}
    if field.sort is Sort.ACTOR:
        return "教育局", "教研室"
    if field.sort is Sort.FLAG:
        return True, False
    if field.sort is Sort.CHOICE:
        first, second = list(field.words)[:2]
        return first, second
    if field.sort is Sort.QUANTITY:
        return 3, 5
    if field.sort in (Sort.TEXT, Sort.OUTPUT):
        return f"{field.zh}文字甲", f"{field.zh}文字乙"
    if field.sort is Sort.COLUMN:
        return "stage", "kind"
    if field.sort is Sort.FIELDS:
        return {}, {}
    raise AssertionError(f"no values for {name}.{field.key}")


def scheme(sample: Sample, value: Any) -> dict[str, Any]:
    """The scheme with the field at that value."""
    tree: Any = copy.deepcopy(dict(BASE))
    place = PLACES[sample.kind]
    element = tree
    for number, step in enumerate(place):
        inner = place[number + 1] if number + 1 < len(place) else None
        if isinstance(step, int):
            if not element:
                element.append({})
            element = element[step]
            continue
        if not isinstance(element.get(step), dict | list):
            element[step] = [] if isinstance(inner, int) else {}
        element = element[step]
    key = sample.field.key
    for beside in (
        BESIDE.get((sample.kind, "*"), {}),
        BESIDE.get((sample.kind, key), BESIDE.get(("*", key), {})),
    ):
        for field, value_beside in beside.items():
            _set(element, field, value_beside)
    _set(element, sample.field.key, value)
    return dict(tree)


def base_element(sample: Sample) -> Mapping[str, Any]:
    """The element as it is with nothing but what must stand beside the field."""
    element: Any = scheme(sample, _AS_IT_IS)
    for step in PLACES[sample.kind]:
        element = element[step]
    return dict(element)


def _set(element: dict[str, Any], key: str, value: Any) -> None:
    if value is _AS_IT_IS:
        return
    if value is ABSENT:
        element.pop(key, None)
    elif isinstance(value, dict) and isinstance(element.get(key), dict):
        element[key] = {**element[key], **value}
    else:
        element[key] = value
