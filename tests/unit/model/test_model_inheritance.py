"""What a measure says of its circumstances holds for everything in it, whichever field it is."""

from __future__ import annotations

from schemes import plan
from xuequ.language.fields import kind_named
from xuequ.resolution.references import duties

SAID = """\
organs: [局, 室]
duties: {办法: {lead: 局}}
sources: [文件]
goals: [公平]
measures:
  交流:
    if: 学校提出申请时
    except: 室
    for_each: subject
    needs: 办法
    basis: 文件
    where: {stage: 小学}
    serves: 公平
    force: encouraged
    when: 9月
    duties: {选派: , 考察: {if: 确有需要时}}
"""


def test_duties_inherit_every_circumstance_of_their_measure_and_keep_their_own() -> None:
    found = {duty.key: duty for duty in duties(plan(SAID).scheme)}
    chosen, visited = found["选派"], found["考察"]
    assert (chosen.if_, visited.if_) == ("学校提出申请时", "确有需要时")
    for duty in (chosen, visited):
        assert [ref.text for ref in duty.excepted] == ["室"]
        assert [ref.text for ref in duty.needs] == ["办法"]
        assert [ref.text for ref in duty.basis] == ["文件"]
        assert duty.for_each == ("subject",)
        assert dict(duty.where) == {"stage": "小学"}
    assert set(chosen.origin) == set(visited.origin) | {"if"}


def test_what_is_inherited_is_what_the_schemas_mark() -> None:
    measure, duty = kind_named("measure").fields, kind_named("duty").fields
    inherited = {key for key, field in measure.items() if field.inherited}
    assert inherited >= {"lead", "when", "if", "except", "where", "needs", "basis", "for_each"}
    assert inherited <= set(duty)
