"""Kinds of document (文种): what a title calls itself, whether that goes out by itself, what it is about.

An opinion, a decision, an announcement or a regulation is issued as it is. A plan, measures, a list and the like go out
under a notice. Other documents of a scheme are named after what its title is about.
"""

from __future__ import annotations

import re

from xuequ.model.elements import Scheme

#: Of the kinds issued by themselves: those that have receivers, and those that are made known to everybody.
_ADDRESSED = ("意见", "通知", "通报", "批复", "复函", "函", "报告", "请示", "议案", "纪要")
_PUBLIC = ("条例", "决定", "决议", "公告", "通告", "公报", "命令")
#: Kinds that go out under a notice.
_ENCLOSED = (
    *(
        "方案",
        "办法",
        "细则",
        "规定",
        "规则",
        "规程",
        "章程",
        "计划",
        "规划",
        "纲要",
        "要点",
        "措施",
        "预案",
        "标准",
    ),
    *(
        "规范",
        "准则",
        "守则",
        "公约",
        "制度",
        "指南",
        "指引",
        "手册",
        "须知",
        "目录",
        "名单",
        "清单",
        "台账",
        "总结",
    ),
    *(
        "指标体系",
        "指标",
        "日程",
        "日程表",
        "时间表",
        "进度表",
        "分解表",
        "分工表",
        "安排表",
        "一览表",
        "行事历",
    ),
    *("任务书", "责任书", "协议书", "倡议书"),
)
#: What says by itself what a text is and is no kind of its own: other titles go on from it.
_SAYING = ("安排", "考核", "任务分解", "任务分工", "职责分工", "分工")
#: Kinds that make rules, and what may stand before a kind and belongs to it.
_RULES = ("条例", "规定", "办法", "细则", "规则", "规程", "章程")
_BEFORE = (
    "实施|工作|指导|暂行|试行|若干|紧急|补充|重要|(?:[一二三四五六七八九十两0-9]+年)?行动|任务|责任"
    "|[一二三四五六七八九十0-9]+条(?=措施|规定|意见)"
)
#: Sheets of any kind: 计划表, 推进表, 工作历, 花名册.
_SHEET = r"(?:[\u4e00-\u9fff]{2})?(?:表|历|名册|图册)"
_AFTER = r"(?:[（(][^（）()]*[)）])?$"
_KINDS = (*sorted((*_ADDRESSED, *_PUBLIC, *_ENCLOSED), key=len, reverse=True), _SHEET)
_ENDING = re.compile(rf"(?:{_BEFORE})?({'|'.join(_KINDS)}){_AFTER}")
_SAID = re.compile(rf"({'|'.join(_SAYING)}){_AFTER}")
#: How the first sentence ends; of other kinds with 制定本方案。 and so on.
_MADE = {
    **dict.fromkeys(("决定", "决议"), "作出如下决定："),
    **{kind: f"现{kind}如下：" for kind in ("公告", "通告", "通报", "批复")},
    **dict.fromkeys(("通知", "公报"), "现将有关事项通知如下："),
    **dict.fromkeys(("函", "复函"), "现将有关事项函告如下："),
    **dict.fromkeys(("报告", "总结"), "现将有关情况报告如下："),
    "意见": "提出如下意见。",
}
#: Who issues it, before the 关于 of a title.
_ISSUER = re.compile(r"^[^《》]*?关于(?:印发|转发|公布)?")
#: What another document is about that this one carries out: 关于加强作业管理的意见.
_CARRIED_OUT = re.compile(r"关于[^《》]+的(?:若干|指导|实施)?(?:意见|通知|决定|办法|规定|方案)$")
#: What a topic begins with that is something to be done.
_VERB = re.compile(
    "(?:进一步|全面|深入|加快|切实|大力|持续|有序|统筹|积极|扎实|着力|更好|规范有序)*(?:推进|推动|促进|加强|深化|优化|"
    "完善|健全|改进|提升|提高|扩大|支持|保障|落实|贯彻|规范|开展|实施|实行|推行|建立|组建|构建|打造|创建|调整|做好|"
    "强化|引导|鼓励|发展|防止|减轻|缓解|解决|办好|稳步|巩固|培育)"
)


def kind_of(title: str) -> str:
    """What a document calls itself, 办法 of 管理办法（试行）; 方案 where it does not say."""
    found = _ENDING.search(title)
    return found[1] if found else "安排" if title.endswith("安排") else "方案"


def titled(name: str) -> str:
    """The title of a scheme's own document: its name, with 实施方案 where that does not say what it is."""
    return name if _ENDING.search(name) or _SAID.search(name) else f"{name}实施方案"


def goes_out_alone(title: str) -> bool:
    """Whether it is issued by itself and not under a notice."""
    return kind_of(title) in (*_ADDRESSED, *_PUBLIC)


def opening(title: str, topic: str, basis: str, details: str, here: str) -> str:
    """The first sentence: why and on what it rests, as its kind says it. `here` is 我县 and so on."""
    kind = kind_of(title)
    wanted = f"为{topic}"
    if kind in _RULES:
        wanted = f"为规范{topic.removeprefix('做好').removeprefix('规范')}"
        parts = [wanted, basis and f"根据{basis}", details and f"按照{details}要求"]
    else:
        wanted = topic if basis else wanted
        parts = [basis and f"为贯彻落实{basis}精神", details and f"按照{details}要求", wanted]
    return "，".join(part for part in (*parts, f"结合{here}实际", _MADE.get(kind, f"制定本{kind}。")) if part)


def has_receivers(title: str) -> bool:
    """Whether a text of its kind is addressed to somebody: a regulation and an announcement are not."""
    return kind_of(title) not in _PUBLIC


def makes_rules(title: str) -> bool:
    """Whether it is a regulation, measures or the like."""
    return kind_of(title) in _RULES


def after(scheme: Scheme, suffix: str) -> str:
    """The title of another document of the scheme: 学区制管理 and 任务分解表, 教育考核 and 考核细则, each word once."""
    base = _named(scheme.name)
    shared = next((n for n in range(len(suffix), 1, -1) if base.endswith(suffix[:n])), 0)
    if not shared and _SAID.search(base):
        suffix = suffix.removeprefix("工作")
    return base + suffix[shared:]


def topic(scheme: Scheme) -> str:
    """What it is about as something to be done: 推进集团化办学, 做好学区制管理工作."""
    about = _named(scheme.name)
    if upper := _CARRIED_OUT.search(_ENDING.sub("", scheme.name).removesuffix("的")):
        return f"落实《{upper[0]}》"
    short = about.removeprefix(scheme.locality.name)
    short = short if _VERB.match(short) or short[:1].isdigit() or makes_rules(scheme.name) else about
    work = re.sub(r"(?:安排|任务分解|任务分工|职责分工|分工)$", "", short) or short
    if _VERB.match(work):
        return work
    return f"做好{work}" if work.endswith("工作") else f"做好{work}工作"


def _named(name: str) -> str:
    """The name of a scheme without its issuer and without what says that it is a plan."""
    short = _ENDING.sub("", _ISSUER.sub("", name)).removesuffix("的")
    return short if len(short) > 2 else name
