"""Work called that of a whole county or city, which every school or cluster has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.compose.names import LEVELS, built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Norm
from xuequ.rules.rule_context import RuleContext

CODE = "RES241"
#: 县级教研活动, and not 县级以上比赛, which others hold.
LEVEL = re.compile(
    "(?P<level>[省市县区]级)(?!以上|及以上|比赛|竞赛|课题|骨干|名师|财政|示范|学校|领导|部门)[^，。；]{0,6}?(?:活动|会议|教研|培训|研讨|测试|考试|监测|展示)"
)
_TAKES_PART = re.compile("参加|参与|推荐|选派|申报|配合|迎接|承办|争创|选拔|组队|赴")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty."""
    clusters = {label for cluster in facts.scheme.clusters for label in cluster.labels}
    for duty in facts.duties:
        said = LEVEL.search(duty.name)
        if said is None or duty.norm is not Norm.DUTY or _TAKES_PART.search(duty.name) or duty.in_turn:
            continue
        below = [
            ref for ref in duty.each if built_in(ref.text) in ("school", *LEVELS[3:]) or ref.text in clusters
        ]
        if below:
            each = facts.written(duty, below)
            yield finding(CODE, facts.key(duty), name=duty.name, level=said["level"], each=each)
