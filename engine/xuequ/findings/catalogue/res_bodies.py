"""Findings about posts and bodies: who fills them, heads them and judges them."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="RES208",
        slug="unfilled-post",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 由谁担任、由谁任命都没有写明",
            help="写出 `担任`（held_by）或 `任命`（appointed_by）",
            label="无人担任，也无人任命",
        ),
        en=Text(
            message="nothing says who holds the post `{name}`, nor who appoints to it",
            help="name `held_by` or `appointed_by`",
            label="nobody holds or appoints",
        ),
    ),
    Entry(
        code="RES209",
        slug="fixed-and-rotating",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的任职方式既是固定又是轮值",
            help="选定一种；由下级决定的，写明谁决定、何时决定",
            label="固定与轮值并存",
        ),
        en=Text(
            message="the post `{name}` is both fixed and rotating",
            help="choose one; where others shall choose, say who decides and when",
            label="both at once",
        ),
    ),
    Entry(
        code="RES210",
        slug="fixed-convener",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 可以轮值，`{duties}` 却固定由 `{role}` 牵头，轮值后由谁承担不清楚",
            help="把这些职责改由 `{name}` 牵头，或写明轮值时 `{role}` 随之改变",
            label="轮值，而职责不随之转移",
        ),
        en=Text(
            message="the post `{name}` rotates, while `{duties}` stay with `{role}` whoever holds it",
            help="let `{name}` lead them, or say that `{role}` changes with the post",
            label="rotates, and its duties do not",
        ),
    ),
    Entry(
        code="RES211",
        slug="no-term",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 没有任期",
            help="写出 `任期`（term），如 `3 years`",
            label="没有任期",
        ),
        en=Text(
            message="the post `{name}` has no term",
            help="say its `term`, such as `3 years`",
            label="no term",
        ),
    ),
    Entry(
        code="RES212",
        slug="empty-body",
        level=Level.WARNING,
        zh=Text(
            message="`{names}` 没有写明{missing}",
            help="补上组成、负责人或设在哪里；另文规定的，列为来源文件",
            label="没有写明",
        ),
        en=Text(
            message="`{names}`: nothing says {missing}",
            help="say who belongs to it, who heads it, where it sits; what another document says is a source",
            label="not said",
        ),
    ),
    Entry(
        code="RES213",
        slug="optional-governor",
        level=Level.WARNING,
        zh=Text(
            message="管理`{kinds}`的只有 `{name}`，而它可设可不设",
            help="写明必须设立，或写明不设时由谁管理",
            label="可设可不设",
        ),
        en=Text(
            message="`{name}` alone could govern `{kinds}`, and it is optional",
            help="make it a must, or say who governs where it is not set up",
            label="optional",
        ),
    ),
    Entry(
        code="RES214",
        slug="assessed-on-nothing",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 要接受考核（`{appraisals}`），却没有任何职责可供考核",
            help="给它写出职责，或不考核它",
            label="没有职责",
        ),
        en=Text(
            message="`{name}` is assessed (`{appraisals}`) and has no duty to be assessed on",
            help="give it a duty, or leave it out of the appraisal",
            label="no duty",
        ),
    ),
    Entry(
        code="RES215",
        slug="result-without-use",
        level=Level.WARNING,
        zh=Text(
            message="`{names}` 的结果用于什么没有写明",
            help="写出 `结果运用`（result）：用于何事、力度如何；或用 `计入`（into）计入另一项考核",
            label="结果没有用处",
        ),
        en=Text(
            message="nothing says what the results of `{names}` are for",
            help="say what the `result` counts for, or let it count `into` another appraisal",
            label="for nothing",
        ),
    ),
    Entry(
        code="RES216",
        slug="cluster-not-assessed",
        level=Level.WARNING,
        zh=Text(
            message="`{names}` 没有人考核",
            help="同一方案中受考核的有 `{beside}`；给它写一项考核，写明谁考核、依据什么",
            label="无人考核",
        ),
        en=Text(
            message="nobody assesses `{names}`",
            help="`{beside}` is assessed in this scheme; write an appraisal for it that says who assesses, and on what",
            label="nobody assesses it",
        ),
    ),
    Entry(
        code="RES217",
        slug="leads-unassessed",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 牵头工作，却没有人考核；同一方案中受考核的岗位有 `{beside}`",
            help="把它列为考核对象，或写明随谁一并考核",
            label="牵头而不受考核",
        ),
        en=Text(
            message="`{name}` leads work and nobody assesses it, while `{beside}` is assessed",
            help="make it the object of an appraisal, or say with whom it is assessed",
            label="leads and is not assessed",
        ),
    ),
    Entry(
        code="RES218",
        slug="two-masters",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 同时隶属 `{masters}`",
            help="只留一个上级，另一个改为督导或配合",
            label="又一个上级",
        ),
        en=Text(
            message="`{name}` is under `{masters}` at once",
            help="keep one of them over it, and let the other oversee or support",
            label="another master",
        ),
    ),
)
