"""The names templates can use, in words: Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

#: Fields of views that are for programs.
INTERNAL = frozenset({"enclosed", "items", "keys", "events", "listed", "school"})

#: The cells of rows that do not have the document's own columns.
CELLS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sources": ("序号", "文件名称", "发文机关", "文号", "日期", "用途"),
        "doubts": ("序号", "事项", "疑点", "依据条款"),
        "units": ("名称", "模式", "成员", "说明"),
        "constant": ("序号", "工作内容", "周期", "责任单位", "备注"),
        "undated": ("序号", "工作内容", "时间要求", "责任单位"),
        "widths": ("用语", "所指时间"),
        "facts": ("项目", "内容"),
        "months": ("月份", "工作内容", "责任单位", "备注"),
        "tables": ("各列标题", "各行"),
    }
)

#: What each name stands for, wherever it stands.
MEANINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": ("标题", "the title"),
        "issued_by": ("发文机关", "who issues it"),
        "number": ("文号", "the document number"),
        "date": ("成文日期", "the date of issue"),
        "to": ("主送机关", "whom it is addressed to"),
        "opening": ("开头一段", "the opening paragraph"),
        "principles_title": ("第一章的标题", "the title of the first chapter"),
        "principles": ("基本原则", "principles"),
        "constraints": ("约束", "constraints"),
        "goals": ("工作目标", "goals"),
        "organs": ("机构", "bodies"),
        "posts": ("岗位", "posts"),
        "groups": ("群体", "groups"),
        "districts": ("学区类型", "cluster types"),
        "measures": ("主要举措", "measures"),
        "safeguards": ("保障措施", "measures that secure the others"),
        "appraisals": ("考核事项", "appraisals"),
        "phases": ("实施步骤", "phases"),
        "schedules": ("行事历", "schedules"),
        "months": ("各行", "the rows of a schedule"),
        "mandates": ("对下要求", "what subordinate schemes must have"),
        "begins": ("施行日期、有效期和废止的文件", "from when it is in force, and what it replaces"),
        "sources": ("依据的文件", "the documents it rests on"),
        "about": ("对全文的备注", "what is noted of the whole"),
        "doubts": ("待核事项", "what is in doubt"),
        "ours": ("本方案补充的内容", "what the scheme itself adds"),
        "name": ("名称", "its name"),
        "text": ("说明", "what is said of it"),
        "level": ("标题层级，2 是（一）", "the level of the heading; 2 is （一）"),
        "statements": ("其中各条", "what stands under it"),
        "members": ("成员", "members"),
        "form": ("所用模式", "the form of the cluster"),
        "forms": ("模式", "forms"),
        "units": ("各学区", "the clusters themselves"),
        "columns": ("表头", "the headings of the table"),
        "rows": ("表格各行", "the rows of the table"),
        "actors": ("各责任主体", "actors"),
        "forbidden": ("禁止事项", "what is forbidden"),
        "forbidden_columns": ("禁止事项的表头", "the headings of what is forbidden"),
        "idle": ("没有任务的主体", "actors without a duty"),
        "summary": ("各类任务的项数", "how many duties by part"),
        "chapters": (
            "学区的清单；一校一份时只有这所学校的",
            "the list of the cluster, or of the school whose document it is",
        ),
        "overseers": ("督导机构", "supervising bodies"),
        "sheets": ("各考核表", "the appraisal sheets"),
        "facts": ("考核的基本情况", "the facts of the appraisal"),
        "note": ("附注", "a note"),
        "period": ("所排的期间", "the period planned"),
        "constant": ("每周以上一次的常规工作", "work that comes round every week or oftener"),
        "undated_title": ("没有日期的工作的标题", "the heading of work without a date"),
        "undated": ("没有日期的工作", "work without a date"),
        "widths": ("时间用语的口径", "what words of time stand for"),
        "legend": ("图例", "what the signs mean"),
        "tables": ("分成几张的矩阵", "the matrix in several tables"),
        "copy_number": ("份号", "the copy number"),
        "secrecy": ("密级", "the degree of secrecy"),
        "urgency": ("紧急程度", "the degree of urgency"),
        "mark": ("发文机关标志", "the issuer's mark"),
        "issuers": ("署名机关", "who signs"),
        "attachments": ("附件名称", "the titles of attachments"),
        "cc": ("抄送机关", "who gets a copy"),
        "printed_by": ("印发机关", "who prints it"),
        "printed_on": ("印发日期", "the date of printing"),
    }
)

#: What some stand for inside others.
_INSIDE: Mapping[str, tuple[str, str]] = MappingProxyType({"number": ("序号", "its number")})


def meaning(path: Sequence[str]) -> tuple[str, str]:
    """What a name stands for, in Chinese and English; `path` from the document down."""
    inside = _INSIDE.get(path[-1]) if len(path) > 1 else None
    return inside or MEANINGS[path[-1]]


#: Sorts of names, and how a tag uses them.
SORTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("文字", "text"),
        "number": ("数字", "number"),
        "texts": ("若干文字", "several texts"),
        "rows": ("表格行", "table rows"),
        "records": ("若干项", "several entries"),
        "tables": ("若干张表", "several tables"),
    }
)
