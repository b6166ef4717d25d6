"""What a baseline knows again after the file was edited, and what comments allow of what several elements share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xuequ.findings.wording import worded
from xuequ.workspace.baseline import written
from xuequ.workspace.check_run import Asked, Surveyed, survey
from xuequ.workspace.loading import Shelf

TODAY = date(2026, 3, 1)
HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"
OFFICE = "organs: {office: {name: 教研室}, board: {name: 教育局}}\n"
WORK = """\
measures:
  teaching:
    lead: office
    duties:
      listen: {name: 听评课}
      train: {name: 校本培训}
      share: {name: 资源共享}
  office:
    duties:
      report: {name: 总结, when: 每学期, lead: board}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("xuequ.yaml").touch()


def write(text: str, head: str = HEAD + OFFICE) -> str:
    Path("a.yaml").write_text(head + text, encoding="utf-8")
    return "a.yaml"


def checked(baseline: str | None = "old.json") -> Surveyed:
    return survey(Shelf(), Asked(files=("a.yaml",), baseline=baseline, today=TODAY))


def told(found: Surveyed, *codes: str) -> list[str]:
    wanted = [one.finding for one in found.shown if not codes or one.finding.code in codes]
    return [f"{each.code} {worded(each, 'zh').message}" for each in wanted]


def remember(text: str, head: str = HEAD + OFFICE) -> None:
    write(text, head)
    found = checked(None)
    Path("old.json").write_bytes(written(found.found, found.sources, "old.json", "zh"))


def test_mending_one_of_several_tells_nothing() -> None:
    remember(WORK)
    write(WORK.replace("听评课}", "听评课, when: 每月}"))
    assert told(checked()) == []


def test_another_beside_those_that_are_known_is_told_alone() -> None:
    remember(WORK)
    write(WORK.replace("资源共享}", "资源共享}\n      visit: {name: 走访学校}"))
    assert told(checked()) == ["TIM101 没有写时间：`走访学校`"]


def test_when_the_last_of_several_is_mended_it_is_told_once() -> None:
    remember(WORK)
    write(WORK.replace("    lead: office", "    lead: office\n    when: 每月"))
    assert [line.partition("：")[0] for line in told(checked())] == ["SET301 基线中的 TIM101 已经解决"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("listen: {name: 听评课}", "observe: {name: 听评课}"),
        ("  teaching:", "  research:"),
        ("listen: {name: 听评课}", "听评课: "),
        ("listen: {name: 听评课}", "hearing: {name: 听课评课}"),
    ],
)
def test_another_key_is_not_new(before: str, after: str) -> None:
    remember(WORK)
    write(WORK.replace(before, after))
    assert told(checked()) == []


def test_another_key_and_name_of_a_body_is_not_new() -> None:
    remember(WORK, HEAD + OFFICE.replace("}}\n", "}, idle: {name: 信息中心}}\n"))
    write(WORK, HEAD + OFFICE.replace("}}\n", "}, unused: {name: 信息技术中心}}\n"))
    assert told(checked()) == []


APPRAISAL = WORK + "appraisals: {yearly: {name: 年度考核, for: office, assess: board, when: 每学年}}\n"


def test_what_lacks_less_than_before_is_known() -> None:
    remember(APPRAISAL.replace("assess: board, ", ""))
    write(APPRAISAL)
    assert told(checked(), "RES205") == []


def test_what_lacks_more_than_before_is_new_and_the_rest_not_settled() -> None:
    remember(APPRAISAL)
    write(APPRAISAL.replace("assess: board, ", ""))
    assert told(checked()) == ["RES205 考核事项 `年度考核` 没有写明由谁考核、依据什么考核"]


JOINT = WORK.replace("lead: board}", "lead: [board, office]}")


def test_what_says_something_else_is_no_new_finding_but_what_changed() -> None:
    remember(JOINT.replace("when: 每学期", "when: [每学期, 每月]"), HEAD + OFFICE)
    write(APPRAISAL.replace("for: office, assess: board", "for: board, assess: board"))
    remember(APPRAISAL.replace("for: office, assess: board", "for: board, assess: board"))
    write(
        APPRAISAL.replace("for: office, assess: board", "for: office, assess: office").replace(
            "年度考核", "年终考核"
        )
    )
    (change,) = told(checked(), "SET301")
    assert change.startswith("SET301 基线中的 RES204 有变化：原为“")
    assert "现为“" in change
    assert told(checked(), "RES204") == []


def test_a_comment_at_one_of_several_allows_that_one() -> None:
    write(WORK.replace("听评课}", "听评课} # xuequ: allow TIM101 -- 常年工作"))
    found = checked(None)
    assert told(found, "TIM101", "SET104") == ["TIM101 没有写时间：`校本培训`、`资源共享`"]
    assert [each.shown.finding.args["names"] for each in found.hidden] == [["听评课"]]


def test_a_comment_where_they_are_told_together_allows_them_all() -> None:
    open_ = WORK.replace("    lead: office\n", "    lead: unspecified # xuequ: allow RES201 -- 另行发文\n")
    write(open_)
    assert told(checked(None), "RES201", "SET104") == []


def test_comments_at_all_of_them_leave_nothing() -> None:
    lines = WORK
    for name in ("听评课", "校本培训", "资源共享"):
        lines = lines.replace(f"{name}}}", f"{name}}} # xuequ: allow TIM101 -- 常年工作")
    write(lines)
    assert told(checked(None), "TIM101", "SET104") == []


POLICY = """\
xuequ: 1
kind: policy
name: 片区教研
organs: {circle: {name: 教研联席会议, kind: conference}}
duties: {meet: {name: 片区研讨, lead: circle, when: 每月}}
"""


def adopting(adopts: str) -> None:
    Path("policies").mkdir(exist_ok=True)
    Path("policies/area.yaml").write_text(POLICY, encoding="utf-8")
    write(adopts + WORK)


def test_a_comment_where_a_policy_is_adopted_allows_what_the_policy_lacks() -> None:
    adopting("adopts: {area: {}}\n")
    assert len(told(checked(None), "RES212")) == 1
    adopting("# xuequ: allow RES212 -- 成员另文规定\nadopts: {area: {}}\n")
    assert told(checked(None), "RES212", "SET104") == []
    adopting("adopts:\n  # xuequ: allow RES212 -- 成员另文规定\n  area:\n")
    assert told(checked(None), "RES212", "SET104") == []


def test_it_allows_nothing_of_another_policy() -> None:
    Path("policies").mkdir(exist_ok=True)
    Path("policies/other.yaml").write_text(
        "xuequ: 1\nkind: policy\nname: 另一个\nduties: {walk: {name: 巡课, when: 每月}}\n", encoding="utf-8"
    )
    adopting("adopts:\n  area: {}\n  other: {} # xuequ: allow RES212 -- 不相干\n")
    assert [line[:6] for line in told(checked(None), "RES212", "SET104")] == ["SET104", "RES212"]


def test_a_comment_allows_by_its_code_what_is_told_together() -> None:
    open_ = "appraisals:\n  yearly: {name: 年度考核, for: office, assess: board, criteria: [质量]}COMMENT\n"
    write(WORK + open_.replace("COMMENT", ""))
    assert [line[:6] for line in told(checked(None), "RES205", "TIM103", "RES215")] == ["RES205"]
    write(WORK + open_.replace("COMMENT", " # xuequ: allow RES205 -- 另有办法"))
    assert told(checked(None), "RES205", "TIM103", "RES215", "SET104") == []
    write(WORK + open_.replace("COMMENT", " # xuequ: allow TIM103 -- 每年都有"))
    assert [line[:6] for line in told(checked(None), "RES205", "TIM103", "RES215", "SET104")] == ["RES215"]
