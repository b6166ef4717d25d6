"""修订对照表: what was said and what is said now, which schools moved, and a notice for everybody it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from xuequ.findings.catalogue.words import WORDS
from xuequ.query.difference import Aspect, Change, Changes, Notice, Share, Sort
from xuequ.query.moves import Move, Seat
from xuequ.query.values import Turn
from xuequ.views.report import Chapter, Report

Language = Literal["zh", "en"]

SORTS = {
    Sort.ADDED: ("新增", "added"),
    Sort.DROPPED: ("删去", "dropped"),
    Sort.RENAMED: ("更名", "renamed"),
    Sort.MOVED: ("移动", "moved"),
    Sort.CHANGED: ("改动", "changed"),
    Sort.REKEYED: ("改键", "another key"),
}
KINDS = {
    "scheme": ("方案", "scheme"),
    "group": ("群体", "group"),
    "cluster": ("学区类型", "cluster type"),
    "role": ("成员", "role"),
    "form": ("模式", "form"),
    "schedule": ("行事历", "schedule"),
    "row": ("行事历安排", "schedule row"),
    "mandate": ("对下要求", "mandate"),
}
_COLUMNS = {
    "zh": ("序号", "事项", "原规定", "现规定", "变化"),
    "en": ("No.", "Matter", "Before", "Now", "Change"),
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
    rows = tuple((str(n), *_row(change, lang)) for n, change in enumerate(changes.meant, 1))
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


def _told(aspects: Sequence[Aspect], lang: Language, *, old: bool) -> str:
    colon = "：" if lang == "zh" else ": "
    lines = [
        f"{field(one.field, lang)}{colon}{value(one.field, one.old if old else one.new, lang)}"
        for one in aspects
    ]
    return "\n".join(lines)


def _how(change: Change, lang: Language) -> str:
    words = [SORTS[change.sort][lang == "en"]]
    if change.sort not in (Sort.ADDED, Sort.DROPPED):
        words += [turned(one, lang) for one in change.aspects if one.turn is not Turn.DIFFERENT]
    return ("；" if lang == "zh" else "; ").join(words)


def matter(change: Change, lang: Language) -> str:
    """What a change is of: its kind and name."""
    return f"{kind(change.kind, lang)} {change.thing.name}"


def kind(name: str, lang: Language) -> str:
    """The word for a kind of element."""
    said = KINDS.get(name) or WORDS[name]
    return said[0] if lang == "zh" else said[1]


def field(name: str, lang: Language) -> str:
    """The word for a field."""
    said = WORDS[f"field_{name}"]
    return said.zh if lang == "zh" else said.en.removeprefix("the ")


def turned(aspect: Aspect, lang: Language) -> str:
    """How a field changed: 时间放慢."""
    turn = WORDS[f"turn_{aspect.turn}"]
    if aspect.turn is Turn.DROPPED:
        return f"删去{field(aspect.field, lang)}" if lang == "zh" else f"{field(aspect.field, lang)} dropped"
    zh, en = field(aspect.field, "zh") + turn.zh, f"{field(aspect.field, 'en')} {turn.en}"
    return zh if lang == "zh" else en


def value(name: str, text: str, lang: Language) -> str:
    """A value; what is no word of the drafter's is said in the reader's language."""
    said = WORDS.get(f"force_{text}" if name == "force" else text or "nothing")
    if said is None or (text and name not in ("force", "every_school") and text != "unspecified"):
        return text
    return said.zh if lang == "zh" else said.en


def aspect_line(aspect: Aspect, lang: Language, *, whole: bool = False) -> str:
    """One field in one line: 时间放慢：每学期末 → 每学年; `whole` where the element itself is new or gone."""
    old, new = (value(aspect.field, text, lang) for text in (aspect.old, aspect.new))
    colon = "：" if lang == "zh" else ": "
    if whole:
        return f"{field(aspect.field, lang)}{colon}{new if aspect.turn is Turn.ADDED else old}"
    if aspect.turn is Turn.DIFFERENT:
        return f"{field(aspect.field, lang)}{colon}{old} → {new}"
    return f"{turned(aspect, lang)}{colon}{old} → {new}"


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
    name = quoted(change.thing.name)
    if not (share.gained or share.lost or share.kept):
        yield _of_itself(change, lang)
    if share.gained:
        parts = parts_said(share.gained, lang)
        yield (f"新增{parts}：{name}" if zh else f"new, {parts}: {name}") + _terms(change, lang)
    if share.lost:
        parts = parts_said(share.lost, lang)
        gone = change.sort is Sort.DROPPED
        yield (
            f"不再{parts}：{name}{'（已取消）' if gone else ''}"
            if zh
            else f"no longer {parts}: {name}{' (dropped)' if gone else ''}"
        )
    if share.kept and not share.gained:
        others = [aspect_line(one, lang) for one in change.aspects]
        if others:
            parts = parts_said(share.kept, lang)
            told = ("；" if zh else "; ").join(others)
            yield f"{parts}的{name}有改动：{told}" if zh else f"{name}, {parts}: {told}"


def quoted(name: str) -> str:
    """A name in quotation marks; those inside it become single ones."""
    return f"“{name.translate(_INNER)}”"


def _terms(change: Change, lang: Language) -> str:
    """Time and amount of work that is new to somebody."""
    wanted = {one.field: one.new for one in change.aspects if one.field in ("when", "amount") and one.new}
    if not wanted:
        return ""
    told = [f"{field(name, lang)} {value(name, text, lang)}" for name, text in wanted.items()]
    return f"（{'，'.join(told)}）" if lang == "zh" else f" ({', '.join(told)})"


def _of_itself(change: Change, lang: Language) -> str:
    lines = [
        f"{one.old} → {one.new}" if one.field == "name" else aspect_line(one, lang) for one in change.aspects
    ]
    told = ("；" if lang == "zh" else "; ").join(lines)
    said = SORTS[change.sort][lang == "en"]
    if change.sort in (Sort.ADDED, Sort.DROPPED) or not told:
        return f"{said}：{matter(change, lang)}" if lang == "zh" else f"{said}: {matter(change, lang)}"
    return f"{said}：{told}" if lang == "zh" else f"{said}: {told}"


_PARTS = {
    "lead": ("牵头", "in the lead"),
    "responsible": ("负责", "responsible"),
    "support": ("配合", "in support"),
    "oversee": ("督导", "overseeing"),
    "approve": ("审定", "approving"),
    "inform": ("接收报送", "informed"),
    "assess": ("考核", "assessing"),
    "for": ("列为对象", "its object"),
}


def parts_said(parts: Sequence[str], lang: Language) -> str:
    """The parts somebody has, in words."""
    return ("、" if lang == "zh" else ", ").join(_PARTS[part][lang == "en"] for part in parts)
