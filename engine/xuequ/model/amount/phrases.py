"""Amounts that one text says in words: 每五所学校至少一名, 三名以上专职督学, 不少于教师总数的10%, 由85%提高到95%.

A text is read whole or not at all: every word of it is part of a number, of a name or of how the two stand together.
What is left over, what may be meant in two ways, and words without a number are unreadable, with what a drafter can
write instead. Each reader below takes a text made `plain` and gives an amount, None where the text is none of its
kind, or what is wrong with one that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from xuequ.findings.catalogue.words import Word
from xuequ.model.amount.amounts import Amount, against_its_trend, of_quantity
from xuequ.model.amount.numerals import NUMBER_CHARACTERS, plain
from xuequ.model.amount.per import Per, per_at
from xuequ.model.amount.quantity import LONGEST, Quantity, quantity_at, read_quantity
from xuequ.model.amount.units import COUNTERS, UNITS, ZH, is_measure, unit_named
from xuequ.model.unreadable import Unreadable

Read = Amount | Unreadable | None


def read_phrases(value: str) -> tuple[Amount, ...] | Unreadable:
    """The amounts of a text: one, or several with commas between them."""
    whole = _phrase(plain(value)) if len(value) <= LONGEST else None
    if isinstance(whole, Amount):
        return (replace(whole, text=value),)
    quantity = read_quantity(value)
    if isinstance(quantity, Quantity):
        return (of_quantity(quantity),)
    if quantity.code != "AMT001" or len(value) > LONGEST:
        return quantity
    read: list[Amount] = []
    for part in filter(None, _PARTS.split(value)):
        one = _phrase(plain(part))
        if not isinstance(one, Amount):
            return one or _advised(value, plain(part), quantity)
        read.append(replace(one, text=part.strip()))
    return tuple(read) or quantity


#: Between two amounts; a comma within a number, 1,150, is none.
_PARTS = re.compile(r"[;；。，]|,(?!\d{3})")
_LEAD = re.compile(
    r"其中|按照?|应当?(?=不|达|至|控|超)|须(?=不|达|至|控|超)|必须|确保|保证|(?<!\w)以(?=[\d百不])"
)
_TRAIL = re.compile(r"的?(?:比例|标准|幅度)?(?:配备|配置|安排|执行|核定|落实)?$")


@lru_cache(maxsize=1024)
def _phrase(text: str) -> Read:
    """One amount. Readers ask for the ends of a text over and over, so what was read is kept."""
    if lead := _LEAD.match(text):
        text = _TRAIL.sub("", text[lead.end() :])
    return next((read for reader in _READERS if (read := reader(text)) is not None), None)


# what rises or falls ---------------------------------------------------------------------------------

_UP = ("提高", "提升", "增长", "增加", "上升", "扩大", "新增", "递增", "上浮", "增", "升", "提")
_DOWN = ("降低", "下降", "减少", "压减", "缩小", "下调", "递减", "下浮", "降", "减")
_VERB = f"(?P<verb>{'|'.join((*_UP, *_DOWN))})"
_FROM_TO = re.compile(rf"(?P<what>{ZH}{{0,20}}?)(?:由|从)(?P<old>.+?){_VERB}(?:到|至|为)(?P<new>.+)")
_ARROW = re.compile(r"(?P<what>\D{0,20}?)(?P<old>[^→>-]+?)\s*(?:→|-+>|—+>)\s*(?P<new>.+)")
_TO = re.compile(rf"(?P<what>{ZH}{{0,20}}?){_VERB}(?:到|至|为)(?P<new>.+)")
_BY = re.compile(
    rf"(?P<what>{ZH}{{0,20}}?)(?:(?:较|比|与|相比)(?P<than>[\w]{{2,10}}?)(?:相比)?|(?P<same>同比|环比))?"
    rf"(?P<yearly>每年|年均|逐年)?{_VERB}(?:了|幅度?为?)?(?P<new>.+)"
)
_OLD_YEAR = re.compile(r"(?:\d{4}年|上年|去年)底?的?")
_SAME = {"同比": "上年同期", "环比": "上期", None: ""}


def _change(text: str) -> Read:
    """由85%提高到95%, 由每人每月300元提高到500元, 85%→95%, 提高到95%, 较上年提高2个百分点, 增长6.2%左右."""
    if found := _FROM_TO.fullmatch(text):
        return _from_to(found["what"], found["old"], found["new"], _trend(found["verb"]))
    if (found := _ARROW.fullmatch(text)) and (old := _old(found["old"])) and (new := _whole(found["new"])):
        if old.low is None or new.low is None or old.low == new.low:
            return None
        return _from_to(found["what"], found["old"], found["new"], "up" if new.low > old.low else "down")
    if (found := _TO.fullmatch(text)) and _is_named(found["what"]) and (new := _whole(found["new"])):
        return Amount(value=new, what=found["what"], trend=_trend(found["verb"]))
    if (found := _BY.fullmatch(text)) and _is_named(found["what"]) and (new := _whole(found["new"])):
        per = (Per(unit="year"),) if found["yearly"] else ()
        than = found["than"] or _SAME[found["same"]]
        return Amount(value=new, what=found["what"], per=per, trend=_trend(found["verb"]), from_=than)
    return None


def _from_to(what: str, old: str, new: str, trend: str) -> Read:
    first, second = _old(old), _whole(new)
    per: tuple[Per, ...] = ()
    if first is None and isinstance(each := _phrase(old), Amount) and each.per and not (each.of or each.hold):
        # 由每人每月300元提高到500元: what it is per holds for both.
        first, per = each.count or each.value, each.per
    if first is None or second is None or not _is_named(what):
        return None
    amount = Amount(value=second, what=what, per=per, trend=trend, from_=first)
    return against_its_trend(amount) or amount


def _old(text: str) -> Quantity | None:
    """What it was, with the year of it: 2020年的85%."""
    year = _OLD_YEAR.match(text)
    found = _whole(text[year.end() :] if year else text)
    return replace(found, text=text) if found is not None and year else found


def _trend(verb: str) -> str:
    return "up" if verb in _UP else "down"


# per what --------------------------------------------------------------------------------------------

_TOTAL = re.compile(
    r"(?P<way>各|均|分别|总共|一共|合计|总计|共计|共)(?=不|至|超|约|若干|控|最|[\d一二两三四五六七八九十])"
)
_AVERAGE = {"生均": "student", "师均": "teacher", "人均": "person", "校均": "school", "班均": "class"}
#: What is done with a number of things, and says of what only with them.
_ACTS = (
    "新建", "改扩建", "改建", "扩建", "建设", "建立", "建成", "创建", "组建", "打造", "增设", "引进", "招聘", "招录",
    "补充", "认定", "命名", "评选", "遴选", "选拔", "选派", "选聘", "选送", "培养", "培育", "推荐", "培训", "撤并",
    "撤销", "累计", "完成", "开展", "组织", "举办", "承担", "奖励", "补助", "补贴", "投入",
)  # fmt: skip
_ACT = re.compile(rf"(?:{'|'.join(_ACTS)})(?![者组率])")
#: What comes to each, behind what it is per.
_DOES = re.compile(
    r"(?:中|内)?(?:应当?(?!届)|须|要)?(?!设备|设施|建[档筑制]|配套|派[驻出]|有[关经条])(?:配备|配齐|配置|配有|配|设立|设置|设有|设|"
    r"安排|拥有|建有|拨付|发放|聘任|聘请|聘|派|有|联系|负责|指导|参加|听课|" + "|".join(_ACTS) + "|建)?"
)
_EACH_OF_NAME = re.compile(
    rf"[个所名家位]?(?P<name>{ZH}{{2,12}}?)(?=[不配设建须应每\d]|至少|至多|最多|拥有|安排|选派|若干|联系|负责|指导|承担|参加|完成"
    r"|[一二两三四五六七八九十][名个所间台次])"
)
_BY_UNIT = re.compile(rf"(?P<amount>[^/]+)/(?P<units>{ZH}{{1,4}}(?:[·./]{ZH}{{1,4}})?)")


def _each_or_all(text: str) -> Read:
    """各不少于3名, 共不少于3名: for each unit of the work, or for all of them together."""
    found = _TOTAL.match(text)
    rest = _phrase(text[found.end() :]) if found else None
    if found is None or not isinstance(rest, Amount) or rest.per or rest.hold:
        return rest if isinstance(rest, Unreadable) else None
    if found["way"] in ("各", "均", "分别"):
        return replace(rest, per=(Per(unit="unit", text=found["way"]),))
    return replace(rest, hold="locality")


def _per(text: str) -> Read:
    """每五所学校至少一名, 各县区不少于3名, 每百名学生拥有计算机10台以上, 生均1150元以上, 15册/生."""
    if text[:2] in _AVERAGE:
        per, rest = Per(unit=_AVERAGE[text[:2]], text=text[:2]), text[2:]
    elif text[:1] in ("每", "各"):
        found = per_at(text, 1) or _per_name(text)
        if found is None or (text[0] == "各" and not (found[0].is_name or found[0].size.exact)):
            return None
        per, rest = found[0], text[found[1] :]
    else:
        return _by_unit(text)
    one = _after_per(rest)
    if not isinstance(one, Amount) or one.hold:
        return one if isinstance(one, Unreadable) else None
    return replace(one, per=(per, *one.per))


def _by_unit(text: str) -> Read:
    """15册/生, 720元/生·年."""
    found = _BY_UNIT.fullmatch(text)
    one = _phrase(found["amount"]) if found else None
    if found is None or not isinstance(one, Amount) or one.per:
        return None
    pers = []
    for unit in re.split("[·./]", found["units"]):
        per = per_at(unit, 0)
        if per is None or per[1] < len(unit):
            return None
        pers.append(per[0])
    return replace(one, per=tuple(pers))


def _act(text: str) -> Read:
    """新建3所学校, 评选10名先进个人: what is done stays with the number."""
    found = _ACT.match(text)
    one = _phrase(text[found.end() :]) if found else None
    if found is None or not isinstance(one, Amount) or one.count is None or one.what or one.hold:
        return None
    return replace(one, what=found[0])


def _after_per(rest: str) -> Read:
    """What comes to each, with or without a word that says it does: 配备1名, 拥有计算机10台."""
    does = _DOES.match(rest)
    if does and does.end() and (one := _phrase(rest[does.end() :])) is not None:
        return one
    return _phrase(rest)


def _per_name(text: str) -> tuple[Per, int] | None:
    found = _EACH_OF_NAME.match(text, 1)
    if found is None or not _is_name(found["name"]):
        return None
    return Per(unit=found["name"], text=found["name"]), found.end()


# of what ---------------------------------------------------------------------------------------------

_RATE = re.compile(
    r"(?P<what>[^\d%]{0,20}(?:率|比例|比重|占比|生师比|师生比|师班比|覆盖面|系数|指数|得分|满意度|达标度|班额|面积|经费|标准|人数))"
    r"(?:应|须|要)?(?:均)?(?:达到|达|为|是|控制在|(?:保持|维持|稳定)在?)?"
)
#: 经费占国内生产总值比例 names two things.
_PARTED = re.compile("占(?!比$)")
_WHOLE = re.compile(r"(?:总人数|总数|人数|总量|总额)?(?:的|中的|之)?$")
_OF = re.compile(
    r"不[得应能可]?(?:低于|少于|小于|超过|高于|多于|大于)|至少|至多|最多|达到|超过|占|约|达(?!标)|低于|少于|高于|多于"
)
_SHARE = re.compile(r"\d[\d.]*\s*[%‰成/—~～-]|百分之|千分之|[一二两三四五六七八九十]+(?:分之|成)|半数|一半")
#: Words that are no part of what people, bodies and things are called.
_NO_NAME = re.compile(
    r"[不未较由从到至按每各第超,:;%]|达(?!标)|排名|占(?!比$)|(?<!平)均(?!衡)|(?<!公)共(?!同)|低于|高于|少于|多于|提高|提升|增[长加]|降低|下降|减少|"
    r"以[上下内]|力争|争取|原则|鼓励|可以|应当|须|[^\w、()“”·/的]"
)
_ALL_OF = re.compile(
    r"(?:教师|校长|学生|督学|教职工|人员|干部|班主任|学校|中小学|小学|初中|高中|幼儿园|县区|乡镇|镇街|班级|学区|集团|单位)$"
)


def _rate(text: str) -> Read:
    """覆盖率达到100%, 生师比不高于1∶15: a value by its name; what stands for a bound goes on as one."""
    found = _RATE.match(text)
    if found is None or not all(map(_is_name, _PARTED.split(found["what"]))):
        return None
    rest = text[found.end() :]
    held = next(
        (word for word in ("达到", "达", "控制在") if text[found.end("what") : found.end()].endswith(word)),
        "",
    )
    quantity = _whole(f"{held}{rest}")
    if quantity is None or (found["what"].endswith("人数") and quantity.share):
        return None
    return Amount(value=quantity, what=found["what"])


def _share_of(text: str) -> Read:
    """不少于教师总数的10%, 教师的三分之一以上, 骨干不低于流入教师的30%, 占骨干教师的一半."""
    start = next((m.start() for m in _SHARE.finditer(text) if _reads_on(text, m.start())), None)
    if not start:
        return None
    bound = _OF.search(text, 0, start)
    what, said = (text[: bound.start()], bound[0]) if bound else ("", "")
    between = text[bound.end() if bound else 0 : start]
    if said and said != "占" and between.startswith("占"):
        between = between[1:]
    base = _WHOLE.sub("", between)
    quantity = _whole(f"{'' if said == '占' else said}{text[start:]}")
    if quantity is None or not quantity.share or not _is_named(what):
        return None
    if not _is_name(base):
        return Amount(share=quantity, what=what) if not base and said and between else None
    if not said and base == between:
        # 骨干教师15%: a share of them, or the share that they are?
        clear = (f"{base}的{text[start:]}", f"{{比例: {text[start:]}, 基数: {base}}}")
        return Unreadable(code="AMT001", text=text, nearest=clear)
    return Amount(share=quantity, of=base, what=what)


def _reads_on(text: str, start: int) -> bool:
    found = quantity_at(text, start)
    return found is not None and found[1] == len(text) and found[0].share


def _counted(text: str) -> Read:
    """三名以上专职督学, 全部学校, 不少于20%的教师, 专职督学不少于3名, 公用经费1150元以上."""
    found = quantity_at(text, 0)
    if found and (found[0].unit or found[0].share or found[0].several):
        return _of_noun(*found, text)
    for start in range(2, len(text)):
        if text[start] in _STARTS and (read := _whole(text[start:])) is not None:
            name = _without_verb(text[:start])
            if read.share or not (read.unit or read.low == 0) or not _is_name(name):
                return None
            if _AT.search(name) and read.unit not in _OF_PLACES:
                return None
            return Amount(value=read, what=name) if is_measure(read.unit) else Amount(count=read, of=name)
    return None


#: 小学不少于1名 are not 小学, but in them; 小学3所 are.
_AT = re.compile("(?:小学|初中|高中|中学|学校|校区|幼儿园|县区|乡镇|镇街|学区|集团|年级|班级)$")
_OF_PLACES = frozenset({"school", "个", "家", "class", "town", "county", "", "校"})


def _without_verb(name: str) -> str:
    """示范校 of 建设示范校."""
    does = _DOES.match(name)
    rest = name[does.end() :] if does else name
    return rest if _is_name(rest) else name


def _of_noun(quantity: Quantity, end: int, text: str) -> Read:
    """A quantity and the thing behind it."""
    noun = text[end:].removeprefix("的")
    if not _is_name(noun) or quantity.about is None:
        return None
    if quantity.share:
        joined = noun != text[end:] or text[:end].endswith(("以上", "以下", "以内"))
        return Amount(share=quantity, of=noun) if joined or _ALL_OF.search(noun) else None
    chinese = UNITS.get(quantity.unit, ("", ""))[1]
    if len(chinese) > 1 and chinese[0] in COUNTERS and text[:end].endswith(chinese):
        # 2名教师代表 are 代表, not 2名教师.
        noun, unit = f"{chinese[1:]}{noun}", unit_named(chinese[0]) or ""
        return Amount(count=replace(quantity, unit=unit), of=noun)
    word = next((w for w in COUNTERS if unit_named(w) == quantity.unit), None)
    return Amount(count=quantity, of=noun) if word or quantity.unit in COUNTERS else None


_STARTS = frozenset("0123456789不至最约超若起低高少多大小控达=≥≤><") | NUMBER_CHARACTERS


def _is_named(text: str) -> bool:
    return not text or _is_name(text)


def _is_name(text: str) -> bool:
    """Whether a text can be what something is called: no number of anything and no words of comparison in it."""
    if not 2 <= len(text) <= 24 or _NO_NAME.search(text) or any(char.isdigit() for char in text):
        return False
    if (
        text[-1] in NUMBER_CHARACTERS
        or text[-1] in "前后"
        or (text[0] in NUMBER_CHARACTERS and not text.startswith("一线"))
    ):
        return False
    return not any(_counts(text, at) for at, char in enumerate(text) if char in NUMBER_CHARACTERS)


def _counts(text: str, at: int) -> bool:
    found = quantity_at(text, at)
    return found is not None and bool(found[0].unit or found[0].share)


def _whole(text: str) -> Quantity | None:
    """The quantity that a text is, whole."""
    found = quantity_at(text, 0)
    if found is None or found[1] < len(text):
        return None
    read = found[0]
    return None if read.low is not None and read.high is not None and read.low > read.high else read


_READERS: tuple[Callable[[str], Read], ...] = (
    lambda text: of_quantity(read) if (read := _whole(text)) is not None else None,
    _change,
    _each_or_all,
    _per,
    _act,
    _rate,
    _share_of,
    _counted,
)


# what cannot be read ---------------------------------------------------------------------------------

_FORCE = re.compile("力争|争取|原则上|鼓励|可以|一般|尽量|尽可能")
_TIME = re.compile(r"\d{4}年|年底|学期末|月底|到20")
_NUMBER = re.compile(f"[\\d{''.join(sorted(NUMBER_CHARACTERS))}半]")


def _advised(value: str, part: str, quantity: Unreadable) -> Unreadable:
    """An unreadable text with what a drafter can do about it."""
    why = (
        "amount_force" if _FORCE.search(part)
        else "amount_time" if _TIME.search(part)
        else "amount_no_number" if not _NUMBER.search(part)
        else "amount_several" if "、" in part or "和" in part
        else "amount_words"
    )  # fmt: skip
    return replace(quantity, text=value, why=Word(why))
