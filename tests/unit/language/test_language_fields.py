"""The registry of fields: what the schemas say of each, and that the model and the schemas agree with it."""

from __future__ import annotations

import dataclasses

import pytest

from xuequ.cli.answers import PARTS
from xuequ.findings.catalogue.words import WORDS
from xuequ.language.fields import Bears, Sort, elements, field, kind_named, value_word, word
from xuequ.model import elements as model
from xuequ.model.amount import amounts
from xuequ.model.time.values import When

#: The class of the model for each kind of element or mapping that it has a value of its own for.
CLASSES: dict[str, type] = {
    "source": model.Source,
    "organ": model.Organ,
    "post": model.Post,
    "group": model.Group,
    "cluster": model.ClusterType,
    "form": model.ClusterForm,
    "member": model.Member,
    "unit": model.ClusterUnit,
    "goal": model.Goal,
    "principle": model.Element,
    "item": model.Element,
    "constraint": model.Constraint,
    "measure": model.Measure,
    "duty": model.Duty,
    "appraisal": model.Appraisal,
    "criterion": model.Criterion,
    "phase": model.Phase,
    "row": model.Phase,
    "schedule": model.Schedule,
    "mandate": model.Mandate,
    "locality": model.Locality,
    "issue": model.Issue,
    "never": model.Never,
    "link": model.Link,
    "result": model.Result,
    "into": model.Into,
    "measured": amounts.Amount,
    "split": amounts.Split,
    "rhythm": When,
}
#: Fields that are read into something else than an attribute of their own.
ELSEWHERE = {
    ("measure", "adopts"): "carried out by composition",
    ("organ", "organs"): "flattened, with `home`",
    ("organ", "posts"): "flattened, with `home`",
    ("organ", "groups"): "flattened, with `home`",
    ("cluster", "organs"): "flattened, with `home`",
    ("cluster", "posts"): "flattened, with `home`",
    ("cluster", "groups"): "flattened, with `home`",
    **{(kind, part.value): "`parts`" for kind in ("measure", "duty", "phase", "row") for part in model.Part},
}


@pytest.mark.parametrize("name", CLASSES)
def test_the_model_has_an_attribute_for_every_field(name: str) -> None:
    attributes = {each.name for each in dataclasses.fields(CLASSES[name])}
    missing = [
        key
        for key in kind_named(name).fields
        if (name, key) not in ELSEWHERE and model.ATTRIBUTES.get(key, key) not in attributes
    ]
    assert not missing


def test_every_kind_of_element_that_a_scheme_declares_is_in_the_model() -> None:
    # An adoption is carried out by composition; roles and parameters are a policy's.
    assert set(elements()) - {"adoption", "role", "parameter"} == set(CLASSES) & set(elements())


def test_a_field_knows_what_it_takes() -> None:
    inform = field("duty", "inform")
    assert (inform.zh, inform.en, inform.sort, inform.inherited) == ("报送", "Inform", Sort.ACTOR, True)
    assert field("duty", "needs").refs == ("duty", "output")
    assert field("measured", "hold").names_actors
    assert field("post", "per").names_actors
    assert not field("duty", "needs").names_actors
    assert field("schedule", "rows").holds == "row"
    assert field("duty", "when").holds == "rhythm"
    assert field("duty", "aliases").bears is Bears.NOTHING


def test_every_field_has_a_name_in_both_languages() -> None:
    for name in ("scheme", "policy", *elements()):
        for each in kind_named(name).fields.values():
            assert each.zh, (name, each.key)
            assert each.en, (name, each.key)


def test_fixed_values_have_their_words() -> None:
    assert value_word("duty", "force", "in_principle") == "原则上"
    assert value_word("duty", "force", "in_principle", "en") == "in principle"
    assert value_word("mandate", "bound", "floor") == "不低于"
    assert value_word("criterion", "veto", True) == "是"
    assert value_word("schedule", "year", "2026") == "2026"


def test_a_key_has_the_word_of_its_kind() -> None:
    assert word("members", of="cluster") == "成员"
    assert word("members", of="organ") == "组成"
    assert word("of", "en", of="measured") == "Of"


def test_fields_shared_by_kinds_are_one_value() -> None:
    assert field("duty", "lead") is field("measure", "lead")


def test_words_that_stand_where_no_schema_is_read_are_those_of_the_schemas() -> None:
    # `--help` and the texts of findings must not read the schemas.
    for part, (chinese, english) in PARTS.items():
        of, key = ("appraisal", "assess") if part == "assess" else ("duty", part)
        said = value_word("duty", "force", part) if part in ("may", "must_not") else word(key, of=of)
        assert (chinese, english) == (said, part.replace("_", " "))
    for kind in elements():
        if kind in WORDS and kind not in ("unit", "role", "appraisal", "group", "schedule"):
            assert WORDS[kind].zh == kind_named(kind).zh, kind


def test_an_override_may_change_every_field_of_every_element() -> None:
    changed = kind_named("overridden").fields
    for name in set(elements()) - {"adoption", "role", "parameter", "row"}:
        assert set(kind_named(name).fields) <= set(changed), name
