"""Faults of form, of names and of composition: SCH, REF, COM."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from mutation.faults import Kind, Planter, tried
from mutation.handles import duty, of, sound
from mutation.planting import CannotOccurError, Sheet
from mutation.reading_faults import line_of
from mutation.running import Example
from xuequ.findings.finding import DocPath

Change = Callable[[Sheet, DocPath], Sheet]


def at_elements(section: str, change: Change, having: str = "", own: bool = False) -> Planter:
    """The change at every element of a section that has a field, in the scheme and then in its policies."""

    def plant(example: Example) -> Iterator[Sheet]:
        sheets = (example.scheme,) if own else example.sheets
        changes = [
            partial(change, s, p)
            for s in sheets
            for p, element in s.elements(section)
            if not having or _names(element.get(having))
        ]
        return tried(changes)

    return plant


def _names(value: object) -> bool:
    """Whether a field names somebody in one word."""
    return isinstance(value, str) and value != "unspecified" and not value.startswith("$")


def put(field: str) -> Change:
    return lambda sheet, path: sheet.put(path, field)


def said(field: str, text: str) -> Change:
    return lambda sheet, path: sheet.said((*path, field), text)


def file(change: Callable[[Sheet], Sheet]) -> Planter:
    """One change of the scheme."""
    return lambda example: tried([lambda: change(example.scheme)])


def new_duty(fields: str) -> Planter:
    """One more duty that is sound but for these fields."""
    return lambda example: tried([lambda: duty(example, sound(example, fields))])


def adoption(change: Callable[[Sheet, DocPath], Sheet]) -> Planter:
    """A change of each adoption that is written as a mapping."""

    def plant(example: Example) -> Iterator[Sheet]:
        paths = [
            p for p, v in example.scheme.walk() if len(p) > 1 and p[-2] == "adopts" and isinstance(v, dict)
        ]
        return tried([partial(change, example.scheme, p) for p in paths])

    return plant


def one_adoption(example: Example) -> DocPath:
    """The section of duties' measure, where an adoption can be added."""
    return of(example).duties[:-1]


def adopting(text: str) -> Planter:
    """One more adoption, inside a measure that has none or in its own section."""

    def plant(example: Example) -> Iterator[Sheet]:
        at: DocPath = ("adopts",)
        if example.name == "chengdu":
            return tried([lambda: example.scheme.entry(at, text)])
        measure = example.scheme.entry(
            ("measures",), f"planted_measure: {{clause: {of(example).clause}, adopts: {{{text}}}}}"
        )
        return iter([measure])

    return plant


def twice(example: Example) -> Iterator[Sheet]:
    """An own element under the key of one that a policy brings; the adoption that brings it is the place."""

    def change(policy: Sheet, section: str) -> Sheet:
        held = policy.value((section,))
        stem = policy.file.rpartition("/")[2].removesuffix(".yaml")
        assert isinstance(held, dict)
        return example.scheme.entry((section,), f"{next(iter(held))}: {{name: 植入者}}").at(stem)

    sections = ("clusters", "goals", "organs")
    return tried(partial(change, policy, section) for policy in example.policies for section in sections)


def ambiguous_override(example: Example) -> Iterator[Sheet]:
    """An override of what two adoptions of one policy brought."""
    if example.name == "ziyun":
        yield example.scheme.entry(("override",), "finance: {note: 植入}")


def parameter(text: str) -> Planter:
    """A policy's clause or time that asks for a parameter it does not have."""

    def plant(example: Example) -> Iterator[Sheet]:
        changes = [
            partial(s.with_field, p, "when", text) for s in example.policies for p, _ in s.elements("duties")
        ]
        return tried(changes)

    return plant


def ranged(example: Example) -> Iterator[Sheet]:
    """A parameter with a greatest value, and an adoption that goes beyond it."""

    def change(policy: Sheet, key: str) -> Sheet:
        stem = policy.file.rpartition("/")[2].removesuffix(".yaml")
        path = next(p for p, _ in example.scheme.walk() if p[-2:] == ("adopts", stem))
        given = example.scheme.value(path)
        if isinstance(given, dict) and "parameters" in given:
            sheet = example.scheme.with_field((*path, "parameters"), key, "9")
        else:
            sheet = example.scheme.put(path, f"parameters: {{{key}: 9}}")
        return replace(sheet, also=(policy.put(("parameters", key), "max: 3"),))

    changes: list[Callable[[], Sheet]] = []
    for sheet in example.policies:
        value = sheet.value(())
        held = value.get("parameters", {}) if isinstance(value, dict) else {}
        assert isinstance(held, Mapping)
        changes += [partial(change, sheet, k) for k in held]
    return tried(changes)


def top(text: str, having: str = "issue") -> Planter:
    """One more line at the top of the scheme."""
    return lambda example: line_of(example.scheme, rf"^(?={having}: )", f"{text}\n")


def _bound(sheet: Sheet, path: DocPath, actor: str) -> Sheet:
    value = sheet.value((*path, "bind"))
    assert isinstance(value, dict)
    return sheet.said((*path, "bind", next(iter(value))), actor)


def _alias(example: Example) -> Sheet:
    """A second body called what the first is."""
    first = example.scheme.value(("organs",))
    assert isinstance(first, dict)
    name = next(body["name"] for body in first.values())
    clause = of(example).clause
    return duty(example, "name: 组织植入的工作, lead: twin, when: 每学期末").entry(
        ("organs",), f"twin: {{name: 装备管理办公室, aliases: [{name}], clause: {clause}}}"
    )


def _ambiguous(example: Example) -> Sheet:
    """Two bodies of one name beside each other, and a duty that names them."""
    clause = of(example).clause
    two = example.scheme
    for key in ("first_twin", "second_twin"):
        two = two.entry(("organs",), f"{key}: {{name: 装备中心, kind: office, clause: {clause}}}")
    return duty(example, "name: 组织植入的工作, lead: 装备中心, when: 每学期末", two)


def _across(example: Example) -> Sheet:
    """A duty of one kind of cluster that informs another kind, which shares no school with it, or several."""
    pairs = {
        "ziyun": ("kindergarten_group", "district"),
        "haibowan": ("community", "education_group"),
        "chengdu": ("theme_district", "same_stage_district"),
    }
    if example.name not in pairs:
        raise CannotOccurError("no two kinds of clusters")
    here, there = pairs[example.name]
    return duty(example, f"name: 组织植入的工作, each: {here}, lead: {here}, inform: {there}, when: 每学期末")


def unjoint(example: Example) -> Iterator[Sheet]:
    """A convention about joint duties in a scheme that has none."""
    if example.name in ("haibowan", "chengdu"):
        yield from top("conventions: {joint: first_leads}")(example)


def _section(example: Example, name: str, text: str) -> Iterator[Sheet]:
    return tried([lambda: example.scheme.entry((name,), text)])


def _parameter(sheet: Sheet, path: DocPath) -> Sheet:
    value = sheet.value(path)
    if isinstance(value, dict) and "parameters" in value:
        return sheet.put((*path, "parameters"), "no_such: 3")
    return sheet.put(path, "parameters: {no_such: 3}")


def framed(example: Example) -> Iterator[Sheet]:
    """An adoption that stands in a measure and says what only a measure of its own could."""
    paths = [p for p, v in example.scheme.walk() if p[:1] == ("measures",) and p[-2:-1] == ("adopts",)]
    field = f"clause: {of(example).clause}"
    return tried(
        partial(example.scheme.said, p[:-1], f"{{{example.scheme.value(p)}: {{{field}}}}}")
        if isinstance(p[-1], int)
        else partial(example.scheme.put, p, field)
        for p in paths
    )


def _without_column(e: Example) -> Sheet:
    """A condition on a column that every roster may have and this one has not."""
    column = "feeds" if "campus_of" in e.roster.text else "campus_of"
    return duty(e, sound(e, f"for: school, where: {{{column}: 某校}}"))


def _one_path(example: Example) -> Sheet:
    """A phase with the key of a measure, and in both work of one key."""
    clause = of(example).clause
    inner = f"{{name: <name>, when: 2026年3月1日至2026年3月31日, clause: {clause}, duties: {{begin: {{{sound(example)}}}}}}}"
    changed = example.scheme.entry(("measures",), f"planted_twin: {inner.replace('<name>', '植入的举措')}")
    phase = inner.replace("<name>", "植入的阶段").replace("组织植入的工作", "组织另一项工作")
    return changed.entry(("phases",), f"planted_twin: {phase}")


def _same(example: Example) -> Sheet:
    """A field of a policy's element overridden with what it is."""
    for policy in example.policies:
        for section in ("clusters", "organs", "goals"):
            value = policy.value(())
            held = value.get(section) if isinstance(value, dict) else None
            if isinstance(held, dict):
                key, element = next(iter(held.items()))
                return example.scheme.entry(("override",), f"{key}: {{name: {element['name']}}}").at(
                    f"{key}: {{name: {element['name']}}}"
                )
    return example.scheme.value(("nothing",))  # type: ignore[return-value]


UNUSED = {
    "REF112": "nobody else speaks of who was named here",
    "RES203": "who was named here has nothing else to do",
}
REST = {"RES205": "what else the appraisal lacks is now told at its next field"}
BARE = {"SRC101": "a clause of a source that is not there is no clause"}
LEFT = "no school is left that the condition is true of"
ABSENT = "无此机构"

SCH = (
    Kind("SCH101", "a key nobody knows", at_elements("duties", put("leed: x")), most=2),
    Kind("SCH102", "a force that is none", at_elements("duties", put("force: sometimes")), most=2),
    Kind("SCH102", "a kind of organ that is none", at_elements("organs", lambda s, p: s.with_field(p, "kind", "buro"))),
    Kind("SCH103", "a list where one word is due", at_elements("goals", put("count: [1, 2]"))),
    Kind("SCH104", "a locality without a level", file(lambda s: s.without(("locality", "level")))),
    Kind("SCH105", "a slash in a key", file(lambda s: s.entry(("goals",), "a/b: {name: 植入}"))),
    Kind("SCH117", "a clause that ends in a zero", at_elements("duties", said("clause", "1.10")), most=2),
    Kind("SCH106", "a name that reads as a number", at_elements("duties", said("name", "true")), most=2),
    Kind("SCH107", "a count below nothing", at_elements("goals", lambda s, p: s.with_field(p, "count", "-1"))),
    Kind("SCH108", "a field with nothing in it", at_elements("duties", lambda s, p: s.with_field(p, "lead", "[]"))),
    Kind("SCH109", "one actor twice in a list", new_duty("support: [school, school]")),
    Kind("SCH110", "a version that is not known", file(lambda s: s.said(("xuequ",), "2"))),
    Kind("SCH111", "no kind of file", lambda e: tried([lambda: e.scheme.without(("kind",)).on(("xuequ",))])),
    Kind("SCH112", "one key in both languages", at_elements("duties", put("牵头: school"), having="lead")),
    Kind("SCH114", "a section that is not indented far enough", file(lambda s: s.entry(("measures",), "duties: {planted: {lead: school}}").on(("measures", "duties")))),
    Kind("SCH116", "a merge key", at_elements("duties", put("<<: {lead: school}")), most=2),
    Kind("SCH113", "a number where a criterion is due", file(lambda s: s.entry(("appraisals",), "planted: {criteria: {甲: 70}}"))),
)  # fmt: skip

REF = (
    Kind("REF101", "a lead that is nobody", at_elements("duties", said("lead", ABSENT), having="lead"), UNUSED, most=2),
    Kind("REF101", "an assessor that is nobody", at_elements("appraisals", lambda s, p: s.with_field(p, "assess", ABSENT)), {**UNUSED, **REST}, most=2),
    Kind("REF101", "an object that is nobody", at_elements("duties", said("for", ABSENT), having="for"), UNUSED, most=2),
    Kind("REF101", "an issuer that is nobody", new_duty(f"inform: {ABSENT}")),
    Kind("REF103", "a goal that is not there", at_elements("duties", lambda s, p: s.with_field(p, "serves", "无此目标")), most=2),
    Kind("REF103", "a precondition that is not there", new_duty("needs: 无此职责")),
    Kind("REF103", "a rubric that is not there", at_elements("appraisals", lambda s, p: s.with_field(p, "rubric", "无此办法")), {"GOA111": "what was the rubric is of no use now"}),
    Kind("REF104", "a role that is bound to nobody", adoption(lambda s, p: s.without((*p, "bind")))),
    Kind("REF105", "a role bound to the wrong kind", adoption(lambda s, p: _bound(s, p, "principal"))),
    Kind("REF106", "a role the policy does not have", adoption(lambda s, p: s.put((*p, "bind"), "nobody: county"))),
    Kind("REF108", "a county that leads", lambda e: tried([lambda: duty(e, "name: 组织植入的工作, lead: county, when: 每学期末")])),
    Kind("REF109", "a policy that is not there", adopting("no-such-policy: {}")),
    Kind("REF110", "a scheme to extend that is not there", top("extends: nowhere.yaml")),
    Kind("REF111", "a scheme that extends itself", lambda e: top(f"extends: {e.name}.yaml")(e)),
    Kind("REF112", "a group nobody speaks of", lambda e: tried([lambda: e.scheme.entry(("groups",), f"idle: {{name: 无关人员, clause: {of(e).clause}}}")])),
    Kind("REF112", "a convention without use", unjoint),
    Kind("REF113", "a group called teacher", lambda e: tried([lambda: e.scheme.entry(("groups",), f"teacher: {{name: 老师, clause: {of(e).clause}}}")])),
    Kind("REF114", "a clause of a source that is not there", new_duty("clause: nosuch/一"), BARE),
    Kind("REF115", "an alias that is somebody else", lambda e: tried([lambda: _alias(e)])),
    Kind("REF102", "a name that means two", lambda e: tried([lambda: _ambiguous(e)]), {"RES203": "neither of the two is bound until one is meant"}),
    Kind("REF107", "a report to somebody across", lambda e: tried([lambda: _across(e)]), {"RES207": "a cluster is no bureau, so the report ends there"}, rows=True),
    Kind("REF116", "an addressee that is not declared", lambda e: tried([lambda: e.scheme.with_field(("issue",), "to", "[植入街道办事处]").on(("issue", "to"))]), {"RES203": UNUSED["RES203"]}, joined=True),
    Kind("REF122", "a condition on a column that the roster lacks", lambda e: tried([lambda: _without_column(e)]), rows=True),
    Kind("REF124", "an exception that is no body", new_duty("except: 植入的涉密事项"), joined=True),
    Kind("REF117", "two of one path", lambda e: tried([lambda: _one_path(e)]), {"TIM109": "beside a phase with dates each one without is told by itself"}),
)  # fmt: skip

COM = (
    Kind("COM001", "a key that a policy brings too", twice),
    Kind("COM002", "an override of what is not there", lambda e: _section(e, "override", "no_such_thing: {name: 植入}")),
    Kind("COM002", "a drop of what is not there", top("drop: [no_such_thing]")),
    Kind("COM003", "a parameter out of its range", ranged),
    Kind("COM004", "a parameter the policy does not have", adoption(lambda s, p: _parameter(s, p))),
    Kind("COM005", "a selection of nothing", adopting("ten-unities: {only: [no_such_unity]}")),
    Kind("COM006", "an override that may mean two", ambiguous_override),
    Kind("COM007", "a value of no parameter", parameter("$no_such_parameter")),
    Kind("COM009", "an adoption in a measure with a clause of its own", framed),
    Kind("COM008", "an override that changes nothing", lambda e: tried([lambda: _same(e)])),
)  # fmt: skip
