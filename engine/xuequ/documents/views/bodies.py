"""Who there is: bodies, posts and groups as the chapter on organisation states them."""

from __future__ import annotations

from typing import NamedTuple

from xuequ.compose.names import built_in
from xuequ.documents.views.ground import Ground
from xuequ.documents.views.wording import conditions, contents, facts, fixed, listed, marked, sentence, value
from xuequ.model.elements import Element, Organ, Post
from xuequ.model.quantity import say


class Statement(NamedTuple):
    """A name in bold and what is said of it."""

    name: str
    text: str
    number: str = ""
    """（1） and so on, where its place among others is printed."""


def organs(ground: Ground) -> tuple[Statement, ...]:
    """Every body with where it stands, who heads it and who is in it."""
    return tuple(_organ(organ, ground) for organ in ground.scheme.organs)


def _organ(organ: Organ, ground: Ground) -> Statement:
    names = ground.names
    inner = [o.name for o in ground.scheme.organs if o.home == organ.path]
    posts = [p.name for p in ground.scheme.posts if p.home == organ.path]
    known = facts(
        ("设置范围", each(organ, ground)),
        ("隶属", names.actor(organ, organ.under) if organ.under else ""),
        ("所在", names.at(organ.home) if organ.home else ""),
        ("负责人", names.field(organ, organ.head, "head")),
        ("组成", names.field(organ, organ.members, "members")),
        ("设在", value(names.actor(organ, organ.seat) if organ.seat else "", organ, "seat")),
        ("下设", listed(inner)),
        ("岗位", listed(posts)),
        ("数量", count(organ)),
        ("内容", contents(organ)),
    )
    return Statement(marked(organ), sentence(known) + note(organ))


def posts(ground: Ground) -> tuple[Statement, ...]:
    """Every post with who holds it, how and for how long."""
    return tuple(_post(post, ground) for post in ground.scheme.posts)


def _post(post: Post, ground: Ground) -> Statement:
    names = ground.names
    dimensions = [f"分{fixed(d)}" for d in post.for_each]
    known = facts(
        ("设置范围", "，".join(filter(None, (each(post, ground), *dimensions)))),
        ("所在", names.at(post.home) if post.home else ""),
        ("隶属", names.actor(post, post.under) if post.under else ""),
        ("担任", names.field(post, post.held_by, "held_by")),
        ("任命", names.field(post, post.appointed_by, "appointed_by")),
        ("任职方式", value("或".join(fixed(t) for t in post.tenure), post, "tenure")),
        ("任期", value(say(post.term) if post.term else "", post, "term")),
        ("配备", _per(post.per)),
        ("数量", count(post)),
        ("内容", contents(post)),
    )
    return Statement(marked(post), sentence(known) + note(post))


def _per(per: str) -> str:
    number, _, unit = per.partition(" ")
    return f"每{number}{'所学校' if unit.startswith('school') else unit}配备1名" if per and unit else per


def groups(ground: Ground) -> tuple[Statement, ...]:
    """Every group with whom it consists of."""
    names = ground.names
    return tuple(
        Statement(
            marked(group),
            sentence(
                facts(
                    ("设置范围", each(group, ground)),
                    ("所在", names.at(group.home) if group.home else ""),
                    ("取自", names.field(group, group.of, "of")),
                    ("条件", conditions(group.where)),
                    ("除外", listed(names.actors(group, group.excepted))),
                    ("区分", listed(f"分{fixed(d)}" for d in group.for_each)),
                    ("数量", count(group)),
                    ("内容", contents(group)),
                )
            )
            + note(group),
        )
        for group in ground.scheme.groups
    )


def each(element: Organ | Post | Element, ground: Ground) -> str:
    """每个县区 and so on; empty where there is one in the locality."""
    own = {"locality", ground.plan.scheme.locality.level}
    places = [ref for ref in getattr(element, "each", ()) if (built_in(ref.text) or ref.text) not in own]
    return "、".join(f"每个{name}" for name in ground.names.actors(element, places))


def count(element: Element) -> str:
    """How many the source says there are."""
    return value(say(element.count) if element.count else "", element, "count")


def note(element: Element) -> str:
    """The remark as a sentence."""
    return f"{element.note.rstrip('。')}。" if element.note else ""
