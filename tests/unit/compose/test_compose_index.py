"""Which elements of a tree a reference means."""

from __future__ import annotations

from schemes import document
from xuequ.compose.index import ACTORS, Index, called, index, row_steps, sections_of

TEXT = """\
organs: {局: {name: 教育局, aliases: 主管局, posts: {局长: }}}
groups: {a: {of: school}}
duties: {a: {name: 报告}, b: }
measures: {m: {name: 某项, duties: {a: , c: {name: 走访}}, measures: {n: {duties: {c: }}}}}
schedules: {表: {rows: [{when: 8月, duties: {d: }}, {when: 9月, does: b}]}}
"""


def held(text: str = TEXT) -> Index:
    value = document(text).value
    assert isinstance(value, dict)
    return index(value)


def paths(reference: str, kinds: frozenset[str] | None = None) -> set[str]:
    return {"/".join(map(str, found.at)) for found in held().named(reference, kinds)}


def test_a_reference_means_every_element_whose_path_ends_so() -> None:
    assert paths("c") == {"measures/m/duties/c", "measures/m/measures/n/duties/c"}
    assert paths("n/c") == {"measures/m/measures/n/duties/c"}
    assert paths(" m / c ") == {"measures/m/duties/c"}
    assert paths("x/c") == set()
    assert paths("x/y/z/m/n/c") == set()
    assert paths("n/c/m/n/c") == set()
    assert paths("m/n/m/n/c") == set()


def test_the_one_that_stands_at_the_reference_itself_goes_before_those_further_in() -> None:
    assert paths("b") == {"duties/b"}
    assert paths("a", frozenset({"duty"})) == {"duties/a"}
    assert paths("m/a") == {"measures/m/duties/a"}


def test_two_at_the_reference_itself_leave_all_of_them() -> None:
    assert paths("a") == {"groups/a", "duties/a", "measures/m/duties/a"}


def test_only_elements_of_the_kinds_asked_for_are_meant() -> None:
    assert paths("a", ACTORS) == {"groups/a"}
    assert paths("局/局长", ACTORS) == {"organs/局/posts/局长"}
    assert paths("局长", frozenset({"duty"})) == set()


def test_names_and_aliases_will_do_for_keys_at_every_step() -> None:
    assert paths("教育局") == paths("主管局") == {"organs/局"}
    assert paths("主管局/局长") == {"organs/局/posts/局长"}
    assert paths("某项/走访") == {"measures/m/duties/c"}


def test_elements_in_the_rows_of_a_list_are_found() -> None:
    assert paths("d") == {"schedules/表/rows/0/duties/d"}
    assert paths("表/d") == {"schedules/表/rows/0/duties/d"}


def test_labels_are_all_that_elements_are_called() -> None:
    assert held().labels(frozenset({"organ", "group"})) == ("a", "主管局", "局", "教育局")
    assert set(held().labels()) == {*"abcdmn", "主管局", "局", "教育局", "局长", "报告", "某项", "表", "走访"}


def test_what_is_left_open_is_no_name() -> None:
    assert called("k", {"name": "unspecified", "aliases": ["甲", "unspecified", 3]}) == {"k", "甲"}
    assert called("k", {}) == {"k"}
    assert called("k", {"name": "名", "aliases": "乙"}) == {"k", "名", "乙"}


def test_an_element_can_be_given_one_more_step() -> None:
    (found,) = held().named("m/n/c")
    further = found.under("x", 2)
    assert further.path == ("m", "n", "x", "c")
    assert further.labels == (*found.labels[:2], frozenset({"x"}), *found.labels[2:])
    assert (further.at, further.element) == (found.at, found.element)


def test_what_a_file_adopts_stands_in_no_section() -> None:
    assert "adopts" not in sections_of("file")
    assert sections_of("file")["organs"] == "organ"
    assert "roles" in sections_of("file")
    assert sections_of("organ")["posts"] == "post"


def test_rows_are_called_by_name_time_or_number_also_beside_what_is_none() -> None:
    rows: list[object] = [
        {"name": "开局", "when": "9月", "duties": {"会": {}, "查": {}}},
        {"when": "10月/11月", "duties": {"会": {}}},
        {"when": "unspecified", "duties": None},
        {"when": {"every": "month"}},
        {"name": "收尾"},
        {"name": "收尾", "duties": {"查": {}, "评": {}}},
        None,
        "某行",
    ]
    assert row_steps(rows) == [
        ("开局", frozenset({"会", "查"})),
        ("10月／11月", frozenset({"会"})),
        ("3", frozenset()),
        ("4", frozenset()),
        ("收尾5", frozenset()),
        ("收尾6", frozenset({"查"})),
        ("7", frozenset()),
        ("8", frozenset()),
    ]
