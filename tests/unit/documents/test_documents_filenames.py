"""Names of files and sheets that no system takes for one another."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from schemes import plan
from xuequ.documents import Document, Format, Options, build
from xuequ.views.filenames import FileNames

SCHEME = """\
clusters:
  district:
    name: 学区
    each: county
    members: {member_school: {name: 成员学校, count: 1..}}
duties: {report: {name: 报告, each: school, lead: school, when: 每年}}
"""
ALIKE = [
    ("ABC学区", "abc学区"),
    ("caf\u00e9学区", "cafe\u0301学区"),
    ("东/学区", "东:学区"),
    ("学区" + "长" * 80 + "一", "学区" + "长" * 80 + "二"),
    ("Straße", "STRASSE"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_some_system_takes_for_one_get_a_number(one: str, other: str) -> None:
    names = FileNames()
    first, second = names.free(one), names.free(other)
    assert second.endswith("2")
    assert max(len(first), len(second)) <= 60
    assert names.free("另一学区") == "另一学区"


@pytest.mark.parametrize(("one", "other"), ALIKE[:4])
def test_clusters_whose_names_are_alike_have_folders_and_sheets_of_their_own(one: str, other: str) -> None:
    roster = f"code,name,stage,district\n1,甲校,小学,{one}\n2,乙校,小学,{other}\n"
    formats = frozenset({Format.MD, Format.XLSX})
    options = Options(calendar=None, formats=formats, only=frozenset({Document.CHECKLISTS}))
    files, _ = build(plan(SCHEME, roster=roster), options)
    folders = {file.path.split("/")[1] for file in files if file.path.endswith("校.md")}
    assert len({folder.casefold() for folder in folders}) == 2
    (book,) = [file.data for file in files if file.path.endswith(".xlsx")]
    assert len(load_workbook(BytesIO(book)).sheetnames) == 3
