"""`xuequ explain`: why an element is as it is, back to every file and line that has a say in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say, speaker
from xuequ.cli.options import roster_option, scheme_argument
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.findings.finding import Place
    from xuequ.query.explain import Explanation, Reason
    from xuequ.query.inventory import Inventory

#: What each step of a chain says; `{text}` is in the drafter's words.
STEPS = {
    "said": ("写着 {text}", "says {text}"),
    "inherited": ("沿用所在举措 {text} 的写法", "inherited from the measure {text}"),
    "role": ("政策模块中的角色 {text}", "the policy's role {text}"),
    "bound": ("在这里对应为 {text}", "bound to {text}"),
    "adopted": ("由这一处采用 {text}", "adopted here: {text}"),
    "extended": ("沿用自另一方案 {text}", "taken over from the scheme extended here {text}"),
    "parameter": ("参数取值 {text}", "the parameter {text}"),
    "override": ("经 override（改动）改写", "changed by an override"),
    "replaced": ("改动前的写法", "what stood here before"),
}


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "explain",
        say=say,
        help=say(
            "说明一项职责或考核的每个字段写了什么、从何而来：出自哪个政策模块的哪一条，由哪一处采用，"
            "角色对应给了谁，经过哪些改动，"
            "每一步都指到文件和行。ELEMENT 写键或名称，重名时带上所属举措，如 `学区议事制度/报告`；"
            "也可以是机构、岗位、学区类型、目标等。",
            "Say what each field of a duty or appraisal holds and where that comes from: which item of which policy, "
            "which adoption, which binding, which override, each at file and line. ELEMENT is a key or a name; where "
            "several have it, with the measure it stands in, such as `deliberation/report`. It may be a body, a post, "
            "a cluster type, a goal as well.",
        ),
        examples=(
            "xuequ explain examples/ziyun.yaml 成立督查工作组",
            "xuequ explain examples/anyang.yaml semester_report --actor 县区教体局",
        ),
        params=[
            scheme_argument(),
            click.Argument(["element"], metavar="ELEMENT"),
            click.Option(
                ["--actor"],
                metavar="NAME",
                help=say("只说明提到这个主体的部分", "only what names this actor"),
            ),
            roster_option(say),
        ],
        callback=_explain,
    )


def _explain(scheme: str, element: str, actor: str | None, roster: str | None) -> int:
    from xuequ.cli.output import stop_at_errors
    from xuequ.query.explain import elements_named, explain
    from xuequ.query.inventory import Inventory
    from xuequ.workspace.planning import plan_file

    say = speaker(settings().lang)
    planned = plan_file(scheme, roster)
    plan = stop_at_errors(planned)
    if plan is None:
        return 1
    inventory = Inventory(plan)
    things = elements_named(inventory, element)
    if not things:
        return _unknown(element, inventory, say)
    for number, thing in enumerate(things):
        explanation = explain(inventory, thing, actor or "")
        if actor and not explanation.lines:
            said = say(f"`{thing.name}` 没有提到 `{actor}`", f"`{thing.name}` does not name `{actor}`")
            click.echo(said, err=True)
            return 1
        if number:
            click.echo()
        for line in lines(explanation, settings().lang, planned.locate):
            click.echo(line)
    return 0


def _unknown(element: str, inventory: Inventory, say: Say) -> int:
    from xuequ.findings.nearest import nearest

    near = ", ".join(f"`{name}`" for name in nearest(element, inventory.labels()))
    said = say(
        f"方案中没有名为 `{element}` 的职责、考核或其他要素",
        f"there is no duty, appraisal or other element called `{element}`",
    )
    hint = say(f"，是不是 {near}？", f"; did you mean {near}?") if near else ""
    click.echo(said + hint, err=True)
    return 1


def lines(explanation: Explanation, lang: Lang, locate: Callable[[Place], str]) -> Iterator[str]:
    """An explanation as text: the element and what brought it, then each field with its chain."""
    from xuequ.model.forces import with_force

    say = speaker(lang)
    yield f"{with_force(explanation.element, lang)}  ({'/'.join(explanation.element.path)})"
    yield from _steps(explanation.reasons, lang, locate)
    for line in explanation.lines:
        meant = [name for name in line.names if name != line.text]
        arrow = f" → {'、'.join(meant)}" if meant else ""
        yield ""
        yield f"{say(*line.label)}: {say(*line.said)}{arrow}"
        yield from _steps(line.reasons, lang, locate)


def _steps(reasons: Iterable[Reason], lang: Lang, locate: Callable[[Place], str]) -> Iterator[str]:
    from xuequ.query.statements import fixed_word

    say = speaker(lang)
    for reason in reasons:
        text = fixed_word(reason.field, reason.text, lang) if reason.field else reason.text
        if text or reason.why != "said":
            said = say(*STEPS[reason.why]).format(text=f"`{text}`" if text else "").rstrip(" :")
        else:
            said = say("写在这里", "stands here")
        yield f"    {locate(reason.place)}  {said}"
