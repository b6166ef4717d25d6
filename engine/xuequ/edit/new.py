"""A first scheme: small, whole, and without a finding, for a drafter to go on from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xuequ.edit.format import formatted

Keys = Literal["zh", "en"]
Level = Literal["province", "city", "county", "town"]

#: The levels a scheme can be of, as a drafter calls them.
LEVELS: dict[Level, str] = {"province": "省", "city": "市", "county": "县区", "town": "镇"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a new scheme says of its locality; `cluster` is what its school districts are called."""

    place: str
    level: Level
    bureau: str
    cluster: str
    title: str


def title_of(place: str) -> str:
    """A title nobody has to think of first."""
    return f"{place}学区化管理实施方案"


def bureau_of(place: str) -> str:
    """What the education bureau of a place is usually called."""
    return f"{place}教育局"


def scheme_text(answers: Answers, keys: Keys) -> str:
    """The scheme as YAML, with Chinese or English keys."""
    template = _CHINESE if keys == "zh" else _ENGLISH
    level = LEVELS[answers.level] if keys == "zh" else answers.level
    text = template.format(
        title=quoted(answers.title),
        place=quoted(answers.place),
        bureau=quoted(answers.bureau),
        cluster=quoted(answers.cluster),
        level=level,
    )
    laid_out = formatted(text.encode(), "new").text
    if laid_out is None:
        raise ValueError(f"the answers make no scheme: {answers}")
    return laid_out


def quoted(text: str) -> str:
    """A text as a YAML scalar that says exactly that, in a flow mapping or out of it, as a key or a value."""
    plain = text and all(character.isalnum() or character in "·（）《》“”" for character in text)
    if plain and not text[0].isdigit() and text.lower() not in ("true", "false", "null", "unspecified"):
        return text
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    return f'"{escaped}"'


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_CHINESE = """\
# {title}
# 编辑器补全：xuequ schema scheme --keys zh > scheme.zh.json，然后在第一行写
# yaml-language-server: $schema=scheme.zh.json
格式: 1
类别: 方案
名称: {title}
地方: {{名称: {place}, 级别: {level}}}

# 有哪些机构。教研室可以再加，也可以写：督导室: {{隶属: {bureau}}}
机构:
  {bureau}: {{类别: 教育局}}
  督导室: {{隶属: {bureau}}}

# 学校怎样分组，组里有哪些角色，由谁负责。
学区类型:
  {cluster}:
    成员:
      中心学校: {{为首: 是}}
      成员学校: {{数量: 1..}}
    岗位:
      学区长: {{担任: 中心学校/校长}}

# 谁在什么时候做什么。每一项职责写明牵头的人。
举措:
  议事与报告:
    每: {cluster}
    职责:
      召开校长会议: {{牵头: 学区长, 对象: 成员学校/校长, 时间: 每月, 成果: 会议纪要}}
      报告工作: {{牵头: 学区长, 配合: 成员学校, 报送: {bureau}, 时间: 每学期末, 成果: 工作报告}}
  督导与考核:
    职责:
      制定考核办法: {{牵头: {bureau}, 时间: 9月底前, 成果: 考核办法}}
      实地督导: {{牵头: 督导室, 对象: {cluster}, 报送: {bureau}, 时间: 每学期, 成果: 督导报告}}
    考核事项:
      年度考核: {{考核: {bureau}, 对象: {cluster}, 时间: 每学年, 考核办法: 考核办法, 结果运用: {{用于: 评先评优}}}}

# 采用现成的政策模块：xuequ policy 列出全部，xuequ policy ten-unities 看其中一个。
# 检查：xuequ check 本文件    生成文件：xuequ build 本文件 -o build/
"""

_ENGLISH = """\
# {title}
# Completion in an editor: xuequ schema scheme > scheme.json, and then as the first line
# yaml-language-server: $schema=scheme.json
xuequ: 1
kind: scheme
name: {title}
locality: {{name: {place}, level: {level}}}

# Which bodies there are.
organs:
  bureau: {{name: {bureau}, kind: bureau}}
  supervision_office: {{name: 督导室, under: bureau}}

# How schools are grouped, which roles a group has, and who answers for it.
clusters:
  district:
    name: {cluster}
    members:
      lead_school: {{name: 中心学校, leads: true}}
      member_school: {{name: 成员学校, count: 1..}}
    posts:
      district_head: {{name: 学区长, held_by: lead_school/principal}}

# Who does what, and when. Every duty says who leads it.
measures:
  deliberation:
    name: 议事与报告
    each: district
    duties:
      meeting: {{name: 召开校长会议, lead: district_head, for: member_school/principal, when: 每月, output: 会议纪要}}
      report:
        name: 报告工作
        lead: district_head
        support: member_school
        inform: bureau
        when: 每学期末
        output: 工作报告
  evaluation:
    name: 督导与考核
    duties:
      rules: {{name: 制定考核办法, lead: bureau, when: 9月底前, output: 考核办法}}
      inspection:
        name: 实地督导
        lead: supervision_office
        for: district
        inform: bureau
        when: 每学期
        output: 督导报告
    appraisals:
      yearly:
        name: 年度考核
        assess: bureau
        for: district
        when: 每学年
        rubric: 考核办法
        result: {{counts_for: 评先评优}}

# Policies to adopt: `xuequ policy` lists them, `xuequ policy ten-unities` shows one.
# Check it: xuequ check FILE    Write the documents: xuequ build FILE -o build/
"""
