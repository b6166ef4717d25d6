"""Faults of responsibility: RES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from mutation.faults import Kind, Planter, tried
from mutation.handles import of, second
from mutation.planting import CannotOccurError, Sheet
from mutation.running import Example, before
from xuequ.findings.finding import DocPath

RESULT = "result: {counts_for: [评优]}"


def scheme(*steps: str | Callable[[Example], str]) -> Planter:
    """Entries for sections, `path|text` each, in turn; the finding is expected at the last.

    `{a}` and `{b}` are bodies of the example, `{cluster}` one of its clusters, `{clause}` a clause.
    """
    return lambda example: tried([lambda: entered(example, *steps)])


def entered(example: Example, *steps: str | Callable[[Example], str], sheet: Sheet | None = None) -> Sheet:
    texts = [step if isinstance(step, str) else step(example) for step in steps]
    asks = any("<b>" in text for text in texts)
    changed = sheet or (second(example) if asks else example.scheme)
    for step in texts:
        section, _, text = filled(example, step).partition("|")
        if section == "duties":
            changed = changed.entry(of(example).duties, text)
        elif section == "line":
            changed = changed.at(text)
        else:
            changed = changed.entry(tuple(section.split("/")), text)
    return changed


def filled(example: Example, text: str) -> str:
    own = of(example)
    values = {
        "a": own.bodies[0],
        "b": own.bodies[1],
        "cluster": own.cluster,
        "lead": own.lead,
        "member": own.member,
        "clause": own.clause,
        "result": RESULT,
        "top": "city_bureau" if example.name == "chengdu" else own.bodies[0],
        "each": "" if example.name == "luoxi" else f"each: {own.cluster}, ",
    }
    for key, value in values.items():
        text = text.replace(f"<{key}>", value)
    return text


def led(example: Example) -> Iterator[Sheet]:
    """A lead taken away from a duty beside others that have one, or that stands alone in its measure."""

    def beside(sheet: Sheet, path: DocPath) -> bool:
        duties = sheet.value(path[:-1])
        assert isinstance(duties, dict)
        others = [d for k, d in duties.items() if k != path[-1]]
        return not others or any(
            isinstance(d, dict) and d.get("lead", "unspecified") != "unspecified" for d in others
        )

    changes = [
        partial(s.said, (*p, "lead"), "unspecified")
        for s in example.sheets
        for p, element in s.elements("duties")
        if isinstance(element.get("lead"), str) and element["lead"] != "unspecified" and beside(s, p)
        # What is only allowed needs no lead.
        if element.get("force") != "may"
    ]
    return tried(changes)


def review(fields: str, key: str = "planted_review") -> str:
    return f"appraisals|{key}: {{name: {fields}, clause: <clause>}}"


def work(fields: str, key: str = "planted") -> str:
    return f"duties|{key}: {{{fields}}}"


def organ(key: str, fields: str) -> str:
    return f"organs|{key}: {{{fields}, clause: <clause>}}"


def cluster_file(example: Example, name: str = "") -> tuple[Sheet, DocPath]:
    """Where a cluster is declared."""
    key = name or of(example).cluster
    for sheet in example.sheets:
        value = sheet.value(())
        if isinstance(value, dict) and key in value.get("clusters", {}):
            return sheet, ("clusters", key)
    raise CannotOccurError(key)


def in_cluster(*steps: str) -> Planter:
    """Entries for sections of the cluster's own declaration."""

    def plant(example: Example) -> Sheet:
        sheet, at = cluster_file(example)
        for step in steps:
            section, _, text = filled(example, step).partition("|")
            sheet = sheet.entry((*at, section), text)
        return sheet

    return lambda example: tried([lambda: plant(example)])


def with_policy(steps: tuple[str, ...], later: tuple[str, ...], at_first: bool = True) -> Planter:
    """Entries for the cluster's declaration, and then for the scheme, which may be another file."""

    def plant(example: Example) -> Sheet:
        if of(example).lead == of(example).member and any("<lead>" in step for step in later):
            raise CannotOccurError("no role leads")
        sheet, at = cluster_file(example)
        for step in steps:
            section, _, text = filled(example, step).partition("|")
            sheet = sheet.entry((*at, section), text)
        if at_first and example.name == "haibowan" and "watcher" in steps[-1]:
            return entered(example, *later, sheet=sheet).on((*at, "units", "yixiao"))
        if sheet.file == example.scheme.file:
            both = entered(example, *later, sheet=sheet)
            return both.at(filled(example, steps[-1]).partition("|")[2])
        other = entered(example, *later)
        if at_first:
            return Sheet(sheet.file, sheet.text, sheet.line, None, (other,))
        return Sheet(other.file, other.text, other.line, None, (sheet,))

    return lambda example: tried([lambda: plant(example)])


def issuer(example: Example) -> Sheet:
    if "RES223" in {code for code, *_ in before(example.name, False)}:
        raise CannotOccurError("the issuer hears of nothing as it is")
    changed = example.scheme.entry(
        ("organs",), filled(example, "new_issuer: {name: 植入委员会, kind: outside, clause: <clause>}")
    )
    return changed.with_field(("issue",), "issued_by", "new_issuer").on(("issue", "issued_by"))


def unconditional(example: Example) -> Iterator[Sheet]:
    """A condition on schools for work of a body, where the place is no cluster of schools either."""
    if example.name != "luoxi":
        yield from scheme(work(LEADER + ", where: {area: 乡村}"))(example)


def addressed(example: Example) -> Sheet:
    """The issue sent to a body with work and to one without."""
    organs = (organ("idle_office", "name: 植入办公室, kind: office"), work(LEADER))
    changed = entered(example, *organs).with_field(("issue",), "to", filled(example, "[<a>, idle_office]"))
    return changed.on(("issue", "to"))


def ordered(example: Example) -> Sheet:
    """A plan of the scheme's own name to be drawn up by somebody in it."""
    changed = example.scheme.said(("name",), "某地植入学区化管理实施方案")
    return entered(
        example,
        work("name: 制定植入学区化管理实施方案, lead: <a>, each: locality, when: 每学期末"),
        sheet=changed,
    )


LEADER = "name: 组织植入的工作, lead: <a>, when: 每学期末"
UNJUDGED = {"RES217": "the new post leads and is not assessed, as others are"}

RES = (
    Kind("RES201", "the lead of a duty taken away", led, {
        "RES203": "who led it has nothing else to do", "REF112": "nobody else speaks of who led it",
        "AMT106": "its number has lost its owner", "RES223": "it was all the issuer did"}, most=2),
    Kind("RES201", "a duty without a lead", scheme(work("name: 组织植入的工作, lead: unspecified, when: 每学期末")), joined=True),
    Kind("RES202", "two that lead, and none of them first", scheme(work("name: 组织植入的工作, lead: [<a>, <b>], when: 每学期末"))),
    Kind("RES202", "two that are responsible, and nobody leads", scheme(work("name: 组织植入的工作, lead: unspecified, responsible: [<a>, <b>], when: 每学期末"))),
    Kind("RES203", "an organ with nothing to do", scheme(organ("idle_office", "name: 植入办公室, kind: office"))),
    Kind("RES203", "a post with nothing to do", scheme("posts|idle_post: {name: 植入专员, appointed_by: <a>, clause: <clause>}")),
    Kind("RES204", "a lead that oversees itself", scheme(work(LEADER + ", oversee: <a>"))),
    Kind("RES204", "a lead that approves its own work", scheme(work(LEADER + ", approve: <a>"))),
    Kind("RES204", "an assessor among the assessed", scheme(review("植入的考核, assess: <a>, for: <a>, when: 每学年, criteria: [甲], <result>"))),
    Kind("RES205", "an appraisal without an assessor", scheme(review("植入的考核, for: <a>, when: 每学年, criteria: [甲], <result>"))),
    Kind("RES205", "an appraisal without an object", scheme(review("植入的考核, assess: <a>, when: 每学年, criteria: [甲], <result>"))),
    Kind("RES205", "an appraisal against nothing", scheme(review("植入的考核, assess: <a>, for: <b>, when: 每学年, <result>")), {
        "RES253": "what it is judged by is made by those below"}),
    Kind("RES206", "a second assessor", scheme(
        organ("judge", "name: 植入考评室, kind: office"),
        review("甲考核, assess: <a>, for: <b>, when: 每学年, criteria: [甲], <result>", "first_review"),
        review("乙考核, assess: judge, for: <b>, when: 每学年, criteria: [甲], <result>"))),
    Kind("RES207", "a report that ends in an office", scheme(
        organ("archive", "name: 植入档案室, kind: office"), work(LEADER.replace("<a>", "school") + ", inform: archive"))),
    Kind("RES208", "a post that nobody fills", scheme(
        work("name: 组织植入的工作, lead: planted_post, when: 每学期末"), "posts|planted_post: {name: 植入专员, clause: <clause>}"), UNJUDGED),
    Kind("RES209", "a post both fixed and rotating", scheme(
        work("name: 组织植入的工作, lead: planted_post, when: 每学期末"),
        "posts|planted_post: {name: 植入专员, appointed_by: <a>, term: 3 years, tenure: [fixed, rotating], clause: <clause>}"), UNJUDGED),
    Kind("RES211", "a post that rotates and has no term", scheme(
        work("name: 组织植入的工作, lead: planted_post, when: 每学期末"),
        "posts|planted_post: {name: 植入专员, appointed_by: <a>, tenure: rotating, clause: <clause>}"), UNJUDGED),
    Kind("RES212", "a committee without members", scheme(
        work("name: 组织植入的工作, lead: panel, when: 每学期末"), organ("panel", "name: 植入委员会, kind: committee, head: <a>"))),
    Kind("RES214", "a post assessed on nothing", scheme(
        review("植入的考核, assess: <a>, for: planted_post, when: 每学年, criteria: [甲], <result>"),
        "posts|planted_post: {name: 植入专员, appointed_by: <a>, clause: <clause>}"),
        {"RES217": "another post leads and is not assessed, now that one is"}),
    Kind("RES215", "an appraisal without a use", scheme(review("植入的考核, assess: <a>, for: <b>, when: 每学年, criteria: [甲]")), joined=True),
    Kind("RES218", "a body under two masters", scheme(
        work("name: 组织植入的工作, lead: master, when: 每学期末"), work("name: 办理另一项工作, lead: servant, when: 每学期末", "again"),
        organ("master", "name: 植入中心, kind: office, organs: {servant: {name: 植入办公室, kind: office, under: <top>, clause: <clause>}}"))),
    Kind("RES219", "one output owed by two", scheme(
        work(LEADER + ", output: 植入情况通告"),
        work("name: 组织另一项工作, lead: <b>, when: 每学期末, output: 植入情况通告", "again"))),
    Kind("RES220", "two outputs that look the same", scheme(
        work(LEADER + ", output: 植入工作专项实施细则"),
        work("name: 组织另一项工作, lead: <a>, when: 每学期末, output: 植入工作专项细则", "again"))),
    Kind("RES250", "an award of which nothing says by what", scheme(work("name: 表彰植入的先进, lead: <a>, when: 每学年")), joined=True),
    Kind("RES251", "two lists that differ by one item", scheme(
        "principles|planted_one: {name: 植入甲, items: [某一, 某二, 某三, 某四], clause: <clause>}",
        "principles|planted_two: {name: 植入乙, items: [某一, 某二, 某三, 某五], clause: <clause>}")),
    Kind("RES252", "work of a body that is dissolved", scheme(
        "organs|gone: {name: 植入办公室, clause: <clause>}",
        work("name: 撤销植入办公室, lead: <a>, dissolves: gone, when: 9月", "end"),
        work("name: 组织植入的工作, lead: gone, when: 每学期末"))),
    Kind("RES222", "a report to nobody", scheme(work("name: 上报植入情况, lead: <a>, when: 每学期末"))),
    Kind("RES270", "a ban that is led as work", scheme(work("name: 严禁植入的收费, lead: <a>, when: 每学期末"))),
    Kind("RES225", "a trial without an end", scheme("measures|trial_again: {name: 植入事项试点, clause: <clause>, duties: {begin: {" + LEADER.replace("<a>", "<top>") + "}}}"), joined=True),
    Kind("RES217", "a post that leads and is not assessed", scheme(
        work("name: 组织植入的工作, lead: planted_post, when: 每学期末"),
        review("植入的考核, assess: <a>, for: other_post, when: 每学年, criteria: [甲], <result>"),
        work("name: 办理另一项工作, lead: other_post, when: 每学期末", "again"),
        "posts|other_post: {name: 植入干事, appointed_by: <a>, clause: <clause>}",
        "posts|planted_post: {name: 植入专员, appointed_by: <a>, clause: <clause>}"),
        {"RES217": "another post leads and is not assessed either, now that one is"}),
    Kind("RES223", "an issuer that hears of nothing", lambda e: tried([lambda: issuer(e)]), {"DOC102": "what else is open is now told at the next field"}),
    Kind("RES224", "one matter in two hands", scheme(
        "duties|planted: {name: 组织植入的工作, <each>lead: <lead>, when: 每学期末, touches: timetable}",
        organ("timetable_office", "name: 植入课程办公室, kind: office"),
        "duties|again: {name: 组织另一项工作, <each>lead: timetable_office, when: 每学期末, touches: timetable}"),
        {"CON102": "the timetable is protected there"}),
    Kind("RES210", "a convener that stays while the post rotates", with_policy(
        ("posts|turning: {name: 植入轮值长, tenure: rotating, term: 1 years, clause: <clause>, appointed_by: <a>}",),
        ("duties|planted: {name: 组织植入的工作, <each>lead: <lead>, when: 每学期末}",
         "duties|again: {name: 组织另一项工作, <each>lead: turning, when: 每学期末}")),
        UNJUDGED),
    Kind("RES213", "an optional body that alone could govern", scheme(
        "clusters|loose: {name: 植入片组, each: county, overlap: true, clause: <clause>, members: {loose_school: {name: 片组学校}}}",
        work("name: 组织植入的工作, each: loose, lead: loose_panel, when: 每学期末"),
        "organs|loose_panel: {name: 植入片组委员会, kind: committee, each: loose, head: principal, members: principal, force: may, clause: <clause>}"),
        {"RES216": "the new kind of cluster is not assessed either", "ROS112": "nothing says how many of the new kind there are"}),
    Kind("RES216", "a kind of cluster that nobody assesses", scheme(
        review("植入的考核, assess: <top>, for: <cluster>, when: 每学年, criteria: [甲], <result>"),
        "clusters|loose: {name: 植入片组, each: county, overlap: true, clause: <clause>, members: {loose_school: {name: 片组学校}}}"),
        {"RES206": "the cluster was assessed before", "RES204": "its assessor also runs it", "TIM114": "another appraisal of it keeps another clock"}, joined=True),
    Kind("RES221", "one inspector for too many schools", with_policy(
        ("posts|watcher: {name: 植入督学, count: 1, per: 1 schools, clause: <clause>}",),
        ("duties|planted: {name: 组织植入的工作, <each>lead: watcher, when: 每学期末}",)),
        UNJUDGED | {"RES221": "the other clusters have too many, too", "RES208": "nobody appoints it either"}, rows=True),
    Kind("RES204", "an approver who holds the leading post", scheme(
        "posts|planted_post: {name: 植入专员, held_by: <a>, clause: <clause>}",
        work("name: 组织植入的工作, lead: planted_post, approve: <a>, when: 每学期末")), UNJUDGED),
    Kind("RES230", "one duty under two names", scheme(
        work("name: 组织植入骨干送教, lead: <a>, when: 每学期末", "before"), work("name: 开展骨干植入送教活动, lead: <b>, when: 每学期末"))),
    Kind("RES232", "a function of two bodies", lambda e: () if e.name == "luoxi" else scheme(
        work("name: 组织植入质量监测, lead: <a>, when: 每学期末", "before"), work("name: 负责植入质量抽测, lead: <b>, when: 每学期末"))(e)),
    Kind("RES233", "a body that two manage", scheme(
        organ("centre", "name: 植入中心, kind: office"), organ("other_office", "name: 植入办公室, kind: office"),
        work("name: 组织植入的工作, lead: centre, when: 每学期末", "again"),
        work("name: 对植入中心进行管理, lead: <a>, for: centre, when: 每学期末", "before"),
        work("name: 领导植入中心, lead: other_office, for: centre, when: 每学期末"))),
    Kind("RES234", "a comparison with nobody", scheme(review("植入的考核, assess: <a>, for: <cluster>, when: 每学年, <result>, criteria: {甲: {against: outside}}")), {
        "RES255": "its assessor is one of each place", "RES206": "the cluster was assessed before", "RES204": "its assessor also runs it", "TIM114": "another appraisal of it keeps another clock",
        "RES216": "now that one kind of cluster is assessed, the others stand out"}),
    Kind("RES236", "a post for one of many", scheme(
        work("name: 组织植入的工作, <each>lead: planted_post, when: 每学期末"),
        "posts|planted_post: {name: 植入专员, <each>held_by: <member>, clause: <clause>}"), UNJUDGED),
    Kind("RES237", "one meeting that every cluster convenes", lambda e: () if e.name == "luoxi" else scheme(
        organ("panel", "name: 植入会议, kind: conference, head: <a>, members: <a>"),
        work("name: 召开植入会议, each: <cluster>, lead: <lead>, for: panel, when: 每学期末"))(e), {"RES203": "to be convened is no work"}),
    Kind("RES238", "a leading school that nobody assesses", lambda e: () if e.name in ("luoxi", "haibowan") else scheme(
        review("植入的考核, assess: <top>, for: loose_school, when: 每学年, criteria: [甲], <result>"),
        "clusters|loose: {name: 植入片组, each: county, overlap: true, clause: <clause>, members: {loose_lead: {name: 片组长校, leads: true}, loose_school: {name: 片组学校}}}")(e),
        {"RES216": "the new kind of cluster is not assessed either", "ROS112": "nothing is named of the new kind of cluster"}),
    Kind("RES239", "a group that works only in company", scheme(
        organ("first_group", "name: 植入甲组, kind: working_group, head: <a>, members: <a>"),
        "groups|planted_group: {name: 植入两组, of: [first_group, second_group], clause: <clause>}",
        work("name: 组织植入的工作, responsible: planted_group, when: 每学期末", "before"),
        work("name: 办理另一项工作, lead: first_group, when: 每学期末"),
        organ("second_group", "name: 植入乙组, kind: working_group, head: <a>, members: <a>")), {"RES202": "the two carry it jointly"}),
    Kind("RES240", "an office that sets itself up", scheme(
        organ("panel", "name: 植入办公室, kind: office"), work("name: 成立植入办公室, lead: panel, sets_up: panel, when: 9月"))),
    Kind("RES241", "a county's activity in every school", scheme(work("name: 组织县级植入活动, each: school, lead: self, when: 每学期末"))),
    Kind("RES242", "an addressee with nothing to do", lambda e: () if e.name == "anyang" else tried([lambda: addressed(e)])),
    Kind("RES243", "what is protected handed over", scheme(
        "constraints|planted_rule: {name: 不改变植入资产归属, clause: <clause>}", "principles|planted_principle: {name: 植入资源归学区所有, clause: <clause>}"),
        {"RES243": "other principles go against it as well"}),
    Kind("RES245", "joint work of one", scheme(work("name: 共同制定植入章程, lead: <a>, when: 每学期末"))),
    Kind("RES246", "a plan that is to be drawn up", lambda e: tried([lambda: ordered(e)])),
    Kind("RES235", "a pilot in every school", scheme("measures|trial_again: {name: 植入事项试点, clause: <clause>, duties: {begin: {name: 组织植入的工作, each: school, lead: self, when: 每学期末}}}"),
        {"RES225": "no end of the pilot is named either"}),
    Kind("RES226", "a condition on work of a body", unconditional),
    Kind("RES228", "work of which everybody is excepted", scheme(work("name: 组织植入的工作, lead: <a>, except: <a>, when: 每学期末"))),
    Kind("RES227", "a scope among the duties", scheme(work("name: 适用范围, lead: <a>, when: 每学期末"))),
)  # fmt: skip
