"""How schools are grouped: cluster types with their roles, forms, sizes and units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xuequ.documents.views.bodies import Statement, count, each, note
from xuequ.documents.views.ground import Ground
from xuequ.documents.views.wording import (
    NOTHING,
    OPEN,
    conditions,
    contents,
    facts,
    fixed,
    force,
    listed,
    marked,
    sentence,
    value,
)
from xuequ.model.elements import ClusterForm, ClusterType, ClusterUnit, Member
from xuequ.model.quantity import Quantity, say


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """One cluster type: what is said of it, its roles, its forms as statements, its units as rows."""

    name: str
    text: str
    members: tuple[Statement, ...]
    forms: tuple[Statement, ...]
    units: tuple[tuple[str, ...], ...]
    """Name, form, schools by role, what the form asks it to state."""


def districts(ground: Ground) -> tuple[District, ...]:
    """Every cluster type."""
    return tuple(_district(cluster, ground) for cluster in ground.scheme.clusters)


def _district(cluster: ClusterType, ground: Ground) -> District:
    names = ground.names
    known = facts(
        ("设置范围", each(cluster, ground)),
        ("隶属", names.actor(cluster, cluster.under) if cluster.under else ""),
        ("配套", f"与{names.actor(cluster, cluster.mirrors)}范围一致" if cluster.mirrors else ""),
        ("数量", count(cluster)),
        *_rules(cluster, ground),
        ("性质", "试点" if cluster.pilot else ""),
        ("岗位", listed(p.name for p in ground.scheme.posts if p.home == cluster.path)),
        ("机构", listed(o.name for o in ground.scheme.organs if o.home == cluster.path)),
        ("内容", contents(cluster)),
    )
    forms = tuple(Statement(marked(form), _form(form, ground)) for form in cluster.forms)
    return District(
        name=marked(cluster),
        text=sentence(known) + note(cluster),
        members=tuple(Statement(marked(member), _member(member, ground)) for member in cluster.members),
        forms=forms,
        units=tuple(_unit(unit, cluster, ground) for unit in cluster.units),
    )


def _rules(form: ClusterForm, ground: Ground) -> list[tuple[str, str]]:
    overlap = {None: "", True: "学校可以交叉", False: "学校不得交叉"}[form.overlap]
    whole = {None: "", True: "所有学校均须纳入", False: "不要求所有学校纳入"}[form.every_school]
    apart = listed(ground.names.actors(form, form.apart_from))
    return [
        ("规模", _size(form.size, fixed_force(form))),
        ("同一", listed(fixed(column) for column in form.same)),
        ("须写明", listed(fixed(state) for state in form.states)),
        ("对应关系", _link(form)),
        ("法人", fixed(form.legal)),
        ("成员关系", "，".join(filter(None, (overlap, whole)))),
        ("互斥", f"不得同时属于{apart}" if apart else ""),
    ]


def fixed_force(form: ClusterForm) -> str:
    """How strongly the size is meant."""
    wording = {"in_principle": "原则上", "strive": "力争", "encouraged": "鼓励", "may": "可以"}
    return wording.get(form.size_force, "")


def _size(size: Mapping[str, Quantity], strength: str) -> str:
    return "，".join(f"{strength}{fixed(what)}{say(quantity)}" for what, quantity in size.items())


def _link(form: ClusterForm) -> str:
    link = form.link
    if link is None:
        return ""
    roles = {m.key: m.name for m in form.members}
    whole = "恰好对应一所" if link.one else "对应"
    return (
        f"每所{roles.get(link.from_, link.from_)}{whole}{roles.get(link.to, link.to)}（{fixed(link.column)}）"
    )


def _form(form: ClusterForm, ground: Ground) -> str:
    members = listed(
        f"{m.name}（{_member(m, ground).rstrip('。')}）" if _member(m, ground) else m.name
        for m in form.members
    )
    known = facts(("成员", members), *_rules(form, ground), ("数量", count(form)), ("内容", contents(form)))
    return sentence(known) + note(form)


def _member(member: Member, ground: Ground) -> str:
    known = facts(
        ("地位", "为首" if member.leads else ""),
        ("取自", listed(ground.names.actors(member, member.of))),
        ("条件", conditions(member.where)),
        ("数量", count(member)),
        ("说明", "外单位" if member.outside else ""),
    )
    return sentence(known) + note(member)


def _unit(unit: ClusterUnit, cluster: ClusterType, ground: Ground) -> tuple[str, ...]:
    forms = {form.key: form.name for form in cluster.forms}
    roles = {m.key: m.name for m in (*cluster.members, *(m for f in cluster.forms for m in f.members))}
    schools = "\n".join(f"{roles.get(role, role)}：{listed(many)}" for role, many in unit.schools.items())
    states = "；".join(f"{fixed(k)}：{v}" for k, v in unit.states.items())
    empty = OPEN if cluster.members and not unit.schools else NOTHING
    return (
        marked(unit),
        forms.get(unit.form, unit.form) or value("", unit, "form") or NOTHING,
        schools or empty,
        states or note(unit) or contents(unit) or NOTHING,
    )


__all__ = ["District", "districts", "force"]
