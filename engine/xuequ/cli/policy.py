"""`xuequ policy`: what can be adopted, and what a module brings and asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say, speaker
from xuequ.cli.settings import settings
from xuequ.findings.width import width

#: The sections a module may bring, in the order they are told.
SECTIONS = {
    "organs": ("机构", "organs"),
    "posts": ("岗位", "posts"),
    "groups": ("群体", "groups"),
    "clusters": ("学区类型", "cluster types"),
    "goals": ("目标", "goals"),
    "principles": ("原则", "principles"),
    "constraints": ("约束", "constraints"),
    "measures": ("举措", "measures"),
    "duties": ("职责", "duties"),
    "appraisals": ("考核事项", "appraisals"),
    "phases": ("阶段", "phases"),
    "schedules": ("行事历", "schedules"),
    "mandates": ("对下要求", "mandates"),
}
ROLE_KINDS = {
    "unit": ("地方或学区", "a place or cluster"),
    "organ": ("机构", "an organ"),
    "post": ("岗位", "a post"),
    "schools": ("一批学校", "schools"),
    "people": ("一批人", "people"),
}
Tree = Mapping[str, Any]


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "policy",
        say=say,
        help=say(
            "列出可以采用的政策模块；给出名称则显示它要求对应哪些角色、有哪些参数和缺省值、带来哪些内容。"
            "依次在当前文件夹的 policies/、工作区的 policies/ 和自带模块中找。",
            "List the policies that can be adopted. With a NAME, show the roles it asks to be bound, its "
            "parameters "
            "with their defaults, and what it brings. "
            "Looked up in policies/ here, in the workspace's and among those that ship.",
        ),
        examples=("xuequ policy", "xuequ policy ten-unities"),
        params=[click.Argument(["name"], required=False)],
        callback=_policy,
    )


def _policy(name: str | None) -> int:
    from xuequ.workspace.loading import Shelf

    say = speaker(settings().lang)
    neighbours = Shelf().beside("scheme.yaml")
    if name is None:
        rows = [(each, _title(neighbours.policy(each))) for each in neighbours.policies()]
        for line in _columns(rows):
            click.echo(line)
        return 0
    document = neighbours.policy(name)
    if document is None or not isinstance(document.value, dict):
        return _unknown(name, neighbours.policies(), say)
    for line in described(name, document.file, document.value, say):
        click.echo(line)
    return 0


def _unknown(name: str, known: Sequence[str], say: Say) -> int:
    from xuequ.findings.nearest import nearest

    near = ", ".join(f"`{each}`" for each in nearest(name, known))
    said = say(f"没有名为 `{name}` 的政策模块", f"there is no policy called `{name}`")
    hint = say(f"，是不是 {near}？", f"; did you mean {near}?") if near else ""
    click.echo(said + hint, err=True)
    return 1


def _title(document: object) -> str:
    value = getattr(document, "value", None)
    return str(value.get("name", "")) if isinstance(value, dict) else "—"


def described(name: str, file: str, tree: Tree, say: Say) -> Iterator[str]:
    """What a module is, asks for and brings, and how to adopt it."""
    yield f"{tree.get('name', name)}  ({file})"
    roles, parameters = _section(tree, "roles"), _section(tree, "parameters")
    if roles:
        yield ""
        yield say("须对应的角色（写在 对应 里）：", "Roles to bind (bind):")
        yield from _columns([(f"  {key}", _role(role, say)) for key, role in roles.items()])
    if parameters:
        yield ""
        yield say("参数（写在 参数 里）：", "Parameters (parameters):")
        yield from _columns([(f"  {key}", _parameter(each, say)) for key, each in parameters.items()])
    yield ""
    yield say(
        "带来（括号里是键，写在 只取、不取 里）：",
        "Brings (in brackets the keys that only and without take):",
    )
    yield from _columns([(f"  {say(*SECTIONS[key])}", names) for key, names in _brought(tree, say)])
    yield ""
    yield say("采用：", "To adopt it:")
    yield say("  采用:", "  adopts:")
    yield f"    {name}:"
    if roles:
        yield f"      {say('对应', 'bind')}: {{{', '.join(f'{key}: …' for key in roles)}}}"


def _role(role: Tree, say: Say) -> str:
    kind = role.get("is")
    said = say(*ROLE_KINDS[kind]) if kind in ROLE_KINDS else ""
    each = say(f"每个 {role['each']} 一个", f"one each {role['each']}") if "each" in role else ""
    return " · ".join(part for part in (str(role.get("name", "")), said, each) if part)


def _parameter(parameter: Tree, say: Say) -> str:
    default = (
        say("缺省 ", "default ") + _plain(parameter["value"])
        if "value" in parameter
        else say("无缺省", "no default")
    )
    bounds = [f"{key} {parameter[key]}" for key in ("min", "max") if key in parameter]
    return " · ".join(part for part in (str(parameter.get("name", "")), default, *bounds) if part)


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _brought(tree: Tree, say: Say) -> Iterator[tuple[str, str]]:
    for key in SECTIONS:
        section = _section(tree, key)
        if section:
            names = (_named(each, element, say) for each, element in section.items())
            yield key, say("、", ", ").join(names)


def _named(key: str, element: Tree, say: Say) -> str:
    """What an element is called, and its key where that is another."""
    name = str(element.get("name", key))
    return name if name == key else say(f"{name}（{key}）", f"{name} ({key})")


def _section(tree: Tree, key: str) -> Mapping[str, Tree]:
    section = tree.get(key)
    return section if isinstance(section, dict) else {}


def _columns(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    column = max((width(left) for left, _ in rows), default=0) + 2
    for left, right in rows:
        yield f"{left}{' ' * (column - width(left))}{right}".rstrip()
