"""`xuequ explain`: why a duty is as it is, back to every file and line that has a say in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say, speaker
from xuequ.cli.options import roster_option, scheme_argument
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.findings.finding import Place
    from xuequ.query.explain import Explanation, Reason
    from xuequ.resolution.plan import Plan

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
#: What the fields of a duty are called by a drafter who writes Chinese keys.
FIELDS = {
    "each": "每",
    "assess": "考核",
    "lead": "牵头",
    "responsible": "责任",
    "support": "配合",
    "oversee": "督导",
    "approve": "审定",
    "inform": "报送",
    "may": "可以",
    "must_not": "不得",
    "for": "对象",
    "rubric": "考核办法",
    "output": "成果",
    "sets_up": "设立",
    "when": "时间",
    "amount": "数额",
}


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "explain",
        say=say,
        help=say(
            "说明一项职责或考核从何而来：出自哪个政策模块的哪一条，由哪一处采用，角色对应给了谁，经过哪些改动，"
            "每一步都指到文件和行。DUTY 写键或名称，重名时带上所属举措，如 `学区议事制度/报告`。",
            "Say where a duty or appraisal comes from: which item of which policy, which adoption, which "
            "binding, which "
            "override, each at file and line. DUTY is a key or a name; where several have it, with the "
            "measure it stands "
            "in, such as `deliberation/report`.",
        ),
        examples=(
            "xuequ explain examples/ziyun.yaml 成立督查工作组",
            "xuequ explain examples/anyang.yaml district_management/report --actor 县区教体局",
        ),
        params=[
            scheme_argument(),
            click.Argument(["duty"], metavar="DUTY"),
            click.Option(
                ["--actor"],
                metavar="NAME",
                help=say("只说明提到这个主体的部分", "only what names this actor"),
            ),
            roster_option(say),
        ],
        callback=_explain,
    )


def _explain(scheme: str, duty: str, actor: str | None, roster: str | None) -> int:
    from xuequ.cli.output import stop_at_errors
    from xuequ.query.explain import explain, work_named
    from xuequ.workspace.planning import plan_file

    say = speaker(settings().lang)
    planned = plan_file(scheme, roster)
    plan = stop_at_errors(planned)
    if plan is None:
        return 1
    works = work_named(plan, duty)
    if not works:
        return _unknown(duty, plan, say)
    for number, work in enumerate(works):
        explanation = explain(plan, work, actor or "")
        if actor and not explanation.lines:
            said = say(f"`{work.name}` 没有提到 `{actor}`", f"`{work.name}` does not name `{actor}`")
            click.echo(said, err=True)
            return 1
        if number:
            click.echo()
        for line in lines(explanation, say, planned.locate):
            click.echo(line)
    return 0


def _unknown(duty: str, plan: Plan, say: Say) -> int:
    from xuequ.findings.nearest import nearest
    from xuequ.resolution.references import appraisals, duties

    known = [
        label for work in (*duties(plan.scheme), *appraisals(plan.scheme)) for label in (work.name, work.key)
    ]
    near = ", ".join(f"`{name}`" for name in nearest(duty, known))
    said = say(f"没有名为 `{duty}` 的职责或考核", f"there is no duty or appraisal called `{duty}`")
    hint = say(f"，是不是 {near}？", f"; did you mean {near}?") if near else ""
    click.echo(said + hint, err=True)
    return 1


def lines(explanation: Explanation, say: Say, locate: Callable[[Place], str]) -> Iterator[str]:
    """An explanation as text: the duty and what brought it, then each field with its chain."""
    yield f"{explanation.name}  ({'/'.join(explanation.path)})"
    yield from _steps(explanation.reasons, say, locate)
    for line in explanation.lines:
        meant = [name for name in line.names if name != line.text]
        arrow = f" → {'、'.join(meant)}" if meant else ""
        yield ""
        yield f"{say(FIELDS[line.field], line.field)}: {line.text}{arrow}"
        yield from _steps(line.reasons, say, locate)


def _steps(reasons: Iterable[Reason], say: Say, locate: Callable[[Place], str]) -> Iterator[str]:
    for reason in reasons:
        if reason.text or reason.why != "said":
            said = say(*STEPS[reason.why]).format(text=f"`{reason.text}`" if reason.text else "").rstrip(" :")
        else:
            said = say("写在这里", "stands here")
        yield f"    {locate(reason.place)}  {said}"
