"""`@record` makes what `dataclasses` would make, frozen, slotted and keyword-only."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest

from xuequ.findings.record import record


@record
class Base:
    name: str
    notes: tuple[str, ...] = ()


@record
class Duty(Base):
    lead: str = ""
    parts: dict[str, str] = field(default_factory=dict)


@record
class Quoted:
    value: int
    text: str = field(default="", compare=False)


def test_fields_are_given_by_name_and_defaults_fill_the_rest() -> None:
    duty = Duty(name="开会", lead="学区长")
    assert (duty.name, duty.notes, duty.lead, duty.parts) == ("开会", (), "学区长", {})


def test_a_default_that_is_made_is_made_each_time() -> None:
    assert Duty(name="甲").parts is not Duty(name="甲").parts


def test_a_missing_field_is_named() -> None:
    with pytest.raises(TypeError, match=r"Duty\(\) needs `name`"):
        Duty()  # type: ignore[call-arg]


def test_a_field_that_does_not_exist_is_named() -> None:
    with pytest.raises(TypeError, match=r"Duty\(\) has no field `leed`"):
        Duty(name="甲", leed="乙")  # type: ignore[call-arg]


def test_nothing_is_changed_afterwards() -> None:
    duty = Duty(name="甲")
    with pytest.raises(FrozenInstanceError):
        duty.name = "乙"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del duty.name
    with pytest.raises((FrozenInstanceError, AttributeError)):
        duty.other = "丙"  # type: ignore[attr-defined]


def test_equal_fields_of_the_same_class_are_equal() -> None:
    assert Base(name="甲") == Base(name="甲")
    assert hash(Base(name="甲")) == hash(Base(name="甲"))
    assert Base(name="甲") != Base(name="乙")
    assert Base(name="甲") != Duty(name="甲")


def test_a_field_may_be_left_out_of_comparison() -> None:
    assert Quoted(value=5, text="五") == Quoted(value=5, text="5")
    assert Quoted(value=5, text="五") != Quoted(value=6, text="五")


def test_it_is_a_dataclass_with_slots() -> None:
    assert [each.name for each in fields(Duty)] == ["name", "notes", "lead", "parts"]
    assert not hasattr(Duty(name="甲"), "__dict__")
    assert is_dataclass(Duty)


def test_it_is_replaced_copied_and_pickled() -> None:
    duty = Duty(name="甲", lead="乙")
    assert replace(duty, lead="丙") == Duty(name="甲", lead="丙")
    assert copy.deepcopy(duty) == duty
    assert pickle.loads(pickle.dumps(duty)) == duty


def test_it_is_shown_with_its_fields() -> None:
    assert repr(Base(name="甲")) == "Base(name='甲', notes=())"
