"""What the legend and the titles of pictures say, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from xuequ.language.fields import value_word
from xuequ.pictures.sketch import View
from xuequ.resolution.plan import EdgeKind, NodeKind

Lang = Literal["zh", "en"]

VIEWS: Mapping[Lang, Mapping[View, str]] = {
    "zh": {
        View.ORGANISATION: "组织架构",
        View.RESPONSIBILITY: "责任关系",
        View.APPRAISAL: "考核与报告关系",
        View.ZONES: "各区设置",
    },
    "en": {
        View.ORGANISATION: "Organisation",
        View.RESPONSIBILITY: "Responsibilities",
        View.APPRAISAL: "Appraisal and reporting",
        View.ZONES: "Zones",
    },
}

EDGES: Mapping[Lang, Mapping[EdgeKind, str]] = {
    "zh": {
        **{kind: value_word("never", "edge", kind) for kind in EdgeKind},
        **{kind: value_word("duty", "force", kind) for kind in (EdgeKind.MAY, EdgeKind.MUST_NOT)},
        # Who assesses an appraisal and whom somebody assesses is one word in a picture.
        EdgeKind.ASSESS: value_word("never", "edge", EdgeKind.ASSESSES),
    },
    "en": {
        EdgeKind.ADMINISTERS: "administers",
        EdgeKind.HOSTS: "hosts",
        EdgeKind.LEADS: "heads",
        EdgeKind.MEMBER_OF: "belongs to",
        EdgeKind.MIRRORS: "mirrors",
        EdgeKind.HOLDS: "holds",
        EdgeKind.APPOINTS: "appoints",
        EdgeKind.REMOVES: "removes",
        EdgeKind.BARRED: "stands back from",
        EdgeKind.LEAD: "leads",
        EdgeKind.RESPONSIBLE: "responsible",
        EdgeKind.SUPPORT: "supports",
        EdgeKind.OVERSEE: "oversees",
        EdgeKind.APPROVE: "approves",
        EdgeKind.INFORM: "is told",
        EdgeKind.MAY: "may",
        EdgeKind.MUST_NOT: "must not",
        EdgeKind.ASSESS: "assesses",
        EdgeKind.FOR: "for",
        EdgeKind.ASSESSES: "assesses",
        EdgeKind.REPORTS_TO: "reports to",
        EdgeKind.PRODUCES: "produces",
        EdgeKind.SETS_UP: "sets up",
        EdgeKind.DISSOLVES: "dissolves",
        EdgeKind.SUSPENDS: "suspends",
        EdgeKind.EXEMPTS: "exempts from",
        EdgeKind.NEEDS: "needs",
        EdgeKind.SERVES: "serves",
        EdgeKind.INTO: "counts in",
        EdgeKind.DERIVED_FROM: "rests on",
    },
}

NODES: Mapping[Lang, Mapping[NodeKind, str]] = {
    "zh": {
        NodeKind.UNIT: "学区、地方",
        NodeKind.SCHOOL: "学校",
        NodeKind.ROLE: "学校",
        NodeKind.ORGAN: "机构",
        NodeKind.POST: "岗位",
        NodeKind.GROUP: "群体",
        NodeKind.MEASURE: "举措",
        NodeKind.DUTY: "职责",
        NodeKind.APPRAISAL: "考核事项",
        NodeKind.OUTPUT: "报告、成果",
        NodeKind.GOAL: "目标",
        NodeKind.CLAUSE: "条款",
    },
    "en": {
        NodeKind.UNIT: "cluster or place",
        NodeKind.SCHOOL: "school",
        NodeKind.ROLE: "school",
        NodeKind.ORGAN: "body",
        NodeKind.POST: "post",
        NodeKind.GROUP: "group",
        NodeKind.MEASURE: "measure",
        NodeKind.DUTY: "duty",
        NodeKind.APPRAISAL: "appraisal",
        NodeKind.OUTPUT: "report or output",
        NodeKind.GOAL: "goal",
        NodeKind.CLAUSE: "clause",
    },
}

#: One character a part, as the responsibility matrix marks them.
MARKS: Mapping[Lang, Mapping[EdgeKind, str]] = {
    "zh": {
        EdgeKind.LEAD: "牵",
        EdgeKind.RESPONSIBLE: "责",
        EdgeKind.SUPPORT: "配",
        EdgeKind.OVERSEE: "督",
        EdgeKind.APPROVE: "审",
        EdgeKind.INFORM: "报",
        EdgeKind.MAY: "可",
        EdgeKind.MUST_NOT: "禁",
        EdgeKind.ASSESS: "考",
    },
    "en": {
        EdgeKind.LEAD: "L",
        EdgeKind.RESPONSIBLE: "R",
        EdgeKind.SUPPORT: "S",
        EdgeKind.OVERSEE: "O",
        EdgeKind.APPROVE: "A",
        EdgeKind.INFORM: "I",
        EdgeKind.MAY: "M",
        EdgeKind.MUST_NOT: "X",
        EdgeKind.ASSESS: "E",
    },
}

#: Who is excepted, behind what the others must not do.
EXCEPT: Mapping[Lang, str] = {"zh": "（{}除外）", "en": " (except {})"}
#: What counts schools, and what counts everything else.
_COUNTERS: Mapping[Lang, tuple[str, str]] = {"zh": ("共{}所", "共{}个"), "en": ("{} schools", "{} in all")}
_SCHOOLS = frozenset({NodeKind.SCHOOL, NodeKind.ROLE})


def counted(lang: Lang, kind: NodeKind, number: int) -> str:
    """How many there are of something, nothing where there is no more than one."""
    return _COUNTERS[lang][kind not in _SCHOOLS].format(number) if number > 1 else ""


def all_of(lang: Lang, number: int) -> str:
    """How many of a type there are."""
    return f"{number}个" if lang == "zh" else f"{number}"


def named(lang: Lang, number: int) -> str:
    """How many of a type a scheme names, which need not be all."""
    return f"已列{number}个" if lang == "zh" else f"{number} named"


def headed(lang: Lang, name: str, number: str) -> str:
    """The heading over several of one type, with how many they are."""
    return f"{name}（{number}）" if lang == "zh" else f"{name} ({number})"


def listed(lang: Lang, title: str, names: Sequence[str]) -> str:
    """Names in a row, behind what they are where that is known; of several how many."""
    colon, mark = ("：", "、") if lang == "zh" else (": ", ", ")
    many = f"（{len(names)}所）" if lang == "zh" else f" ({len(names)})"
    head = f"{title}{many if len(names) > 1 else ''}{colon}" if title else ""
    return head + mark.join(names)


UNKNOWN: Mapping[Lang, str] = {"zh": "〔待定〕", "en": "[open]"}
UNSTATED: Mapping[Lang, str] = {"zh": "〔未写明〕", "en": "[not stated]"}
OTHER_DUTIES: Mapping[Lang, str] = {"zh": "其他职责", "en": "Other duties"}
SELF_ASSESSMENT: Mapping[Lang, str] = {"zh": "自评", "en": "self-assessment"}
NOTHING: Mapping[Lang, str] = {
    "zh": "方案中没有可以画在这张图上的内容",
    "en": "The scheme says nothing that belongs in this picture",
}
