"""What a drafter is told: the words, in both languages, and the exact text that is underlined."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from xuequ.findings.finding import Finding
from xuequ.findings.wording import worded
from xuequ.language.canonical import canonical
from xuequ.source.document import Document
from xuequ.source.locate import locate
from xuequ.source.yaml import read_yaml

HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"
HEAD_ZH = "格式: 1\n类别: 方案\n名称: 某县方案\n地方: {名称: 某县, 级别: 县}\n"


class Case(NamedTuple):
    """A piece of a file, the finding it comes to, and what is underlined."""

    text: str
    code: str
    underlined: str
    message: str
    help: str
    message_zh: str
    head: str = HEAD


CASES = [
    Case(
        "duties: {a: {laed: 甲}}",
        "SCH101",
        "laed",
        "no key `laed` is known in a duty",
        "did you mean `lead`?",
        "职责没有 `laed` 这个键",
    ),
    Case(
        "职责: {甲: {牵头人: 乙}}",
        "SCH101",
        "牵头人",
        "no key `牵头人` is known in a duty",
        "did you mean `牵头`?",
        "职责没有 `牵头人` 这个键",
        HEAD_ZH,
    ),
    Case(
        "职责: {甲: {完成时限: 每月}}",
        "SCH101",
        "完成时限",
        "no key `完成时限` is known in a duty",
        "did you mean `时间`?",
        "职责没有 `完成时限` 这个键",
        HEAD_ZH,
    ),
    Case(
        "举措: {甲: {任务: [乙]}}",
        "SCH101",
        "任务",
        "no key `任务` is known in a measure",
        "did you mean `职责`, `举措`?",
        "举措没有 `任务` 这个键",
        HEAD_ZH,
    ),
    Case(
        "职责: {甲: {语气: 应该}}",
        "SCH102",
        "应该",
        "`语气` cannot be `应该`",
        "it can be `必须`, `原则上`, `鼓励`, `力争`, `可以`, `不得`",
        "`语气` 不能取 `应该`",
        HEAD_ZH,
    ),
    Case(
        "schedules: {a: {1月: 甲}}",
        "SCH101",
        "1月",
        "no key `1月` is known in a schedule",
        "did you mean `安排`?",
        "行事历没有 `1月` 这个键",
    ),
    Case(
        "考核事项: {年度考核: {指标: {落实: 70}}}",
        "SCH113",
        "70",
        "`落实` takes an element, and here is a bare number, 70",
        "write `{分值: 70}`",
        "`落实` 处应写要素，这里只写了数 70",
        HEAD_ZH,
    ),
    Case(
        "举措:\n  教研:\n    牵头: 教育局\n  职责:\n    备课: {时间: 每月}\n    听课: {时间: 每周}",
        "SCH114",
        "职责",
        "`职责` is not indented far enough and is a measure now",
        "for it to be the `职责` of `教研`, indent this line and those below it by two more spaces",
        "`职责` 的缩进少了一级，成了一项举措",
        HEAD_ZH,
    ),
    Case(
        "measures: {a: {lead: 甲}, duties: {b: {when: 每月}}}",
        "SCH114",
        "duties",
        "`duties` is not indented far enough and is a measure now",
        "for it to be the `duties` of `a`, indent this line and those below it by two more spaces",
        "`duties` 的缩进少了一级，成了一项举措",
    ),
    Case(
        "measures: {duties: {b: {when: 每月}}, a: {lead: 甲}}",
        "SCH101",
        "b",
        "no key `b` is known in a measure",
        "the keys here are `each`, `for_each`, `lead`, `responsible`, `support`, `oversee` and 26 more",
        "举措没有 `b` 这个键",
    ),
    Case(
        "duties: {a: 3}",
        "SCH103",
        "3",
        "`a` takes an element (its name, or its fields)",
        "write an element (its name, or its fields)",
        "`a` 处应写要素（写名称，或写各字段）",
    ),
    Case(
        "duties: {a: {lead: }}",
        "SCH108",
        "lead",
        "`lead` is empty",
        "leave it out where the source says nothing; write `unspecified` where it is known to be open",
        "`lead` 的值是空的",
    ),
    Case(
        "conventions: {xyz: first_leads}",
        "SCH101",
        "xyz",
        "no key `xyz` is known in conventions",
        "the keys here are `joint`",
        "约定没有 `xyz` 这个键",
    ),
    Case(
        "appraisals: {a: {lead: 甲}}",
        "SCH101",
        "lead",
        "no key `lead` is known in an appraisal",
        "",
        "考核没有 `lead` 这个键",
    ),
    Case(
        "duties: {a: {force: encourage}}",
        "SCH102",
        "encourage",
        "`force` cannot be `encourage`",
        "did you mean `encouraged`?; it can be "
        "`must`, `in_principle`, `encouraged`, `strive`, `may`, `must_not`",
        "`force` 不能取 `encourage`",
    ),
    Case(
        "组: 1",
        "SCH101",
        "组",
        "no key `组` is known in a scheme",
        "",
        "方案没有 `组` 这个键",
        HEAD_ZH,
    ),
    Case(
        "职责: {甲: {语气: 原则}}",
        "SCH102",
        "原则",
        "`语气` cannot be `原则`",
        "did you mean `原则上`?; it can be `必须`, `原则上`, `鼓励`, `力争`, `可以`, `不得`",
        "`语气` 不能取 `原则`",
        HEAD_ZH,
    ),
    Case(
        "goals: {a: {open: 3}}",
        "SCH103",
        "3",
        "`open` takes true or false",
        "write true or false",
        "`open` 处应写是或否",
    ),
    Case(
        "measures: 加强领导",
        "SCH103",
        "加强领导",
        "`measures` takes elements (`key: …`, or a list of names)",
        "write elements (`key: …`, or a list of names)",
        "`measures` 处应写若干要素（键: 内容，或名称的列表）",
    ),
    Case(
        "职责: {甲: [乙]}",
        "SCH103",
        "甲",
        "`甲` takes an element (its name, or its fields)",
        "write an element (its name, or its fields)",
        "`甲` 处应写要素（写名称，或写各字段）",
        HEAD_ZH,
    ),
    Case(
        "duties: {报告: {lead: 3.25}}",
        "SCH106",
        "3.25",
        "`lead` takes text, but `3.25` is read as something else",
        'put it in quotes: "3.25"',
        "`lead` 应写文字，`3.25` 却会读成数或真假",
    ),
    Case(
        "constraints: {a: {never: {who: 甲, edge: administers}}}",
        "SCH104",
        "never",
        "`never` needs `whom`",
        "`whom` says the other side",
        "`never` 缺少 `whom`",
    ),
    Case(
        "goals: {甲/乙: 丙}",
        "SCH105",
        "甲/乙",
        "`甲/乙` cannot be a key",
        "a key is not empty, holds no `/` and does not start with `$`; write such a name as `name`",
        "`甲/乙` 不能作键",
    ),
    Case(
        "goals: {a: {count: -1}}",
        "SCH107",
        "-1",
        "`count` cannot be -1",
        "it is at least 0",
        "`count` 不能是 -1",
    ),
    Case(
        "duties: {a: {lead: ''}}",
        "SCH108",
        "''",
        "`lead` is empty",
        "leave it out where the source says nothing; write `unspecified` where it is known to be open",
        "`lead` 的值是空的",
    ),
    Case(
        "groups: {a: {where: {stage: []}}}",
        "SCH108",
        "stage",
        "`stage` is empty",
        "leave it out where the source says nothing; write `unspecified` where it is known to be open",
        "`stage` 的值是空的",
    ),
    Case(
        "duties: {a: {lead: []}}",
        "SCH108",
        "lead",
        "`lead` is empty",
        "leave it out where the source says nothing; write `unspecified` where it is known to be open",
        "`lead` 的值是空的",
    ),
    Case(
        "duties: {a: {lead: [甲, 乙, 甲]}}",
        "SCH109",
        "甲",
        "`甲` is listed twice in `lead`",
        "take one of them out",
        "`甲` 在 `lead` 中列了两次",
    ),
    Case(
        "goals: [均衡, 公平, 均衡]",
        "SCH109",
        "均衡",
        "`均衡` is listed twice in `goals`",
        "take one of them out",
        "`均衡` 在 `goals` 中列了两次",
    ),
    Case(
        "duties: {a: {lead: 甲, 牵头: 乙}}",
        "SCH112",
        "牵头",
        "`lead` and `牵头` are the same key, given twice",
        "keep one of them, in either language",
        "`lead` 和 `牵头` 是同一个键，写了两次",
    ),
]


def checked(text: str) -> tuple[Document, tuple[Finding, ...]]:
    found = read_yaml(text.encode(), "a.yaml")
    assert found.document is not None
    assert not found.findings
    result = canonical(found.document)
    return result.document, result.findings


def underlined(document: Document, finding: Finding) -> str:
    span = locate(document, finding.primary)
    return document.text.splitlines()[span.start.line - 1][span.start.column - 1 : span.end.column - 1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.text}")
def test_each_mistake_is_named_and_underlined(case: Case) -> None:
    document, findings = checked(case.head + case.text + "\n")
    assert [finding.code for finding in findings] == [case.code]
    english, chinese = worded(findings[0], "en"), worded(findings[0], "zh")
    assert underlined(document, findings[0]) == case.underlined
    assert english.message == case.message
    assert chinese.message == case.message_zh
    if case.help:
        assert english.help == case.help


def test_a_missing_locality_is_missed_in_the_language_of_the_file() -> None:
    _, english = checked("xuequ: 1\nkind: scheme\nname: 某县方案\n")
    _, chinese = checked("格式: 1\n类别: 方案\n名称: 某县方案\n")
    assert worded(english[0], "en").message == "a scheme needs `locality`"
    assert worded(chinese[0], "zh").message == "方案缺少 `地方`"


def test_an_unknown_language_version_is_the_only_finding() -> None:
    document, findings = checked("xuequ: 2\nkind: scheme\nwhatever: 1\n")
    assert [finding.code for finding in findings] == ["SCH110"]
    assert underlined(document, findings[0]) == "2"
    assert worded(findings[0], "en").message == "version 2 of the scheme language is not known"


def test_a_file_that_does_not_say_its_kind_is_asked_for_it() -> None:
    _, findings = checked("xuequ: 1\nname: 某县方案\n")
    assert [finding.code for finding in findings] == ["SCH111"]
    assert (
        worded(findings[0], "en").help
        == "write `kind` at the top; it can be `scheme`, `policy`, `expectations`, `outline`, `workspace`, `profile`"
    )


def test_an_unknown_kind_has_its_nearest() -> None:
    _, findings = checked("xuequ: 1\nkind: schema\nname: 某县方案\n")
    assert [finding.code for finding in findings] == ["SCH102"]
    assert findings[0].args["nearest"] == ("scheme",)


@pytest.mark.parametrize("text", ["[]\n", "甲\n", "3\n", "xuequ: [1]\nkind: scheme\n", "kind: {a: b}\n"])
def test_what_is_no_scheme_at_all_ends_in_findings(text: str) -> None:
    _, findings = checked(text)
    assert findings
    assert all(worded(finding, "en").message and worded(finding, "zh").message for finding in findings)


def test_everything_that_is_wrong_is_reported_at_once() -> None:
    _, findings = checked(HEAD + "goals: {a: {open: 3, 语调: 1}}\nduties: {b: {leads: 甲, count: -1}}\n")
    assert sorted(finding.code for finding in findings) == ["SCH101", "SCH101", "SCH103", "SCH107"]


def test_a_school_list_of_a_unit_may_have_any_key() -> None:
    _, findings = checked(
        HEAD + "clusters: {a: {units: {一区: {龙头校: 一小, 主题: 书法, 成员校: [二小, 三小]}}}}\n"
    )
    assert not findings
