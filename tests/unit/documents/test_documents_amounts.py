"""Numbers in documents: of posts and bodies per place, sizes, goals, splits, and the sheets of appraisals."""

from __future__ import annotations

import pytest

import schemes
from xuequ.documents import Document, Format, Options, build


def document(text: str, which: Document = Document.PLAN) -> str:
    options = Options(formats=frozenset({Format.MD}), only=frozenset({which}))
    written, _ = build(schemes.plan(text), options)
    return "\n".join(file.data.decode() for file in written)


@pytest.mark.parametrize(
    ("posts", "said"),
    [
        ("{校医: {each: school, appointed_by: 局, count: 2..}}", "各学校设置，由局任命，各不少于2名。"),
        ("{督学: {appointed_by: 局, count: 20}}", "由局任命，共20名。"),
        ("{督学: {appointed_by: 局, count: 不少于3名}}", "由局任命，共不少于3名。"),
        ("{督学: {appointed_by: 局, per: 5 schools}}", "由局任命，每5所学校配备1名。"),
        ("{督学: {appointed_by: 局, per: 每三所学校, count: 2}}", "由局任命，每三所学校配备2名。"),
        ("{督学: {appointed_by: 局, per: 3..5 schools}}", "由局任命，每3至5所学校配备1名。"),
        ("{督学: {appointed_by: 局, count: several}}", "由局任命，若干名。"),
        ("{督学: {appointed_by: 局, count: unspecified}}", "由局任命，数量〔待定〕。"),
    ],
)
def test_posts_say_how_many_there_are_where(posts: str, said: str) -> None:
    assert said in document(f"organs: {{局: }}\nposts: {posts}")


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ("{schools: 20所以内}", "不超过20所学校"),
        ("{schools: 3..5, students: 不超过3000人}", "3—5所学校，不超过3000人"),
        ("{towns: 1..2}", "1—2个乡镇"),
    ],
)
def test_what_a_cluster_may_have_is_counted_once(size: str, said: str) -> None:
    assert said in document(f"clusters: {{学区: {{size: {size}, members: {{成员校: }}}}}}")


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("{amount: 由85%提高到95%, when: 2027年底前}", "2027年底前由85%提高到95%"),
        ("{amount: 95%}", "达到95%"),
        ("{amount: 0}", "为0"),
        ("{amount: 不低于90%, when: 2026年}", "2026年不低于90%"),
        ("{when: 2026年}", "2026年实现"),
        ("{amount: unspecified}", "〔待定〕"),
    ],
)
def test_a_goal_says_what_it_comes_to_and_by_when(goal: str, said: str) -> None:
    assert f"*。{said}。" in document(f"goals: {{巩固率: {goal}, 公平: }}")


def test_nothing_to_be_left_prints_as_a_number() -> None:
    text = document(
        "organs: {局: }\nduties: {大班额清零: {lead: 局, amount: 0}, 完成2021年任务: {lead: 局, amount: 1}}"
    )
    assert "大班额清零**。数额为0。" in text
    assert "完成2021年任务**。数额为1。" in text


CRITERIA = """\
appraisals:
  评估:
    assess: 局
    for: school
    basis: 办法
    criteria:
      教学:
        points: 40
        note: 教研室复核
        criteria: {质量: {points: 25, value: ≥Ⅲ级}, 常规: {points: 20, items: [备课, 上课], where: {stage: 小学}}}
      师资: {points: 60, per: 每百名教师, note: 按在编人数, score: {rank: high, points: [60, 50]}}
organs: {局: }
sources: {办法: {name: 评估办法, as: basis}}
"""


def test_a_sheet_prints_all_that_a_criterion_says() -> None:
    text = document(CRITERIA, Document.APPRAISALS)
    for said in (
        "依据：《评估办法》",
        "教学（40分；教研室复核）",
        "不低于Ⅲ级",
        "内容：备课、上课",
        "限学段为小学",
        "全部对象按名次从高到低依次计60、50分<br>按每百名教师计算<br>按在编人数",
        "| 师资 | — | 60 |",
    ):
        assert said in text


def test_a_total_of_parts_at_odds_is_doubtful() -> None:
    said = CRITERIA.replace(", where: {stage: 小学}", "")
    assert "| 合计 |  | 100〔待核〕 |" in document(said, Document.APPRAISALS)
