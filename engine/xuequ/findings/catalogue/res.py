"""Findings about responsibility."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.catalogue.res_bodies import ENTRIES as BODIES
from xuequ.findings.catalogue.res_work import ENTRIES as WORK
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="RES201",
        slug="duty-without-lead",
        level=Level.WARNING,
        zh=Text(
            message="{names} 没有牵头单位",
            help="写出 `牵头`（lead）；原文确未写明的，用“待定”保留，印发前请补上",
            label="无人牵头",
        ),
        en=Text(
            message="nobody leads {names}",
            help="name a `lead`; where the source leaves it open, settle it before the scheme is issued",
            label="no lead",
        ),
    ),
    Entry(
        code="RES202",
        slug="joint-lead",
        level=Level.WARNING,
        zh=Text(
            message="{duties} 由 {names} 并列承担，没有说明以谁为主",
            help="只留一个牵头，其余列为配合；或在 `约定`（conventions）写明 `并列: 首位牵头`（joint: first_leads）；轮流承担的用 `轮流`（in_turn）",
            label="并列承担",
        ),
        en=Text(
            message="{names} hold {duties} jointly and none of them leads",
            help="keep one `lead` and make the others `support`; or state `conventions: {{joint: first_leads}}`; or say `in_turn`",
            label="held jointly",
        ),
    ),
    Entry(
        code="RES203",
        slug="idle-body",
        level=Level.WARNING,
        zh=Text(
            message="{kind} `{name}` 没有任何职责",
            help="给它写一项职责或考核；只是行文对象的，列入 `主送`（to）或 `抄送`（cc）",
            label="没有职责",
        ),
        en=Text(
            message="the {kind} `{name}` has nothing to do",
            help="give it a duty or an appraisal; if it is only addressed, name it in `to` or `cc`",
            label="takes no part in anything",
        ),
    ),
    Entry(
        code="RES204",
        slug="judge-in-own-case",
        level=Level.WARNING,
        zh=Text(
            message="`{name}`：{who} {how}，等于自己评自己",
            help="换一个不承担此事的机构来督导、审定或考核",
            label="自己评自己",
        ),
        en=Text(
            message="`{name}`: {who} {how}, and so judges its own work",
            help="let a body that does not do this work oversee, approve or assess it",
            label="judges its own work",
        ),
    ),
    Entry(
        code="RES205",
        slug="incomplete-appraisal",
        level=Level.WARNING,
        zh=Text(
            message="考核事项 `{name}` 没有写明{missing}",
            help="考核要说清谁考核、考核谁、依据什么",
            label="没有写明",
        ),
        en=Text(
            message="the appraisal `{name}` does not say its {missing}",
            help="an appraisal says who assesses whom against what",
            label="not said",
        ),
    ),
    Entry(
        code="RES206",
        slug="two-assessors",
        level=Level.WARNING,
        zh=Text(
            message="{objects} 既由 {first} 考核（{names[0]}），又由 {second} 考核（{names[1]}），没有说明以哪个为准",
            help="用 `计入`（into）把一个计入另一个，或用 `让于`（yields_to）说明以哪个为准",
            label="又一次考核",
        ),
        en=Text(
            message="{objects} are assessed by {first} (`{names[0]}`) and again by {second} (`{names[1]}`), and no rule says which counts",
            help="let one count `into` the other, or say that one `yields_to` the other",
            label="assessed again",
        ),
    ),
    Entry(
        code="RES207",
        slug="report-ends-short",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 只报送到 {receivers}，到不了教育行政部门",
            help="写明由谁再向教育行政部门报送，或直接报送",
            label="到此为止",
        ),
        en=Text(
            message="`{name}` reports to {receivers} and goes no further, so it reaches no bureau",
            help="say who passes it on to a bureau, or report there at once",
            label="ends here",
        ),
    ),
    *BODIES,
    *WORK,
)
