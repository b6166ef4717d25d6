"""The manual: how pages are read and printed."""

from __future__ import annotations

import pytest

from xuequ.rules.manual import MisshapenPage, codes, page, read_page
from xuequ.rules.manual_text import in_chinese, markdown, rule_pages

PAGE = """\
# ABC101 某事 · some thing

## 中文

**查什么** 甲。

**设置**

- `most`（默认 3）最多几个

## English

**What it finds** it.

## Bad: 反面 · the wrong way

```yaml
duties: {汇总: } # ABC101
```

```csv
code,name
```
"""


def test_a_page_is_read_by_language_heading_and_example() -> None:
    read = read_page(PAGE)
    assert (read.code, read.title) == ("ABC101", {"zh": "某事", "en": "some thing"})
    assert read.sections["zh"] == {"查什么": "甲。", "设置": "- `most`（默认 3）最多几个"}
    (example,) = read.examples
    assert example.bad
    assert example.roster == "code,name\n"


@pytest.mark.parametrize(
    "broken",
    ["# 没有代码 · none\n", PAGE.replace("Bad: 反面 · the", "Bad: the"), PAGE.replace("```yaml", "```text")],
)
def test_a_page_out_of_shape_is_refused(broken: str) -> None:
    with pytest.raises(MisshapenPage):
        read_page(broken)


def test_an_example_has_chinese_keys_in_chinese_and_keeps_its_remarks() -> None:
    assert in_chinese("duties:\n  汇总: {when: 定期} # TIM102\n") == "职责:\n  汇总: {时间: 定期}  # TIM102\n"


def test_every_page_prints_in_both_languages() -> None:
    for code in codes():
        assert markdown(page(code), "zh").startswith(f"# {code} ")
        assert "```yaml" in markdown(page(code), "en")


def test_the_printed_manual_has_an_index_and_a_page_a_rule(project: object) -> None:
    files = dict(rule_pages(project))  # type: ignore[arg-type]  # the folder is not read
    assert len(files) == 2 * (len(codes()) + 1)
    for code in codes():
        assert f"[{code}]({code}.md)" in files["docs/rules/README.md"]
        assert f"[{code}]({code}.zh-CN.md)" in files["docs/rules/README.zh-CN.md"]
