"""The page about expectations: one in each language, its tables made from the schema."""

from __future__ import annotations

from collections.abc import Mapping

from xuequ.generate.reference import table
from xuequ.language.forms import Lang
from xuequ.language.keys import rows
from xuequ.language.shipped import schema_of

_OPENING: Mapping[Lang, str] = {
    "en": """\
# Expectations

A scheme changes: a clause is moved, a policy is adopted anew, a roster comes in. What must stay as it is can be written
down beside the scheme, and `xuequ test` says whether it still is:

```yaml
xuequ: 1
kind: expectations
name: 紫云自治县学区制管理
given: {scheme: ../ziyun.yaml, roster: ../rosters/ziyun.csv, school_year: 2025}
expect:
  - {name: 学区长做规划, work: heads/plan, lead: 学区长, places: 7}
  - {name: 副学区长受两处考核, actor: 副学区长, assessed_by: [学区长, 学区办公室]}
  - {cluster: 学区, units: 7, schools: 60}
  - {name: 十统一没有写明由谁牵头, finding: RES201, at: ten}
```

`xuequ test PATH…` takes files, and folders with such files in them: `examples/expectations/` has some for each of the
five localities. Exit status 0: everything holds; 1: something does not; 2: the tool could not do it. With
`--format json` each expectation stands there with its place and whether it is met. Keys may be Chinese, as in a scheme.

An expectation is about one thing: `work` (a duty or appraisal), `actor`, `cluster` (a type), `finding`, `absent`, or
`unit` alone. Names are keys, names or aliases, with what they belong to where several have them. Lists of actors are
exact: nobody is missing and nobody else is there; `nobody` expects none. Without a roster everything speaks of
roles.""",
    "zh": """\
# 预期

方案会改：条款挪动，模块重新采用，换上新的名册。哪些不应当变，可以写在方案旁边，由 `xuequ test` 逐条核对：

```yaml
格式: 1
类别: 预期
名称: 紫云自治县学区制管理
给定: {方案: ../ziyun.yaml, 名册: ../rosters/ziyun.csv, 学年: 2025}
预期:
  - {名称: 学区长做规划, 事项: heads/plan, 牵头: 学区长, 处数: 7}
  - {名称: 副学区长受两处考核, 主体: 副学区长, 受谁考核: [学区长, 学区办公室]}
  - {学区类型: 学区, 单位数: 7, 学校数: 60}
  - {名称: 十统一没有写明由谁牵头, 问题: RES201, 位置: ten}
```

`xuequ test PATH…` 后面写文件，或放有这样文件的文件夹；`examples/expectations/` 里五个地方各有一份。
全部成立时以 0 退出，有一条不成立为 1，程序做不到时为 2。加 `--format json`，每条预期都列出位置和是否成立。
键可以写英文，也可以写中文。

一条预期只关于一件事：事项（职责或考核）、主体、学区类型、问题、无问题，或单独的单位。名称写键、名称、别名都可以，重名时带上上一级。
主体的列举是恰好的：一个不少，一个不多；“无人”指没有人。没有名册则只到角色一级。""",
}
_TITLES: Mapping[Lang, tuple[str, str, str]] = {
    "en": ("The file", "What is given", "What is expected"),
    "zh": ("文件", "给定", "预期什么"),
}


def expectations_page(lang: Lang) -> str:
    """The page in one language."""
    schema = schema_of("expectations")
    given, expect = schema["properties"]["given"], schema["properties"]["expect"]["items"]
    tables = (
        [row for row in rows(schema, "expectations") if row.key != "given"],
        rows(given, "given"),
        rows(expect, "expectation"),
    )
    parts = [_OPENING[lang]]
    for title, fields in zip(_TITLES[lang], tables, strict=True):
        parts += [f"## {title}", table(fields, lang)]
    return "\n\n".join(parts) + "\n"
