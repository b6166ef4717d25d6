"""The order in which places are listed."""

from __future__ import annotations

import schemes
from xuequ.views import checklists, plan
from xuequ.views.context import context
from xuequ.views.ordering import natural

SCHEME = """\
clusters: {d: {name: 学区, members: {m: 成员校}, units: {南学区: }}}
duties: {d: {name: 做事, each: school, lead: self}}
"""
ROSTER = """\
code,name,stage,学区
S10,十小,小学,第十学区
S2,二小,小学,第二学区
S1,一小,小学,第二学区
S3,三小,小学,南学区
S4,四小,小学,
"""


def test_numbers_count_as_numbers() -> None:
    assert sorted(["第十学区", "第二学区", "第一学区"], key=natural) == ["第一学区", "第二学区", "第十学区"]
    assert sorted(["D100", "D2", "D10", "D"], key=natural) == ["D", "D2", "D10", "D100"]
    assert sorted(["甲县第三", "甲县第二", "乙县第一"], key=natural)[:2] == ["乙县第一", "甲县第二"]


def test_lists_stand_as_the_scheme_names_and_people_count_and_no_school_is_lost() -> None:
    made = context(schemes.plan(SCHEME, roster=ROSTER))
    found = [(view.name, [chapter.name for chapter in view.chapters]) for view in checklists.views(made)]
    assert found == [
        ("南学区", ["三小"]),
        ("第二学区", ["一小", "二小"]),
        ("第十学区", ["十小"]),
        ("其他学校", ["四小"]),
    ]
    (district,) = plan.view(made).districts
    assert [row[0] for row in district.units] == ["南学区", "第二学区", "第十学区"]


def test_where_there_are_no_clusters_every_school_has_its_list() -> None:
    scheme = "duties: {d: {name: 做事, each: school, lead: self}}\n"
    (view,) = checklists.views(
        context(schemes.plan(scheme, roster="code,name,stage\nS1,一小,小学\nS2,二小,小学\n"))
    )
    assert (view.name, [chapter.name for chapter in view.chapters]) == ("各学校", ["一小", "二小"])
    (view,) = checklists.views(context(schemes.plan(scheme)))
    assert [chapter.name for chapter in view.chapters] == ["学校"]
