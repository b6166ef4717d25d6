"""Findings about work done twice, for nobody, or by too few."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="RES219",
        slug="output-twice",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 由 `{first}` 出，又由 `{second}` 出",
            help="只留一方，另一方改为配合；若是两份文件，名称分开",
            label="又一次",
        ),
        en=Text(
            message="`{name}` is due from `{first}` and again from `{second}`",
            help="keep one party and let the other support; if they are two documents, name them apart",
            label="due again",
        ),
    ),
    Entry(
        code="RES220",
        slug="outputs-alike",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 与 `{others}` 名称相近，是不是同一份文件没有写明",
            help="是同一份的，统一名称并只由一方制定；不是的，名称中写出区别",
            label="与另一份相近",
        ),
        en=Text(
            message="`{name}` and `{others}` look alike, and nothing says whether they are one document",
            help="if they are one, use one name and one author; if not, let the names tell them apart",
            label="like another",
        ),
    ),
    Entry(
        code="RES221",
        slug="inspector-load",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 有 {schools} 所学校，{heads} 名`{post}`最多负责 {most} 所",
            help="增加`{post}`，或划小范围",
            label="{schools} 所学校",
        ),
        en=Text(
            message="`{name}` has {schools} schools, more than {most} for each of {heads} `{post}`",
            help="name more of them, or make the cluster smaller",
            label="{schools} schools",
        ),
    ),
    Entry(
        code="RES222",
        slug="report-to-nobody",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 没有写明报给谁",
            help="写出 `报送`（inform）或 `对象`（for）",
            label="没有接收方",
        ),
        en=Text(
            message="`{name}` does not say who receives it",
            help="name the receiver as `inform` or `for`",
            label="no receiver",
        ),
    ),
    Entry(
        code="RES223",
        slug="issuer-hears-nothing",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 印发了方案，却没有一项职责向它报送，也不督导、审定、考核任何一项",
            help="写明谁、何时向 `{name}` 报告实施情况",
            label="没有回音",
        ),
        en=Text(
            message="`{name}` issues the scheme, and nothing is reported to it, nor does it oversee, approve or assess anything",
            help="say who tells `{name}` how it goes, and when",
            label="hears nothing",
        ),
    ),
    Entry(
        code="RES224",
        slug="matter-in-two-hands",
        level=Level.NOTE,
        zh=Text(
            message="{matter}由 `{leads}` 分别牵头（`{names}`），界限没有写明",
            help="归一方牵头，或写明各管什么",
            label="又一方牵头",
        ),
        en=Text(
            message="{matter} is led by `{leads}` (`{names}`), and no line is drawn between them",
            help="let one of them lead, or say what each decides",
            label="led by another as well",
        ),
    ),
    Entry(
        code="RES225",
        slug="trial-without-end",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 是试行的，没有写到何时为止",
            help="写明 `失效`（issue.expires）；到期评估，再定存废",
            label="没有期限",
        ),
        en=Text(
            message="`{name}` is a trial, and nothing says until when",
            help="say when it `expires`, and judge it then",
            label="no end",
        ),
    ),
    Entry(
        code="RES226",
        slug="condition-without-effect",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的条件 `{column}` 不起作用：它没有落到学校或学区",
            help="用 `每`（each）或 `对象`（for）写明学校或学区，或者删去这个条件",
            label="对谁都不起作用",
        ),
        en=Text(
            message="the condition `{column}` of `{name}` has no effect: nothing in it is a school or a cluster",
            help="say with `each` or `for` which schools or clusters it is about, or drop the condition",
            label="about nobody",
        ),
    ),
    Entry(
        code="RES227",
        slug="definition-as-duty",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 是定义或适用范围，不是职责",
            help="定义写成 `群体`（groups）或机构，适用范围写进 `原则`（principles）或 `备注`（note）",
            label="不是职责",
        ),
        en=Text(
            message="`{name}` is a definition or a scope and no duty",
            help="write a definition as a group or an organ, a scope as a principle or a note",
            label="no duty",
        ),
    ),
)
