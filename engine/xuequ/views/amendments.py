"""修订对照表: what was said and what is said now, which schools moved, and a notice for everybody it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.language.fields import kind_named, word
from xuequ.model.forces import with_force
from xuequ.query.difference import Aspect, Change, Changes, Notice, Share, Sort
from xuequ.query.inventory import ACTORS, Thing
from xuequ.query.moves import Move, Seat
from xuequ.query.values import Turn
from xuequ.resolution.plan import Plan
from xuequ.views.report import Chapter, Report

Language = Literal["zh", "en"]

SORTS = {
    Sort.ADDED: ("新增", "added"),
    Sort.DROPPED: ("删去", "dropped"),
    Sort.RENAMED: ("更名", "renamed"),
    Sort.MOVED: ("移动", "moved"),
    Sort.CHANGED: ("改动", "changed"),
    Sort.RENUMBERED: ("条款改号", "another clause"),
    Sort.REKEYED: ("改键", "another key"),
}
_COLUMNS = {
    "zh": ("序号", "条款", "事项", "原规定", "现规定", "变化"),
    "en": ("No.", "Clause", "Matter", "Before", "Now", "Change"),
}
_NOTICES = {"zh": ("单位", "变化"), "en": ("Whom", "What changes")}
_INNER = str.maketrans("“”", "‘’")
_MOVES = {
    "zh": ("序号", "学校", "学区类型", "原属", "现属"),
    "en": ("No.", "School", "Cluster type", "Before", "Now"),
}


def view(changes: Changes, lang: Language = "zh") -> Report:
    """The table of amendments as a report."""
    zh = lang == "zh"
    rows = tuple(
        (str(n), clauses(change, changes), *_row(change, lang)) for n, change in enumerate(changes.meant, 1)
    )
    moved = tuple((str(n), *move_row(move, lang)) for n, move in enumerate(changes.moves, 1))
    told = tuple((notice.actor, "\n".join(notice_lines(notice, lang))) for notice in changes.notices)
    chapters = [
        Chapter("修订内容" if zh else "Amendments", (), _COLUMNS[lang], rows),
        Chapter("学校调整" if zh else "Schools that moved", (), _MOVES[lang], moved),
        Chapter("各方须知" if zh else "Notices", (), _NOTICES[lang], told),
    ]
    name = changes.new.scheme.name
    return Report(
        title=f"{name}修订对照表" if zh else f"Amendments to {name}",
        paragraphs=(summary(changes, lang),),
        chapters=tuple(chapter for chapter in chapters if chapter.rows or chapter.lines),
        issued=changes.new.scheme.issue.date,
    )


def summary(changes: Changes, lang: Language) -> str:
    """How much changed, in one sentence."""
    zh = lang == "zh"
    counts = [(SORTS[sort], sum(change.sort is sort for change in changes.changes)) for sort in Sort]
    listed = [f"{said[0]} {n} 项" if zh else f"{n} {said[1]}" for said, n in counts if n]
    if not changes:
        rest = (f"（{listed[0]}）" if zh else f" ({listed[0]})") if listed else ""
        return f"含义没有变化{rest}。" if zh else f"Nothing changed in meaning{rest}."
    if changes.moves:
        listed.append(f"{len(changes.moves)} 所学校调整" if zh else f"{len(changes.moves)} schools moved")
    if changes.notices:
        listed.append(f"涉及 {len(changes.notices)} 方" if zh else f"{len(changes.notices)} concerned")
    return "，".join(listed) + "。" if zh else ", ".join(listed) + "."


def _row(change: Change, lang: Language) -> tuple[str, ...]:
    before = after = ""
    if change.old is not None:
        before = _told(change.aspects, lang, old=True) or change.old.name
    if change.new is not None:
        after = _told(change.aspects, lang, old=False) or change.new.name
    return matter(change, lang), before, after, _how(change, lang)


def clauses(change: Change, changes: Changes) -> str:
    """Where the text of a change stands: its clause, from the old one to the new where it has another."""
    old, new = _clause(change.old, changes.old), _clause(change.new, changes.new)
    return f"{old} → {new}" if old and new and old != new else new or old


def _clause(thing: Thing | None, plan: Plan) -> str:
    """The clauses of an element; those of other documents with their titles."""
    if thing is None:
        return ""
    names = {source.key: source.name for source in plan.scheme.sources}
    own = plan.scheme.issue.source if len(names) > 1 else next(iter(names), "")
    told = (
        clause.number
        if clause.source in (None, own)
        else f"《{names.get(clause.source, clause.source)}》{clause.number}"
        for clause in thing.element.clause
    )
    return "、".join(told)


def _told(aspects: Sequence[Aspect], lang: Language, *, old: bool) -> str:
    colon = "：" if lang == "zh" else ": "
    lines = [f"{_field(one, lang)}{colon}{_value(one.old if old else one.new, lang)}" for one in aspects]
    return "\n".join(lines)


def _how(change: Change, lang: Language) -> str:
    words = [SORTS[change.sort][lang == "en"]]
    if change.sort not in (Sort.ADDED, Sort.DROPPED):
        words += [turned(one, lang) for one in change.aspects if one.turn is not Turn.DIFFERENT]
    return ("；" if lang == "zh" else "; ").join(words)


def matter(change: Change, lang: Language) -> str:
    """What a change is of: its kind and name."""
    return f"{kind(change.kind, lang)} {with_force(change.thing.element, lang)}"


def kind(name: str, lang: Language) -> str:
    """The word for a kind of element."""
    if name == "row":
        return "行事历安排" if lang == "zh" else "schedule row"
    named = kind_named(name)
    return named.zh if lang == "zh" else named.en.lower()


def pick(said: Said, lang: Language) -> str:
    """What is said in the reader's language."""
    return said.zh if lang == "zh" else said.en


def _field(aspect: Aspect, lang: Language) -> str:
    """What a field is called in print: 每 is a key and no word for it."""
    return pick(Said("范围", "scope") if aspect.field == "each" else aspect.label, lang)


def turned(aspect: Aspect, lang: Language) -> str:
    """How a field changed: 时间放慢."""
    name = _field(aspect, lang)
    if aspect.turn is Turn.DROPPED:
        return f"删去{name}" if lang == "zh" else f"{name} dropped"
    turn = pick(WORDS[f"turn_{aspect.turn}"], lang)
    return f"{name}{turn}" if lang == "zh" else f"{name} {turn}"


def _value(said: Said, lang: Language) -> str:
    """A value; where there is none, that there is none."""
    return pick(said, lang) or pick(WORDS["nothing"], lang)


def aspect_line(aspect: Aspect, lang: Language, *, whole: bool = False) -> str:
    """One field in one line: 时间放慢：每学期末 → 每学年; `whole` where the element itself is new or gone."""
    old, new = _value(aspect.old, lang), _value(aspect.new, lang)
    colon = "：" if lang == "zh" else ": "
    if whole:
        return f"{_field(aspect, lang)}{colon}{new if aspect.turn is Turn.ADDED else old}"
    said = _field(aspect, lang) if aspect.turn is Turn.DIFFERENT else turned(aspect, lang)
    return f"{said}{colon}{old} → {new}"


def move_row(move: Move, lang: Language) -> tuple[str, ...]:
    """One school: its name, the cluster type, where it was and where it is."""
    return move.school, move.cluster, _seat(move.old, lang), _seat(move.new, lang)


def _seat(seat: Seat, lang: Language) -> str:
    if not seat.units:
        return "无" if lang == "zh" else "none"
    comma, (left, right) = ("、", "（）") if lang == "zh" else (", ", ("(", ")"))
    roles = f"{left}{comma.join(seat.roles)}{right}" if seat.roles else ""
    return comma.join(seat.units) + roles


# notices -----------------------------------------------------------------------------------------------


def notice_lines(notice: Notice, lang: Language) -> Iterator[str]:
    """What changes for one actor, a line a matter."""
    for share in notice.shares:
        yield from _share(share, lang)


def _share(share: Share, lang: Language) -> Iterator[str]:
    zh, change = lang == "zh", share.change
    name = quoted(with_force(change.thing.element, lang))
    if share.through:
        yield _concerned(share, name, lang)
    elif change.thing.kind in ACTORS and not (share.gained or share.lost or share.kept):
        yield _of_itself(change, lang)
    if share.gained:
        parts = parts_said(share.gained, lang)
        yield (f"新增{parts}：{name}" if zh else f"new, {parts}: {name}") + _terms(change, lang)
    if share.lost:
        parts = parts_said(share.lost, lang)
        gone = change.sort is Sort.DROPPED
        before = quoted(with_force((change.old or change.thing).element, lang))
        yield (
            f"不再{parts}：{before}{'（已取消）' if gone else ''}"
            if zh
            else f"no longer {parts}: {before}{' (dropped)' if gone else ''}"
        )
    if share.kept and not share.gained:
        others = [aspect_line(one, lang) for one in change.aspects]
        if others:
            parts = parts_said(share.kept, lang)
            told = ("；" if zh else "; ").join(others)
            yield f"{parts}的{name}有改动：{told}" if zh else f"{name}, {parts}: {told}"


def _concerned(share: Share, name: str, lang: Language) -> str:
    """What changed in something that does not name somebody, and the work by which it concerns them."""
    zh, change = lang == "zh", share.change
    told = ("；" if zh else "; ").join(aspect_line(one, lang) for one in change.aspects)
    works = ("、" if zh else ", ").join(map(quoted, share.through))
    said = SORTS[change.sort][not zh]
    return f"{name}{said}，涉及{works}：{told}" if zh else f"{name} {said}, which concerns {works}: {told}"


def quoted(name: str) -> str:
    """A name in quotation marks; those inside it become single ones."""
    return f"“{name.translate(_INNER)}”"


def _terms(change: Change, lang: Language) -> str:
    """Time and amount of work that is new to somebody."""
    told = [
        f"{pick(one.label, lang)} {pick(one.new, lang)}"
        for one in change.aspects
        if one.field in ("when", "amount") and one.new.zh
    ]
    if not told:
        return ""
    return f"（{'，'.join(told)}）" if lang == "zh" else f" ({', '.join(told)})"


def _of_itself(change: Change, lang: Language) -> str:
    lines = [
        f"{one.old.zh} → {one.new.zh}" if one.field == "name" else aspect_line(one, lang)
        for one in change.aspects
    ]
    told = ("；" if lang == "zh" else "; ").join(lines)
    said = SORTS[change.sort][lang == "en"]
    if change.sort in (Sort.ADDED, Sort.DROPPED) or not told:
        return f"{said}：{matter(change, lang)}" if lang == "zh" else f"{said}: {matter(change, lang)}"
    return f"{said}：{told}" if lang == "zh" else f"{said}: {told}"


#: What somebody has to do with what names it in a field; of other fields, that it is named there.
_PARTS = {
    "lead": ("牵头", "in the lead"),
    "responsible": ("负责", "responsible"),
    "support": ("配合", "in support"),
    "oversee": ("督导", "overseeing"),
    "approve": ("审定", "approving"),
    "inform": ("接收报送", "informed"),
    "assess": ("考核", "assessing"),
    "for": ("列为对象", "its object"),
    "may": ("有权实施", "allowed to"),
    "must_not": ("禁止实施", "forbidden to"),
    "head": ("担任负责人", "its head"),
    "members": ("列为组成单位", "a member"),
    "under": ("作为上级", "above it"),
    "seat": ("作为设置地点", "its seat"),
    "held_by": ("担任", "holding it"),
    "appointed_by": ("任命", "appointing to it"),
    "of": ("列入", "among it"),
    "except": ("列为除外", "excepted from it"),
    "units": ("分得一份", "given a part of it"),
    "issued_by": ("发文", "issuing it"),
    "to": ("列为主送", "receiving it"),
    "cc": ("列为抄送", "receiving a copy"),
}


def parts_said(parts: Sequence[str], lang: Language) -> str:
    """The parts somebody has, in words."""
    other = ("列入“{}”", "named as {}")
    told = (
        _PARTS[p][lang == "en"] if p in _PARTS else other[lang == "en"].format(word(p, lang)) for p in parts
    )
    return ("、" if lang == "zh" else ", ").join(told)
