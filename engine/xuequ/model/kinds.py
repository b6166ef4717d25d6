"""What kind of organ a name tells of."""

from __future__ import annotations

#: The first ending that fits decides; longer ones stand before the endings they contain.
ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("leading_group", ("领导小组", "工作专班")),
    ("conference", ("会议", "联席会", "议事会")),
    ("committee", ("委员会", "管委会", "理事会")),
    ("supervision", ("督导室", "督导办", "督导机构", "督导组", "督导中心")),
    (
        "research",
        (
            "教研室",
            "教研中心",
            "教研机构",
            "教研所",
            "教科所",
            "教科院",
            "进修学校",
            "发展中心",
            "教研组",
            "教研办",
        ),
    ),
    ("bureau", ("教育局", "教体局", "教育和科技局", "教科局", "行政部门", "局")),
    ("government", ("政府",)),
    ("office", ("办公室", "办", "中心")),
    ("working_group", ("工作组", "小组", "组")),
)


def organ_kind(name: str) -> str:
    """The kind a body's name ends in, empty where it ends in none we know."""
    for kind, endings in ENDINGS:
        if name.endswith(endings):
            return kind
    return ""
