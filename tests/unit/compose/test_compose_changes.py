"""Extending another scheme, overriding and dropping."""

from __future__ import annotations

from schemes import NOTHING, Shelf, codes, composed
from xuequ.compose import Step
from xuequ.model.building import build

LAST_YEAR = """\
organs: {局: {name: 教育局}}
duties:
  report: {name: 报告, lead: 局, when: 每年, items: [甲, 乙]}
  visit: {name: 走访, lead: 局}
"""


def test_an_extending_scheme_has_everything_of_the_other_and_its_own() -> None:
    whole = composed(
        "extends: last.yaml\nduties: {party: {name: 开放日}}\n", Shelf(schemes={"last.yaml": LAST_YEAR})
    )
    assert not whole.findings
    assert list(whole.tree["duties"]) == ["report", "visit", "party"]
    assert whole.tree["name"] == "某县学区制管理实施方案"
    assert whole.origins.of(("duties", "visit", "lead")).file == "last.yaml"
    assert whole.origins.of(("duties", "party")).file == "scheme.yaml"


def test_override_changes_field_by_field_and_remembers_what_it_replaced() -> None:
    text = "extends: last.yaml\noverride: {report: {when: 每学期末, items: {丙: }}}\n"
    whole = composed(text, Shelf(schemes={"last.yaml": LAST_YEAR}))
    duty = whole.tree["duties"]["report"]
    assert (duty["when"], duty["lead"], list(duty["items"])) == ("每学期末", "局", ["甲", "乙", "丙"])
    origin = whole.origins.of(("duties", "report", "when"))
    assert (origin.file, origin.path, origin.step) == (
        "scheme.yaml",
        ("override", "report", "when"),
        Step.OVERRIDE,
    )
    assert origin.by is not None
    assert (origin.by.file, origin.by.path) == ("last.yaml", ("duties", "report", "when"))


def test_drop_removes_what_it_names() -> None:
    whole = composed("extends: last.yaml\ndrop: [走访]\n", Shelf(schemes={"last.yaml": LAST_YEAR}))
    assert list(whole.tree["duties"]) == ["report"]


def test_changing_what_is_not_there_is_a_finding_with_nearest_names() -> None:
    found = composed(
        "extends: last.yaml\noverride: {reprt: {when: 每月}}\n", Shelf(schemes={"last.yaml": LAST_YEAR})
    ).findings
    assert codes(found) == ["COM002"]
    assert found[0].args["nearest"] == ("report",)


def test_an_equal_key_is_never_a_silent_replacement() -> None:
    found = composed(
        "extends: last.yaml\nduties: {report: {name: 别的}}\n", Shelf(schemes={"last.yaml": LAST_YEAR})
    ).findings
    assert codes(found) == ["COM001"]


def test_a_circle_of_extends_is_a_finding() -> None:
    shelf = Shelf(schemes={"a.yaml": "extends: scheme.yaml\n", "scheme.yaml": "extends: a.yaml\n"})
    assert codes(composed("extends: a.yaml\n", shelf).findings) == ["REF111"]


def test_a_scheme_that_cannot_be_found_is_a_finding() -> None:
    assert codes(composed("extends: gone.yaml\n", NOTHING).findings) == ["REF110"]


def test_a_scheme_that_extends_another_may_name_its_sources() -> None:
    base = "organs: [局]\nsources: {意见: {aliases: 市意见}}\nduties: {事: {lead: 局, clause: 意见/一}}\n"
    text = "extends: base.yaml\noverride: {事: {clause: 市意见/二}}\n"
    whole = composed(text, Shelf(schemes={"base.yaml": base}))
    built = build(whole)
    assert not built.findings
    assert [str(clause) for clause in built.scheme.duties[0].clause] == ["意见/二"]
