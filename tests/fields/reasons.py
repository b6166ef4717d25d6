"""What each reader is about: what a reader need not carry has its reason here, and nowhere else.

A cell of the table is *carried* where the outputs differ. Where they do not, the reader must be one that is not about
the field: `reason` says why. What is left is a hole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xuequ.language.fields import Bears, Field, Sort


class Reason(NamedTuple):
    """Why a reader does not carry a field, in Chinese and English, and the letter that stands in the table."""

    letter: str
    zh: str
    en: str


REASONS: Mapping[str, Reason] = {
    "names_nothing": Reason("a", "不写已声明事物的名称，无可核对", "names nothing that is declared"),
    "no_meaning": Reason(
        "b", "本身没有含义：供引用的别名、供读取的文件", "bears no meaning: another name, a file to read"
    ),
    "print_only": Reason(
        "c", "只供印出，不改变对任何一方的要求", "only prints: it changes nothing that is asked of anybody"
    ),
    "own_file": Reason(
        "d", "本文件自己的事项，不随沿用带过来", "a file says it of itself; nobody takes it over"
    ),
    "conform": Reason(
        "e",
        "上下核对只看上级所要求的事项；由谁配合、服务哪个目标由下级自定",
        "conform: who supports it, and which goal it serves, is the subordinate's business",
    ),
    "no_element": Reason(
        "f",
        "说明出处是就某一要素问的；这里不是要素，或其各行各自问",
        "explain is asked of one element; this stands in none, or each of its rows is asked for by itself",
    ),
    "who": Reason(
        "g",
        "只答谁以何种方式参与、何时、限于何处",
        "answers who takes which part, when and within which limits",
    ),
    "duties": Reason(
        "h", "只答某一方的工作和它本身的情况", "answers what one body has to do, and what it is"
    ),
    "notice": Reason(
        "i",
        "印发通知只写如何印发；方案正文随附",
        "the notice says how the text goes out, with the plan attached",
    ),
    "plan": Reason(
        "j",
        "正文不印：条款号在清单中；本地写作“我县”；计分在考核细则中；机构类别、名册列和涉及事项供核对用；行事历所属年度定各行的年份",
        "no running text: clauses are in lists, scores on sheets, the place is 我县; the rest serves checks",
    ),
    "tasks": Reason(
        "k",
        "任务分解表只列职责本身；在哪些单位各做一份、服务于什么目标见正文",
        "the task table has duties; which units each have one, and what they serve, stands in the plan",
    ),
    "lists": Reason(
        "l",
        "责任清单列做什么、以何种方式、对谁、何时、在什么情形下；怎么做、为何做在正文和任务分解表中",
        "a duty list says what, in which part, for whom, when, under which condition; how and why stands in the plan",
    ),
    "checklists": Reason(
        "m",
        "任务清单列学区和学校自己要做的：做什么、何时、多少、在什么情形下",
        "a checklist says what a cluster or school has to do itself, when, how much, under which condition",
    ),
    "supervision": Reason(
        "n",
        "督导清单列督导什么、由谁牵头、何时、看什么成果",
        "the supervision list says what is overseen, who leads it, when, and by which output it shows",
    ),
    "appraisals": Reason(
        "o", "考核细则只印考核事项及其指标", "appraisal sheets have appraisals and their criteria"
    ),
    "ledger": Reason(
        "p", "工作台账只列做什么、由谁负责、何时完成", "the ledger says what, who answers for it, and by when"
    ),
    "calendar": Reason("q", "行事历只列何时做什么、由谁负责", "the calendar says when, what and who"),
    "matrix": Reason(
        "r", "责任矩阵只列哪件事由谁以何种方式参与", "the matrix says who takes which part in what"
    ),
    "xlsx": Reason(
        "s",
        "工作簿所列与各张表相同；考核的基本情况在考核细则文件中",
        "workbooks have what the tables have; what is said of an appraisal stands in the document of the sheets",
    ),
    "graph": Reason(
        "t",
        "关系图数据只有事物及其关系；数量、时间和文字不是关系",
        "the graph has things and how they stand to each other; numbers, times and texts are no relation",
    ),
}

#: The field in which a mapping stands that has rows of its own.
HOSTS: Mapping[str, tuple[str, str]] = {
    "size": ("cluster", "size"),
    "link": ("cluster", "link"),
    "never": ("constraint", "never"),
    "rhythm": ("duty", "when"),
    "measured": ("duty", "amount"),
    "split": ("duty", "amount"),
    "condition": ("duty", "where"),
    "result": ("appraisal", "result"),
    "into": ("appraisal", "into"),
    "score_line": ("criterion", "score"),
}
_FILE = frozenset({"scheme", "locality", "issue", "calendar", "conventions"})
#: Kinds that no mandate asks for.
_UNBOUND = _FILE | {
    "source",
    "item",
    "member",
    "form",
    "unit",
    "criterion",
    "schedule",
    "row",
    "mandate",
    "phase",
}
_PARTS = frozenset({"lead", "responsible", "support", "oversee", "approve", "inform"})
_LIMITS = frozenset({"where", "except", "if"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What a superior binds, by kind; `*` for every kind of element.
_BOUND = {
    "*": _words("force items"),
    "measure": _words("duties appraisals when amount"),
    "phase": _words("when amount"),
    "cluster": _words("forms members same every_school size"),
    "constraint": _words("protects never"),
    "mandate": _words("each requires bound"),
}
_WORK_RELATED = _words("name lead responsible support oversee approve inform for serves")
#: What is a node or an edge of the graph.
_RELATED: Mapping[str, frozenset[str]] = {
    "scheme": _words(
        "name organs posts clusters goals principles constraints measures duties appraisals phases"
    ),
    "locality": _words("level"),
    "organ": _words("name each under head members seat organs posts groups"),
    "post": _words("name each under held_by appointed_by removed_by barred"),
    "group": _words("name each of"),
    "cluster": _words("name mirrors under members units organs posts groups"),
    "member": _words("name leads"),
    "unit": _words("name"),
    "goal": _words("name items"),
    "principle": _words("name items"),
    "constraint": _words("name items"),
    "item": _words("name"),
    "measure": _words(
        "name responsible support oversee approve inform for serves measures duties appraisals"
    ),
    "duty": _WORK_RELATED
    | _words("output sets_up dissolves suspends exempts needs basis barred breach clause"),
    "appraisal": _words("name assess for serves needs basis rubric into barred clause"),
    "phase": _WORK_RELATED - {"for"} | _words("does duties"),
    "row": _words("when lead responsible support oversee approve inform does duties serves"),
}
#: What each list is about, of work.
_ABOUT: Mapping[str, Mapping[str, frozenset[str]]] = {
    "who": {
        "duty": _words("name clause each for when") | _PARTS | _LIMITS,
        "appraisal": _words("name clause each assess for when"),
    },
    "duties": {
        "duty": _words("name clause each for when output") | _PARTS | _LIMITS,
        "appraisal": _words("name assess for when"),
    },
    "lists": {
        "duty": _words("name clause for when amount output gate barred") | _PARTS | _LIMITS,
        "measure": _words("name"),
        "appraisal": _words("name assess"),
    },
    "checklists": {
        "duty": _words("name when amount output gate") | _LIMITS,
    },
    "supervision": {"duty": _words("name lead when output") | _LIMITS},
    "appraisals": {
        "appraisal": _words(
            "name assess for where except if when amount how basis rubric items open criteria grades result bundled "
            "into yields_to serves note unclear each for_each barred"
        ),
        "criterion": _words(
            "name items open note unclear points criteria score value evidence where per against veto"
        ),
    },
    "ledger": {"duty": _words("name lead when") | _LIMITS, "issue": _words("effective expires")},
    "calendar": {
        "duty": _words("name lead when note") | _LIMITS,
        "schedule": _words("rows"),
        "issue": _words("effective expires"),
        "calendar": _words("semesters rest work widths school_year"),
    },
    "matrix": {"duty": _words("name") | _PARTS, "appraisal": _words("name assess")},
}
#: What the running text leaves to lists, to the notice and to the checks.
_NOT_IN_TEXT: Mapping[str, frozenset[str]] = {
    "*": _words("clause"),
    "organ": _words("kind"),
    "group": _words("column"),
    "duty": _words("touches"),
    "locality": _words("name level under"),
    "issue": _words("source issued_by to cc date number copy_number secrecy urgency"),
    "calendar": _words("school_year semesters rest work widths"),
    "conventions": _words("joint"),
    "source": _words("standing note ours"),
    "schedule": _words("year school_year complete"),
    "cluster": _words("each"),
    "criterion": _words(
        "note unclear ours count items open force score value evidence where per against veto"
    ),
}


def reason(reader: str, kind: str, field: Field) -> str:
    """The key of the reason why a reader is not about a field; empty where it is."""
    key = field.key
    if reader in ("fmt", "keys"):
        return ""
    if reader == "references":
        return "" if field.refs and field.sort is not Sort.OUTPUT else "names_nothing"
    if reader == "override":
        return "own_file" if kind in _FILE else ""
    if reader == "explain":
        return "no_element" if kind in _FILE or (kind, key) == ("schedule", "rows") else ""
    if field.bears is Bears.NOTHING:
        return "no_meaning"
    if reader == "diff":
        compared = key in ("name", "note", "clause") and (kind, key) != ("row", "name")
        return "print_only" if field.bears is Bears.PRINT and not compared else ""
    if reader == "conform" and (kind == "split" or (kind, key) == ("size", "force")):
        return "conform"  # how a total divides is the subordinate's business, how firmly it was said the superior's
    if kind in HOSTS and not (reader == "graph" and not field.refs):
        kind, key = HOSTS[kind]
    if reader == "conform":
        if kind in ("duty", "appraisal"):
            bears = field.bears is Bears.MEANING and key not in ("support", "serves")
            return "" if bears else "conform"
        mine = _BOUND.get(kind, frozenset()) | (frozenset() if kind in _UNBOUND else _BOUND["*"])
        return "" if key in mine else "conform"
    if reader == "graph":
        return "" if key in _RELATED.get(kind, frozenset()) else "graph"
    if reader == "plan":
        return "plan" if key in _NOT_IN_TEXT["*"] | _NOT_IN_TEXT.get(kind, frozenset()) else ""
    if reader == "notice":
        return "" if kind == "issue" and key != "source" else "notice"
    if reader == "xlsx":
        return "xlsx"
    if reader == "tasks":
        in_table = kind == "duty" and field.bears is Bears.MEANING
        return "" if in_table and key not in ("touches", "each", "serves") else "tasks"
    return "" if key in _ABOUT[reader].get(kind, frozenset()) else reader
