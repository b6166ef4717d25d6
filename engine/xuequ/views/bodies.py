"""Who there is: bodies, posts and groups as the chapter on organisation states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xuequ.compose.names import BUILT_IN_ZH
from xuequ.language.fields import field
from xuequ.model.amount.per import say_per
from xuequ.model.amount.quantity import say
from xuequ.model.elements import Element, Group, Organ, Post
from xuequ.views.context import Context
from xuequ.views.others import others, worded
from xuequ.views.prose import said, with_
from xuequ.views.wording import OURS, conditions, contents, fixed, listed, marked, value
from xuequ.views.work import each

_PEOPLE = frozenset(BUILT_IN_ZH[key] for key in ("principal", "teacher", "student"))


#: The fields that are worded here or told by others' place in the scheme.
#: How a name ends that says how strongly it is meant, or that it is added.
_MARKED = (*(f"（{said}）" for said in field("organ", "force").words.values()), OURS)
_ANY = frozenset(["name", "each", "count", "force", "under", "items", "open"])
_ORGAN = _ANY | {"kind", "head", "members", "seat"}
_POST = _ANY | {"for_each", "held_by", "appointed_by", "tenure", "term", "per"}


class Statement(NamedTuple):
    """A name in bold and what is said of it; `listed` tells that it is what the name stands for, behind a colon."""

    name: str
    text: str
    listed: bool = False


class Numbered(NamedTuple):
    """The same with its place among others as it is printed: （1） and so on."""

    name: str
    text: str
    number: str


def organs(context: Context) -> tuple[Statement, ...]:
    """Bodies with where they stand, who heads them and who is in them."""
    return _told(_organ(organ, context) for organ in context.scheme.organs)


def _told(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Those of which something is said or marked: that a body is there at all is no part of a plan."""
    return tuple(each for each in statements if each.text or each.name.endswith(_MARKED))


def _organ(organ: Organ, context: Context) -> Statement:
    names = context.names
    inner = [o.name for o in context.scheme.organs if o.home == organ.path]
    posts = [p.name for p in context.scheme.posts if p.home == organ.path]
    # What stands in another body is told there, in its 下设.
    home = names.at(organ.home) if organ.home and organ.home[0] in _clusters(context) else ""
    text = said(
        with_(each(organ, context.names, context.scheme), "", "分别设立"),
        with_(home, "在", "设立"),
        with_(names.actor(organ, organ.under) if organ.under else "", "隶属"),
        with_(
            value(names.actor(organ, organ.seat) if organ.seat else "", organ, "seat"),
            "设在",
            what="办公地点",
        ),
        with_(names.field(organ, organ.head, "head"), "由", "负责", what="负责人"),
        with_(names.field(organ, organ.members, "members"), "由", "组成", what="组成人员"),
        with_(listed(inner), "下设"),
        with_(listed(posts), "设"),
        counted(organ, "个", _in_each(organ, context)),
        with_(contents(organ), "包括", what="内容"),
        *_more(organ, "organ", _ORGAN, context),
        note=organ.note,
    )
    return Statement(marked(organ), text)


def _clusters(context: Context) -> frozenset[str]:
    return frozenset(cluster.key for cluster in context.scheme.clusters)


def posts(context: Context) -> tuple[Statement, ...]:
    """Every post with who holds it, how and for how long."""
    return _told(_post(post, context) for post in context.scheme.posts)


def _post(post: Post, context: Context) -> Statement:
    names = context.names
    text = said(
        with_(_apart(post, context), "", "设置"),
        with_(names.at(post.home) if post.home else "", "在", "设立"),
        with_(names.actor(post, post.under) if post.under else "", "隶属"),
        with_(names.field(post, post.held_by, "held_by"), "由", "担任", what="担任人选"),
        with_(names.field(post, post.appointed_by, "appointed_by"), "由", "任命", what="任命机关"),
        with_(
            value("或".join(fixed(t) for t in post.tenure), post, "tenure"), "实行", "任职", what="任职方式"
        ),
        with_(value(say(post.term) if post.term else "", post, "term"), "任期", what="任期"),
        _per(post, context) or counted(post, "名", _in_each(post, context)),
        with_(contents(post), "包括", what="内容"),
        *_more(post, "post", _POST, context),
        note=post.note,
    )
    return Statement(marked(post), text)


def _more(element: Element, kind: str, told: frozenset[str], context: Context) -> Iterator[str]:
    """What it says beside the fields that are worded here."""
    return (worded(fact, kind) for fact in others(element, kind, told, context.names, context.scheme))


def _apart(element: Post | Group, context: Context) -> str:
    """For what there is one each, and along what they are split: 各学校分学科."""
    split = (f"分{fixed(dimension)}" for dimension in element.for_each)
    return "".join((each(element, context.names, context.scheme), *split))


def _per(post: Post, context: Context) -> str:
    """每5所学校配备1名."""
    if post.per is None:
        return ""
    number = say(post.count, counted="名") if post.count is not None else "1名"
    return f"{say_per(post.per, context.names.named)}配备{number}"


def groups(context: Context) -> tuple[Statement, ...]:
    """Every group with whom it consists of."""
    return _told(_group(group, context) for group in context.scheme.groups)


def _group(group: Group, context: Context) -> Statement:
    names = context.names
    of = names.actors(group, group.of)
    # That 骨干教师 are 教师 needs no saying.
    plain = len(of) == 1 and of[0] in group.name
    text = said(
        with_(_apart(group, context), "", "确定"),
        with_(names.at(group.home) if group.home else "", "在", "设立"),
        with_("" if plain else names.field(group, group.of, "of"), "由", "组成", what="人员来源"),
        with_(conditions(group.where), "限"),
        with_(listed(names.actors(group, group.excepted)), "", "除外"),
        counted(group, "名" if not of or of[0] in _PEOPLE else "个", _in_each(group, context)),
        with_(group.column if group.column != group.name else "", "人数按名册“", "”列计"),
        with_(contents(group), "包括", what="内容"),
        note=group.note,
    )
    return Statement(marked(group), text)


def _in_each(element: Organ | Post | Group, context: Context) -> bool:
    """Whether there are so many in each of several places: of each, or in what there are several of."""
    home = next((organ for organ in context.scheme.organs if organ.path == element.home), None)
    return (
        bool(each(element, context.names, context.scheme))
        or bool(element.home and element.home[0] in _clusters(context))
        or (home is not None and _in_each(home, context))
    )


def counted(element: Element, measure: str, in_each: bool = False) -> str:
    """共7个, 各不少于3名, 若干个, 数量〔待定〕."""
    if element.count is None:
        return with_(value("", element, "count"), "数量为", what="数量")
    number = say(element.count, counted=measure)
    return number if element.count.several else f"{'各' if in_each else '共'}{number}"
