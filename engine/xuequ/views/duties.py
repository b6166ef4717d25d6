"""The duty list (责任清单): for every actor what it leads, answers for, supports, oversees, approves, receives,
assesses and is assessed on."""

from __future__ import annotations

from dataclasses import dataclass

from xuequ.model.elements import Norm
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.shares import ORDER, Share, by_actor, declared
from xuequ.views.wording import FORBIDDEN, NOTHING

COLUMNS = ("序号", "参与方式", "职责", "所属工作", "完成时限", "成果形式", "依据条款")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One actor and its rows; `summary` counts them by part."""

    name: str
    summary: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesView:
    """What the template `duties.md.j2` has."""

    title: str
    columns: tuple[str, ...]
    actors: tuple[Post, ...]
    forbidden_columns: tuple[str, ...]
    forbidden: tuple[tuple[str, ...], ...]
    """What must not be done, and by whom: no part of anybody's work."""
    idle: tuple[str, ...]
    """Declared bodies, posts and groups that have no part in anything."""


def view(context: Context) -> DutiesView:
    """The duty list of a scheme."""
    everything = by_actor(context)
    shares = {who: tuple(s for s in many if s.norm is not Norm.MUST_NOT) for who, many in everything.items()}
    known = set(declared(context))
    return DutiesView(
        title=after(context.scheme, "责任清单"),
        columns=COLUMNS,
        actors=tuple(_post(who.name, many) for who, many in shares.items() if many),
        forbidden_columns=FORBIDDEN,
        forbidden=context.forbidden,
        idle=tuple(who.name for who, many in everything.items() if not many and who in known),
    )


def _post(name: str, shares: tuple[Share, ...]) -> Post:
    own = sorted(shares, key=lambda share: ORDER[share.part])
    counted: dict[str, int] = {}
    for share in own:
        counted[share.part] = counted.get(share.part, 0) + 1
    return Post(
        name=name,
        summary="，".join(f"{part}{number}项" for part, number in counted.items()),
        rows=tuple(
            (
                str(number),
                share.part,
                "\n".join((share.work, *share.limits)),
                share.measure or NOTHING,
                share.when or NOTHING,
                share.output or NOTHING,
                share.clause or NOTHING,
            )
            for number, share in enumerate(own, 1)
        ),
    )
