"""Web pages."""

import re

from xuequ.markup.blocks import parse
from xuequ.writers import html


def page(text: str) -> str:
    return html.write(parse(text), title="题目", style="body { }", index="index.html")


def test_a_page_needs_nothing_from_elsewhere() -> None:
    text = page("# 题目\n\n正文\n")
    assert "<style>" in text
    assert not re.search(r"<(script|link|img)\b", text)


def test_open_doubtful_and_added_values_stand_out() -> None:
    text = page("牵头：〔待定〕；某局〔待核〕；某事〔本方案补充〕\n")
    assert re.findall(r"<mark>(.*?)</mark>", text) == ["〔待定〕", "〔待核〕", "〔本方案补充〕"]


def test_what_looks_like_html_is_shown_and_not_done() -> None:
    assert "<p>甲&lt;script&gt;乙</p>" in page("甲<script>乙\n")


def test_a_link_that_would_run_something_is_only_words() -> None:
    assert 'href="javascript' not in page("[点这里](javascript:alert)\n")


def test_tables_repeat_their_head_in_print() -> None:
    text = page("| 序号 | 任务 |\n|---|---|\n| 1 | 召开成员学校会议 |\n")
    assert '<thead><tr><th class="c">序号</th><th>任务</th></tr></thead>' in text


def test_chapters_are_listed_at_the_top_and_link_to_their_place() -> None:
    text = page("# 题目\n\n## 一、甲\n\n## 二、乙\n\n## 三、丙\n")
    assert '<a href="#s2">二、乙</a>' in text
    assert '<h2 id="s2">二、乙</h2>' in text


def test_the_index_links_every_file_and_shows_the_drawings() -> None:
    text = html.write_index(
        title="文件",
        style="",
        links=[html.Link("实施方案", (("html", "a.html"), ("docx", "a.docx")))],
        pictures={"组织": '<?xml version="1.0"?><!DOCTYPE svg><svg><g/></svg>'},
    )
    assert '<a href="a.html">html</a> <a href="a.docx">docx</a>' in text
    assert "<figcaption>组织</figcaption><svg><g/></svg>" in text
    assert "<?xml" not in text


def test_the_index_folds_up_what_there_are_many_of() -> None:
    inner = ("任务清单", "东学区")
    links = [
        html.Link("实施方案", (("md", "a.md"),)),
        html.Link("东学区", (("md", "b.md"),), inner),
        html.Link("一小", (("md", "c.md"),), inner),
        html.Link("责任矩阵", (("md", "d.md"),)),
    ]
    text = html.write_index(title="文件", style="", links=links, pictures={})
    above, _, folded = text.partition("<details>")
    assert "d.md" in above
    assert "<h2>任务清单</h2>" in above
    assert folded.startswith("<summary>东学区 <small>2份</small></summary>")
    assert "b.md" in folded
    assert "c.md" in folded
