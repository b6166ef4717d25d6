"""The work list: everything that is open, doubtful or found, once, with who can settle it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import localities
from xuequ.cli.running import run
from xuequ.findings.finding import DocPath
from xuequ.source.locate import locate
from xuequ.views.undone import Undone, view
from xuequ.workspace.check_run import Asked, survey
from xuequ.workspace.loading import Shelf
from xuequ.workspace.undone import undone

HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"


def listed(*files: str) -> tuple[Undone, ...]:
    return undone(survey(Shelf(), Asked(files=files, fresh=True, today=date(2026, 3, 1))), "zh")


def marks(value: object, at: DocPath = ()) -> Iterator[DocPath]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if at or key not in ("override", "adopts", "roles", "parameters"):
                yield from marks(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from marks(inner, (*at, number))
    elif value == "unspecified" or at[-1:] == ("unclear",):
        yield at


@pytest.mark.parametrize("name", localities.NAMES)
def test_every_mark_of_a_published_document_is_on_the_list(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(localities.ROOT)
    composed = localities.composed(name)
    places = "、".join(each.where for each in listed(f"examples/{name}.yaml"))
    for at in marks(composed.tree):
        place = composed.origins.place(at)
        start = locate(composed.documents[place.file], place).start
        assert f"{place.file}:{start.line}:{start.column}" in places, at


@pytest.mark.parametrize("name", localities.NAMES)
def test_nothing_is_on_it_twice(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(localities.ROOT)
    told = listed(f"examples/{name}.yaml")
    assert len(set(told)) == len(told)


def settled(text: str, folder: Path) -> dict[str, str]:
    (folder / "a.yaml").write_text(HEAD + text, encoding="utf-8")
    return {each.what: each.who for each in listed("a.yaml")}


def test_work_is_settled_by_who_leads_it_and_all_else_by_the_issuer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (
        "issue: {source: plan, issued_by: board}\nsources: {plan: {name: 规划, number: unspecified}}\n"
        "organs: {board: {name: 教育局}, centre: {name: 教研中心, head: unspecified}}\n"
        "measures: {m: {name: 教研, lead: centre, for: unspecified, duties: {a: {name: 备课}, "
        "b: {name: 磨课, lead: board, when: 每月, support: unspecified}}}}\n"
        "duties: {c: {name: 送课, when: 每月, inform: unspecified}}\n"
    )
    who = settled(text, tmp_path)
    assert who["没有写时间：`备课`"] == "教研中心"
    assert who["`教研` 的`对象`待定"] == "教研中心"
    assert who["`磨课` 的`配合`待定"] == "教育局"
    assert who["`送课` 没有牵头单位"] == "教育局"
    assert who["来源文件“规划”的文号没有查到"] == "起草人"


def test_who_issues_it_is_named_in_general_where_nobody_is() -> None:
    made = Undone("发文机关", "待定", "`甲` 的`牵头`待定", "写明", "a.yaml:1:1")
    (chapter,) = view([made], "zh").chapters
    assert chapter.heading == "发文机关（1 项）"
    assert chapter.rows == (("1", "待定", "“甲” 的“牵头”待定", "写明", "a.yaml:1:1", ""),)


def test_what_is_allowed_is_not_to_be_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "organs: {board: {name: 教育局}}\nduties:\n  c: {name: 送课, when: 每月} # xuequ: allow RES201 -- 另定\n"
    assert "`送课` 没有牵头单位" not in settled(text, tmp_path)


@pytest.mark.parametrize("form", ["xlsx", "docx", "md"])
def test_it_goes_into_files_for_the_office(form: str, tmp_path: Path) -> None:
    output = tmp_path / f"todo.{form}"
    assert (
        run(["todo", str(localities.ROOT / "examples/chengdu.yaml"), "-o", str(output), "--lang", "zh"]) == 0
    )
    data = output.read_bytes()
    text = data.decode() if form == "md" else ""
    assert data.startswith(b"PK") if form != "md" else "# 待办清单" in text
