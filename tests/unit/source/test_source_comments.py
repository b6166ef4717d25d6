"""Comments, told from what only looks like one."""

from __future__ import annotations

from xuequ.source.comments import comments
from xuequ.source.document import Comment


def written(text: str) -> list[tuple[str, int, int]]:
    return [(found.text, found.line, found.column) for found in comments(text)]


def test_a_comment_has_its_line_and_column() -> None:
    assert comments("# 示例\na: 1 # xuequ: allow RES201 -- 待批复\n") == (
        Comment(text="# 示例", line=1, column=1),
        Comment(text="# xuequ: allow RES201 -- 待批复", line=2, column=6),
    )


def test_a_hash_in_quotes_or_in_a_word_is_none() -> None:
    assert written("a: 'x # y'\nb: \"x\n  # y\"\nc: x#y\nd: [甲#1, '#2'] # z\n") == [("# z", 5, 16)]


def test_a_hash_in_a_block_of_text_is_none() -> None:
    text = "a: |  # 一\n  # 文\n\n  字 # 文\n# 二\nb: >-\n  # 文\n\n# 三\nc: 1\n"
    assert written(text) == [("# 一", 1, 7), ("# 二", 5, 1), ("# 三", 9, 1)]


def test_lines_are_counted_as_editors_do() -> None:
    assert written("a: 1\r\n# 一\r\n\r\nb: 2 # 二\r\n") == [("# 一", 2, 1), ("# 二", 4, 6)]


def test_a_file_that_breaks_off_gives_the_comments_before() -> None:
    assert written("# 一\na: 1\nb: [1\nc: 'x # y\n") == [("# 一", 1, 1)]


def test_a_file_of_comments_only_gives_them_all() -> None:
    assert written("# 一\n\n  # 二\n") == [("# 一", 1, 1), ("# 二", 3, 3)]
    assert written("a: 1\n") == []
