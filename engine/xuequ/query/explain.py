"""Why an element is as it is: from each value back to the files that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from xuequ.compose import Origin, Step
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import DocPath, Place
from xuequ.language.fields import Field, Sort
from xuequ.model.elements import Element, Work
from xuequ.query.inventory import Inventory, Thing
from xuequ.query.statements import Statement, refs, said, statements
from xuequ.resolution.plan import Plan, Review, Task
from xuequ.resolution.references import measures
from xuequ.source.document import value_at


class Why(StrEnum):
    """What a step of a chain tells."""

    SAID = "said"
    INHERITED = "inherited"
    ROLE = "role"
    BOUND = "bound"
    ADOPTED = "adopted"
    EXTENDED = "extended"
    PARAMETER = "parameter"
    OVERRIDE = "override"
    REPLACED = "replaced"


class Reason(NamedTuple):
    """One step: what it tells, in whose words, and where; a fixed word is one of `field`."""

    why: Why
    text: str
    place: Place
    field: Field | None = None


class Line(NamedTuple):
    """One field: its name, its value in words and as it is written, the actors it means, the chain behind it."""

    field: str
    label: Said
    said: Said
    text: str
    names: tuple[str, ...]
    reasons: tuple[Reason, ...]


class Explanation(NamedTuple):
    """One element: the chain that brought it, then its fields."""

    element: Element
    reasons: tuple[Reason, ...]
    lines: tuple[Line, ...]


def elements_named(inventory: Inventory, text: str) -> tuple[Thing, ...]:
    """The duties and appraisals a reference may mean; where there are none, whatever else is called that."""
    found = inventory.ending(text)
    works = tuple(t for t in found if t.kind in ("duty", "appraisal"))
    whole = {t.element.at for t in inventory.others}
    others = (t for t in inventory.ending(text, ()) if t.kind != "output")
    named = tuple(t for t in others if t.kind != "source" or t.element.at in whole)
    return works or tuple(t for t in found if t.kind != "output") or named


def explain(inventory: Inventory, thing: Thing, actor: str = "") -> Explanation:
    """Where an element and each of its fields come from; with `actor`, only the fields that name that actor."""
    plan = inventory.plan
    lines = tuple(line for line in _lines(inventory, thing) if not actor or _names(line, actor))
    return Explanation(thing.element, tuple(_chain(plan, thing.element.at)), lines)


def _names(line: Line, actor: str) -> bool:
    return actor == line.text or any(actor in (name, name.split("/")[-1]) for name in line.names)


#: Fields that name things, each of which has a line of its own.
_NAMING = frozenset({Sort.ACTOR, Sort.TARGET, Sort.OUTPUT, Sort.TEXT})


def _lines(inventory: Inventory, thing: Thing) -> Iterator[Line]:
    element = thing.element
    meant = _meant(inventory.plan, element) if isinstance(element, Work) else {}
    stands_for: Mapping[str, Any] = element.norm.stands_for if isinstance(element, Work) else {}
    for one in statements(inventory, thing):
        field = one.field
        if field.key == "name":
            continue
        part = str(stands_for.get(field.key, field.key))
        several = refs(one.value, one.at) if field.sort in _NAMING and not isinstance(one.value, dict) else ()
        for ref in several or (None,):
            text, at = (ref.text, ref.at) if ref else (str(one.value), one.at)
            names = meant.get((part, at), ()) if ref else ()
            if ref and not names and field.sort in (Sort.ACTOR, Sort.TARGET):
                names = (inventory.name_at(one.path, ref, field.refs),)
            told = Said(text, text) if ref else said(inventory, one)
            reasons = tuple(
                _field_chain(inventory.plan, element, one, at, text if ref else _scalar(one.value))
            )
            yield Line(part, one.label, told, text, names, reasons)


def _scalar(value: Any) -> str:
    return "" if isinstance(value, dict | list) else str(value)


def _meant(plan: Plan, work: Work) -> Mapping[tuple[str, DocPath], tuple[str, ...]]:
    """For each name in a field, the names of all nodes it was taken to mean, over all places."""
    rows: tuple[Task | Review, ...] = (
        *(t for t in plan.tasks if t.duty.path == work.path),
        *(r for r in plan.reviews if r.appraisal.path == work.path),
    )
    ids = {row.id for row in rows}
    found: dict[tuple[str, DocPath], dict[str, None]] = {}
    for edge in plan.edges:
        actor = edge.source if edge.target in ids else edge.target if edge.source in ids else ""
        if actor:
            found.setdefault((edge.kind.value, edge.at), {})[plan.nodes[actor].name] = None
    return {key: tuple(names) for key, names in found.items()}


def _field_chain(plan: Plan, element: Element, one: Statement, at: DocPath, text: str) -> Iterator[Reason]:
    if not one.inside and isinstance(element, Work) and one.field.key in element.origin:
        owner = next((m for m in measures(plan.scheme) if m.at == one.at[:-1]), None)
        if owner is not None:
            yield Reason(Why.INHERITED, owner.name, plan.composed.origins.place(owner.at, "key"))
    for reason in _chain(plan, at, text):
        yield reason._replace(field=one.field) if reason.why in (Why.SAID, Why.PARAMETER) else reason


def _chain(plan: Plan, at: DocPath, text: str = "") -> Iterator[Reason]:
    """From where a value stands back through roles, adoptions, parameters and overrides."""
    origin = plan.composed.origins.of(at)
    place = Place(file=origin.file, path=origin.path, on="value" if text else "key")
    written = _written(plan, origin)
    yield Reason(Why.SAID, written or text, place)
    yield from _role(plan, written, text)
    if origin.step is Step.PARAMETER and origin.by is not None:
        yield Reason(Why.PARAMETER, written, origin.by)
    if origin.step is Step.OVERRIDE and origin.by is not None:
        yield Reason(Why.OVERRIDE, "", place)
        yield Reason(Why.REPLACED, "", origin.by)
    if origin.step in (Step.ADOPTED, Step.EXTENDED) and origin.by is not None:
        why = Why.ADOPTED if origin.step is Step.ADOPTED else Why.EXTENDED
        yield Reason(why, _adoption(plan, origin), origin.by)


def _role(plan: Plan, written: str, text: str) -> Iterator[Reason]:
    """The role a policy names and what the adopter bound it to, where the text was renamed on the way."""
    if not text or written == text:
        return
    for role in plan.composed.roles:
        if role.text.split("/")[0] == text.split("/")[0]:
            yield Reason(Why.ROLE, role.role, role.demanded)
            yield Reason(Why.BOUND, role.text, role.place)
            return


def _written(plan: Plan, origin: Origin) -> str:
    """What stands in the file at an origin, if it is a text."""
    document = plan.composed.documents.get(origin.file)
    value = value_at(document.value, origin.path) if document is not None else None
    return value if isinstance(value, str) else ""


def _adoption(plan: Plan, origin: Origin) -> str:
    return next((a.name for a in plan.composed.adopted if a.place == origin.by), "")
