"""What the benchmarks read: texts made up here, the same every time."""

from __future__ import annotations

_PARTIES = ("学区", "学区长学校", "成员学校", "县教育局", "督导室", "教研室")
_RHYTHMS = ("每月", "每学期末", "定期", "每周五下午", "每学期五次以上", "6月上中旬")
_TOPICS = ("教师交流", "集体备课", "质量监测", "资源共享", "学生活动", "安全管理", "课题研究", "师资培训")
_HEAD = """\
xuequ: 1
kind: scheme
name: 示例县义务教育学区制管理实施方案
locality: {name: 示例县, level: county}
sources:
  opinion: {name: 关于推进学区制管理改革的指导意见, issued_by: 示例县教育局, date: 2025-08-20}
organs:
  bureau: {name: 县教育局}
  supervision_office: {name: 督导室}
  research_office: {name: 教研室}
clusters:
  district:
    name: 学区
    members: {head_school: {name: 学区长学校, leads: true}, member_school: {name: 成员学校, count: 1..}}
measures:
"""


def scheme(lines: int = 1000) -> str:
    """A scheme of so many lines: measures of nine duties, written the way the examples are."""
    written = _HEAD.splitlines()
    number = 0
    while len(written) + len(_measure(number)) <= lines:
        written += _measure(number)
        number += 1
    written += ["# 以上为示例"] * (lines - len(written))
    return "\n".join(written) + "\n"


def _measure(number: int) -> list[str]:
    topic = _TOPICS[number % len(_TOPICS)]
    head = [
        f"  measure_{number}:",
        f"    name: {topic}制度（第{number + 1}项）",
        f"    clause: 二({number % 9 + 1})",
        "    each: district",
        "    duties:",
    ]
    return head + [_duty(number, n, topic) for n in range(9)]


def _duty(number: int, n: int, topic: str) -> str:
    lead, second, third = (_PARTIES[(number + n + step) % 6] for step in (0, 2, 3))
    rhythm = _RHYTHMS[(number * 7 + n) % 6]
    if n % 3 == 0:
        fields = (
            f"name: 制定{topic}计划, lead: {lead}, inform: {second}, when: {rhythm}, output: 计划{number}"
        )
    elif n % 3 == 1:
        fields = f"name: 组织开展{topic}, lead: {lead}, support: [{second}, {third}], when: {rhythm}"
    else:
        return f"      duty_{n}: {topic}情况每学期向全体成员学校公布，并听取教师和家长的意见"
    return f"      duty_{n}: {{{fields}}}"
