"""Findings about constraints of one scheme."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="CON101",
        slug="constraint-broken",
        level=Level.ERROR,
        zh=Text(
            message="`{who}` 与 `{whom}` 之间的“{relation}”关系违反约束 `{name}`",
            help="改这里，或改约束",
            label="违反约束",
        ),
        en=Text(
            message="that `{who}` stands to `{whom}` as `{relation}` breaks the constraint `{name}`",
            help="change it, or the constraint",
            label="breaks a constraint",
        ),
    ),
    Entry(
        code="CON102",
        slug="protected-matter",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 与 `{duties}` 相抵触：涉及{matters}，界限没有写明",
            help="写明哪些事由学校自主、哪些可以统一，或经学校同意",
            label="与统一办理的事项相抵触",
        ),
        en=Text(
            message="`{name}` and `{duties}` contradict each other over {matters}, and nothing draws the line",
            help="say what stays with the schools and what is done in common, or that they must agree",
            label="contradicted below",
        ),
    ),
    Entry(
        code="CON103",
        slug="merged-and-protected",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的学校合并为一个法人，而 `{constraint}`",
            help="选定一种，或写明约束不适用于合并的学校",
            label="与约束不合",
        ),
        en=Text(
            message="the schools of `{name}` merge into one legal person, while `{constraint}` holds",
            help="choose one, or say that the constraint is not for merged schools",
            label="against a constraint",
        ),
    ),
)
