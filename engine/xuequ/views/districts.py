"""How schools are grouped: cluster types with their roles, forms, sizes and units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xuequ.model.amount.quantity import Quantity, say
from xuequ.model.elements import ClusterForm, ClusterType, ClusterUnit, Member
from xuequ.model.open_lists import open_list
from xuequ.resolution.plan import EdgeKind
from xuequ.resolution.world import roles_of
from xuequ.views.bodies import Statement, counted
from xuequ.views.context import Context
from xuequ.views.ordering import clusters_of, schools_of
from xuequ.views.prose import said, with_
from xuequ.views.wording import NOTHING, OPEN, conditions, contents, fixed, listed, marked, number_of, value
from xuequ.views.work import each


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """One cluster type: what is said of it, its roles, its forms as statements, its units as rows."""

    name: str
    text: str
    members: tuple[Statement, ...]
    forms: tuple[Statement, ...]
    units: tuple[tuple[str, ...], ...]
    """Name, form, schools by role, what the form asks it to state."""


def districts(context: Context) -> tuple[District, ...]:
    """Every cluster type."""
    return tuple(_district(cluster, context) for cluster in context.scheme.clusters)


def _district(cluster: ClusterType, context: Context) -> District:
    names = context.names
    places = each(cluster, names, context.scheme)
    text = said(
        with_(places, "", "分别设立"),
        with_(names.actor(cluster, cluster.under) if cluster.under else "", "隶属"),
        with_(names.actor(cluster, cluster.mirrors) if cluster.mirrors else "", "与", "范围一致"),
        counted(cluster, "个", bool(places)),
        *_rules(cluster, cluster.name, context),
        "先行试点" if cluster.pilot else "",
        with_(listed(p.name for p in context.scheme.posts if p.home == cluster.path), "设"),
        with_(listed(o.name for o in context.scheme.organs if o.home == cluster.path), "设"),
        with_(contents(cluster), "内容包括", what="内容"),
        _MORE.get(open_list(cluster), ""),
        note=cluster.note,
    )
    told = (text, cluster.members, cluster.forms, cluster.units)
    return District(
        name=marked(cluster),
        text=text if any(told) else f"设立{cluster.name}。",
        members=tuple(
            Statement(marked(member), said(*_member(member, cluster.name, context), note=member.note))
            for member in cluster.members
        ),
        forms=tuple(Statement(marked(form), _form(form, cluster, context)) for form in cluster.forms),
        units=tuple(_units(cluster, context)),
    )


#: That a list of a cluster type goes on.
_MORE = {
    "forms": "除所列模式外，可采用其他模式",
    "units": "不限于所列各个",
    "members": "成员不限于所列",
}


def _rules(form: ClusterForm, name: str, context: Context) -> Iterator[str]:
    yield _size(form.size, fixed_force(form))
    yield with_(listed(fixed(column) for column in form.same), f"同一{name}内学校的", "一致")
    yield with_(listed(fixed(state) for state in form.states), "须写明")
    yield _link(form)
    yield fixed(form.legal)
    yield {None: "", True: "学校可以交叉", False: "学校不得交叉"}[form.overlap]
    yield {None: "", True: "所有学校均须纳入", False: "不要求所有学校纳入"}[form.every_school]
    yield with_(listed(context.names.actors(form, form.apart_from)), "学校不得同时属于")


def fixed_force(form: ClusterForm) -> str:
    """How strongly the size is meant."""
    wording = {"in_principle": "原则上", "strive": "力争", "encouraged": "鼓励", "may": "可以"}
    return wording.get(form.size_force, "")


#: What a size counts, and how it is said: 1—2个乡镇.
_SIZES = {"towns": "个乡镇", "schools": "所学校", "students": "名学生"}


def _size(size: Mapping[str, Quantity], strength: str) -> str:
    told = "，".join(
        say(quantity, counted=_SIZES.get(what, "")) + ("" if what in _SIZES else fixed(what))
        for what, quantity in size.items()
    )
    return with_(told, f"规模{strength}为")


def _link(form: ClusterForm) -> str:
    link = form.link
    if link is None:
        return ""
    roles = {m.key: m.name for m in form.members}
    whole = "恰好对应一所" if link.one else "对应"
    return (
        f"每所{roles.get(link.from_, link.from_)}{whole}{roles.get(link.to, link.to)}（{fixed(link.column)}）"
    )


def _form(form: ClusterForm, cluster: ClusterType, context: Context) -> str:
    members = listed(
        _with(member.name, "，".join(filter(None, (*_member(member, cluster.name, context), member.note))))
        for member in form.members
    )
    return said(
        with_(members, "由", "组成"),
        *_rules(form, cluster.name, context),
        counted(form, "个"),
        with_(contents(form), "内容包括", what="内容"),
        note=form.note,
    )


def _with(name: str, told: str) -> str:
    return f"{name}（{told.rstrip('。')}）" if told else name


def _member(member: Member, place: str, context: Context) -> Iterator[str]:
    yield "为牵头学校" if member.leads else ""
    yield with_(context.names.field(member, member.of, "of"), "从", "中产生")
    yield with_(conditions(member.where), "限")
    number = counted(member, "所").removeprefix("共")
    yield f"每个{place}{number}" if number else ""
    yield "为外单位" if member.outside else ""
    yield with_(contents(member), "包括", what="内容")


def _units(cluster: ClusterType, context: Context) -> Iterator[tuple[str, ...]]:
    """The clusters the scheme names, then those only a roster has; a mirror's are those of what it mirrors."""
    in_roster = _in_roster(cluster, context)
    for unit in cluster.units:
        name, form, schools, remark = _unit(unit, cluster, context)
        known = in_roster.pop(f"{cluster.key}:{unit.key}", None)
        yield (
            name,
            known[1] if known and form == NOTHING else form,
            (known[2] if known else "") or schools,
            remark,
        )
    if cluster.mirrors is None:
        yield from ((*row, NOTHING) for row in in_roster.values())


def form_name(cluster: ClusterType, form: str) -> str:
    """What a form is called; one that the scheme does not declare, as the roster has it."""
    return next((each.name for each in cluster.forms if each.key == form), form)


def _in_roster(cluster: ClusterType, context: Context) -> dict[str, tuple[str, str, str]]:
    """Name, form and schools, a role a line, of each cluster of the roster by its id."""
    plan = context.plan
    roles = {member.at: member.name for member in roles_of(cluster)}
    held: dict[tuple[str, str], str] = {
        (edge.target, edge.source): roles[edge.at]
        for edge in plan.edges
        if edge.kind is EdgeKind.MEMBER_OF and edge.at in roles
    }
    found = {}
    for unit in clusters_of(plan, cluster):
        if not unit.typical:
            lines: dict[str, list[str]] = {role: [] for role in (*roles.values(), "")}
            for school in schools_of(plan, unit.schools):
                lines[held.get((unit.id, school.id), "")].append(school.name)
            told = ((role, listed(names)) for role, names in lines.items() if names)
            schools = "\n".join(f"{role}：{names}" if role else names for role, names in told)
            found[unit.id] = (unit.name, form_name(cluster, unit.form) or NOTHING, schools)
    return found


def _unit(unit: ClusterUnit, cluster: ClusterType, context: Context) -> tuple[str, ...]:
    roles = {member.key: member.name for member in roles_of(cluster)}
    schools = "\n".join(f"{roles.get(role, role)}：{listed(many)}" for role, many in unit.schools.items())
    states = "；".join(f"{fixed(k)}：{v}" for k, v in unit.states.items())
    empty = OPEN if cluster.members and not unit.schools else NOTHING
    return (
        marked(unit),
        value(form_name(cluster, unit.form), unit, "form") or NOTHING,
        schools or empty,
        "；".join(filter(None, (states, contents(unit), number_of(unit), unit.note.rstrip("。")))) or NOTHING,
    )
