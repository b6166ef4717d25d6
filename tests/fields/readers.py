"""Everything that reads a scheme, as functions from schemes to texts, and what each says of two of them."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from cli.case import in_process
from fields.samples import ABSENT, BASE, PLACES, Sample, base_element, scheme
from xuequ.findings.finding import Level
from xuequ.language.canonical import canonical
from xuequ.language.fields import Sort, kind_named
from xuequ.source.yaml import read_yaml
from xuequ.workspace import planning

_plan_file = planning.plan_file

#: The readers of the table, in its order: key, Chinese, English.
READERS: Mapping[str, tuple[str, str]] = {
    "references": ("引用核对", "reference check"),
    "fmt": ("格式整理", "fmt"),
    "keys": ("中英互换", "zh ↔ en"),
    "override": ("沿用与改动", "extends, override"),
    "diff": ("版本比较", "diff"),
    "conform": ("上下核对", "conform"),
    "explain": ("说明出处", "explain"),
    "who": ("谁负责", "who"),
    "duties": ("某方职责", "duties"),
    "notice": ("印发通知", "notice"),
    "plan": ("实施方案", "plan"),
    "tasks": ("任务分解表", "task table"),
    "lists": ("责任清单", "duty list"),
    "checklists": ("任务清单", "checklist"),
    "supervision": ("督导清单", "supervision list"),
    "appraisals": ("考核细则", "appraisal sheets"),
    "ledger": ("工作台账", "ledger"),
    "calendar": ("行事历", "calendar"),
    "matrix": ("责任矩阵", "matrix"),
    "xlsx": ("工作簿", "workbooks"),
    "graph": ("关系图数据", "graph json"),
}
_DOCUMENTS = {
    "notice": "印发通知.md",
    "plan": "实施方案.md",
    "tasks": "任务分解表.md",
    "lists": "责任清单.md",
    "supervision": "督导清单.md",
    "appraisals": "考核细则.md",
    "ledger": "工作台账.md",
    "calendar": "工作行事历.md",
    "matrix": "责任矩阵.md",
}
_ROSTER = """\
代码,名称,学段,类型,性质,地域,乡镇,县区,学区,学区.role,学区.form,升入,本部,教师数,骨干教师
001,一小,小学,小学,公办,城区,城关镇,甲县,东片,学区长学校,联盟式,003,001,40,8
002,二小,小学,小学,公办,农村,东乡镇,甲县,东片,成员学校,联盟式,003,001,20,3
003,一中,初中,初级中学,公办,城区,城关镇,甲县,西片,学区长学校,托管式,,003,50,9
004,二中,初中,初级中学,民办,农村,西乡镇,甲县,西片,成员学校,托管式,,003,30,2
"""
#: What is asked of `who` and `duties`.
_WORK = ("例会", "评议")
_ACTORS = ("教育局", "教研室", "督导室", "学区办", "学区", "督学")


#: A place in a file, with the blanks that align it, and a line shown from one.
_PLACE = re.compile(r" *(?:--> )?\b[\w/.]+\.yaml:\d+(?::\d+)?")
_EXCERPT = re.compile(r"^ *\d* *\|.*\n", re.MULTILINE)
#: Findings about names of nobody; a time may run from something outside the scheme, which is told too.
_ABOUT_NAMES = re.compile(r"\[(?:REF\d+|TIM119|TIM120)\]")


class Reading:
    """One scheme in a folder of its own, read by everybody; each answer is worked out once."""

    def __init__(self, tree: Mapping[str, Any], folder: Path, roster: bool) -> None:
        self.tree = tree
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.text = written(tree)
        (self.folder / "s.yaml").write_text(self.text, encoding="utf-8")
        self.roster = roster
        self._plans: dict[Any, Any] = {}
        if roster:
            (self.folder / "r.csv").write_text(_ROSTER, encoding="utf-8")

    def run(self, *arguments: str) -> str:
        """What a command says; where its arguments have a roster, it is this reading's."""
        with_roster = ("--roster", "r.csv") if self.roster and arguments[0] not in ("fmt", "conform") else ()
        # The file stays as it is, and every command resolves it alike: once is enough.
        with patch.object(planning, "plan_file", self._planned):
            _, out, told = in_process([*arguments, *with_roster, "--lang", "en"], self.folder)
        return without_places(out + told)

    def _planned(self, file: str, roster: str | None = None, *rest: Any) -> Any:
        asked = (file, roster)
        if file != "s.yaml" or asked not in self._plans:
            self._plans[asked] = _plan_file(file, roster, *rest)
        return self._plans[asked]

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """Every Markdown document by its name, and of every workbook its cells."""
        with patch("xuequ.writers.workbook.write", _cells):
            self.run("build", "s.yaml", "--to", "md,xlsx", "-o", "out", "--force")
        folder = self.folder / "out" / "s"
        files = [path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".xlsx")]
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}

    @cached_property
    def answers(self) -> Mapping[str, str]:
        """What each reader that looks at one scheme makes of it."""
        found = {name: self.documents.get(file, "") for name, file in _DOCUMENTS.items()}
        found["xlsx"] = "\n".join(t for name, t in self.documents.items() if name.endswith(".xlsx"))
        found["checklists"] = "\n".join(
            t for name, t in self.documents.items() if name.startswith("任务清单/")
        )
        found["who"] = "\n".join(self.run("who", "s.yaml", work) for work in _WORK)
        found["duties"] = "\n".join(self.run("duties", "s.yaml", actor) for actor in _ACTORS)
        found["graph"] = self.run("graph", "s.yaml", "--to", "json")
        return found


def _cells(sheets: Iterable[object], **properties: object) -> bytes:
    """What a workbook would hold, without the time it takes to pack one."""
    return "\n".join(map(repr, [*sheets, sorted(properties.items())])).encode()


def without_places(text: str) -> str:
    """An answer without the lines it points at, which move with everything that is written above them."""
    return _PLACE.sub("", _EXCERPT.sub("", text))


def written(tree: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(tree), allow_unicode=True, sort_keys=False, width=1000)


def meaning(text: str) -> Any:
    """The canonical value of a text, None where it has none."""
    document = read_yaml(text.encode(), "s.yaml").document
    return None if document is None else canonical(document).document.value


def carried(sample: Sample, folder: Path) -> Iterator[str]:
    """The readers that tell a scheme with the field from one without it, or with another value; each once."""
    seen: set[str] = set()
    for roster in (False, True):
        reading = Reading(scheme(sample, sample.first), folder / f"a{roster:d}", roster)
        base = _base(sample, folder.parent / "base", roster)
        found = {name for name, answer in reading.answers.items() if answer != base.answers[name]}
        asked = _asked(sample)
        if asked and reading.run("explain", "s.yaml", asked) != base.run("explain", "s.yaml", asked):
            found.add("explain")
        if not roster:
            other = Reading(scheme(sample, sample.second), folder / "b", roster)
            found |= {name for name, reads in _PAIRS.items() if reads(sample, reading, other)}
        yield from found - seen
        seen |= found
        if not _needs_roster(sample):
            return


def _asked(sample: Sample) -> str:
    """What `explain` is asked for: the path of the element, empty where the field stands in none."""
    place = PLACES[sample.kind]
    if sample.kind == "row":
        return "年历/2025年11月"
    # Items and criteria are explained with what they stand in.
    inside = next((n for n, step in enumerate(place) if step in ("items", "criteria")), len(place))
    depth = max((n for n in range(2, inside + 1, 2) if _is_element(place[:n])), default=0)
    return "/".join(str(step) for step in place[1:depth:2])


def _needs_roster(sample: Sample) -> bool:
    """Whether it takes a roster to tell the values apart."""
    sorts = (Sort.CONDITION, Sort.COLUMN)
    return (
        sample.field.sort in sorts
        or sample.kind in ("condition", "size", "link")
        or sample.field.key in ("each", "of", "except")
    )


_BASES: dict[tuple[str, bool], Reading] = {}


def _base(sample: Sample, folder: Path, roster: bool) -> Reading:
    """The scheme without the field, or with the value that it has otherwise; shared by many fields."""
    value = base_element(sample).get(sample.field.key, ABSENT)
    if same(value, sample.first):
        value = sample.second
    tree = scheme(sample, value)
    key = (written(tree), roster)
    if key not in _BASES:
        _BASES[key] = Reading(tree, folder / str(len(_BASES)), roster)
    return _BASES[key]


def _references(sample: Sample, one: Reading, other: Reading) -> bool:
    """Whether a name of nobody in this field is told, at that name."""
    if not sample.field.refs or sample.field.sort is Sort.OUTPUT:
        return False
    name = "无此名甲乙丙"
    tree = scheme(sample, [name] if isinstance(sample.first, list) else name)
    reading = Reading(tree, one.folder / "references", roster=False)
    told = reading.run("check", "s.yaml", "--format", "concise")
    return any(name in line and _ABOUT_NAMES.search(line) for line in told.splitlines())


def _fmt(sample: Sample, one: Reading, other: Reading) -> bool:
    return _round(one, ("fmt",)) and _round(other, ("fmt",))


def _keys(sample: Sample, one: Reading, other: Reading) -> bool:
    return _round(one, ("fmt", "--keys", "zh"), ("fmt", "--keys", "en"))


def _round(reading: Reading, *commands: tuple[str, ...]) -> bool:
    folder = reading.folder / "round"
    folder.mkdir(exist_ok=True)
    (folder / "s.yaml").write_text(reading.text, encoding="utf-8")
    for command in commands:
        status, _, _ = in_process([*command, "s.yaml"], folder)
        if status:
            return False
    return bool(same(meaning((folder / "s.yaml").read_text("utf-8")), meaning(reading.text)))


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same but for the order of fields and names that keys say already."""
    return bool(_bare(one) == _bare(other))


def _bare(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _bare(v, k) for k, v in value.items() if not (k == "name" and v == key)}
    if isinstance(value, list):
        return [_bare(v) for v in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _override(sample: Sample, one: Reading, other: Reading) -> bool:
    """Whether a scheme that takes the first over can change the field into what the second says.

    A mapping or a list inside an element is replaced as a whole.
    """
    place = PLACES[sample.kind]
    depth = max((n for n in range(2, len(place) + 1, 2) if _is_element(place[:n])), default=0)
    if not depth or sample.second is ABSENT:
        return False
    key = place[depth] if depth < len(place) else sample.field.key
    value: Any = scheme(sample, sample.second)
    for step in (*place[:depth], key):
        value = value[step]
    path = "/".join(str(step) for number, step in enumerate(place[:depth]) if number % 2)
    head = {each: BASE[each] for each in ("xuequ", "kind", "name", "locality", "issue", "calendar")}
    text = written({**head, "extends": "s.yaml", "override": {path: {key: value}}})
    (one.folder / "over.yaml").write_text(text, encoding="utf-8")
    opened = _plan_file(str(one.folder / "over.yaml")).opened
    if opened.composed is None or any(found.level is Level.ERROR for found in opened.findings):
        return False
    changed: Any = opened.composed.tree
    wanted: Any = meaning(other.text)
    for step in (*place[:depth], key):
        changed, wanted = changed[step], wanted[step]
    return same(changed, wanted)


def _is_element(place: tuple[Any, ...]) -> bool:
    """Whether every other step is the key of an element."""
    of = "scheme"
    for number, step in enumerate(place):
        if number % 2 == 0:
            field = kind_named(of).fields.get(str(step))
            if field is None or field.sort is not Sort.ELEMENTS:
                return False
            of = field.holds
    return True


def _diff(sample: Sample, one: Reading, other: Reading) -> bool:
    (one.folder / "other.yaml").write_text(other.text, encoding="utf-8")
    status, out, _ = in_process(["diff", "s.yaml", "other.yaml", "--exit-code", "--lang", "en"], one.folder)
    return status == 1 and "Nothing changed" not in out


def _conform(sample: Sample, one: Reading, other: Reading) -> bool:
    """Whether a subordinate that has the second value where its superior asks for the first is told otherwise."""
    place = PLACES[sample.kind]
    upper = copy.deepcopy(dict(one.tree))
    if sample.kind != "mandate":
        names = [str(step) for number, step in enumerate(place) if number % 2 and isinstance(step, str)]
        path = "/".join(names[:1] if sample.kind in ("item", "criterion", "score_line") else names)
        upper["mandates"] = {"下达": {"requires": [path], "bound": "fixed"}} if path else {}
    (one.folder / "upper.yaml").write_text(written(upper), encoding="utf-8")
    if sample.kind == "mandate":
        # What a superior asks shows where a subordinate falls short of it.
        lower = copy.deepcopy(dict(one.tree))
        lower["measures"]["议事"]["duties"]["例会"]["when"] = "每学期"
        less = written(lower)
    else:
        less = one.text
    said = set()
    for text in (one.text, other.text, written(scheme(sample, ABSENT))):
        # What a mandate says is said by the superior.
        varied = "upper.yaml" if sample.kind == "mandate" else "lower.yaml"
        (one.folder / "lower.yaml").write_text(less, encoding="utf-8")
        (one.folder / varied).write_text(text, encoding="utf-8")
        command = ["conform", "lower.yaml", "--to", "upper.yaml", "--lang", "en", "--format", "text"]
        said.add(without_places(in_process(command, one.folder)[1]))
    return len(said) > 1


_PAIRS: Mapping[str, Callable[[Sample, Reading, Reading], bool]] = {
    "references": _references,
    "fmt": _fmt,
    "keys": _keys,
    "override": _override,
    "diff": _diff,
    "conform": _conform,
}
