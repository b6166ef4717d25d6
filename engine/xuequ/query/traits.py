"""What an element says, field by field, in a form in which two versions of it can be held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from xuequ.compose.names import built_in
from xuequ.findings.finding import DocPath
from xuequ.findings.record import record
from xuequ.model.amount.quantity import Quantity, say
from xuequ.model.elements import (
    WRITTEN_PARTS,
    Appraisal,
    ClusterType,
    Constraint,
    Criterion,
    Duty,
    Element,
    Group,
    Mandate,
    Measure,
    Member,
    Organ,
    Path,
    Phase,
    Post,
    Ref,
    Work,
)
from xuequ.model.time.saying import say_when
from xuequ.query.inventory import ACTORS, Inventory, Thing
from xuequ.query.values import said_amount
from xuequ.resolution.references import appraisals, duties


class Lead(Protocol):
    """Leads a path of one version to the other's; an actor and a measure may have the same path."""

    def __call__(self, path: Path, *, actor: bool) -> Path:
        """The path in the other version."""


@record
class Frame(Element):
    """A scheme as a whole: its name, and from when to when it holds."""

    date: str
    effective: str
    expires: str


def frame(inventory: Inventory) -> Thing:
    """The scheme itself as a thing that can change."""
    scheme = inventory.plan.scheme
    issue = scheme.issue
    whole = Frame(
        key="",
        path=(),
        at=(),
        name=scheme.name,
        date=issue.date,
        effective=issue.effective,
        expires=issue.expires,
    )
    return Thing("scheme", whole, (), ("", ()))


class Trait(NamedTuple):
    """One field: its items as compared, as they are read, and where the field stands.

    Items are paths for what is declared somewhere, so that a renamed body is still the same body.
    """

    field: str
    items: tuple[Path, ...]
    text: str
    at: DocPath


def traits(inventory: Inventory, thing: Thing, lead_to: Lead) -> Iterator[Trait]:
    """Every field that matters to somebody; `lead_to` translates paths into those of the other version."""
    element, of = thing.element, _Reader(inventory, thing.element, lead_to)
    yield of.words("name", (element.name,) if thing.kind != "row" else ())
    yield of.quantity("count", element.count)
    yield of.words("items", tuple(item.name for item in element.items))
    if isinstance(element, Work) and not isinstance(element, Measure):
        yield from _work(of, element)
    for kind, tell in _TELL.items():
        if isinstance(element, kind):
            yield from tell(of, element)


class _Reader:
    """Fields of one element into traits."""

    def __init__(self, inventory: Inventory, element: Element, lead_to: Lead) -> None:
        self.inventory = inventory
        self.element = element
        self.lead_to = lead_to

    def refs(self, field: str, refs: Iterable[Ref]) -> Trait:
        """Names of actors or of other things."""
        listed = tuple(refs)
        items = tuple(sorted({self._item(ref) for ref in listed}))
        text = self.inventory.written(self.element, listed) or self._open(field)
        return Trait(field, items or self._opened(field), text, self._at(field))

    def words(self, field: str, words: Iterable[str]) -> Trait:
        """Plain texts, in any order."""
        listed = tuple(words)
        items = tuple(sorted((word,) for word in listed))
        return Trait(
            field, items or self._opened(field), "、".join(listed) or self._open(field), self._at(field)
        )

    def quantity(self, field: str, quantity: Quantity | None) -> Trait:
        """A number or range."""
        return self.words(field, (say(quantity),) if quantity else ())

    def _item(self, ref: Ref) -> Path:
        path = actor_of(self.inventory, self.element, ref)
        if path is not None:
            return tuple(step for part in path for step in self.lead_to(part, actor=True))
        named = self.inventory.named(ref.text)
        if len(named) != 1 or built_in(ref.text):
            return (built_in(ref.text) or ref.text,)
        return self.lead_to(named[0].path, actor=named[0].kind in ACTORS)

    def _at(self, field: str) -> DocPath:
        origin = self.element.origin if isinstance(self.element, Work) else {}
        return origin.get(field, (*self.element.at, field))

    def _open(self, field: str) -> str:
        return "unspecified" if field in self.element.unspecified else ""

    def _opened(self, field: str) -> tuple[Path, ...]:
        return (("unspecified",),) if field in self.element.unspecified else ()


def actor_of(inventory: Inventory, element: Element, ref: Ref) -> tuple[Path, ...] | None:
    """The actor a name was taken to mean, after the place in front of it; None where it names no actor."""
    bound = inventory.plan.bindings.get((element.path, ref.at))
    if bound is None:
        return None
    outer = ref.text.rpartition("/")[0]
    places = (
        [t.path for t in inventory.named(outer) if t.kind in ("role", "cluster", "organ")][:1]
        if outer
        else []
    )
    return (*places, bound.actor) if bound.actor[:-1] == () else (bound.actor,)


def participation(inventory: Inventory) -> Mapping[Path, frozenset[tuple[Path, str]]]:
    """For each actor the work it takes part in and how."""
    found: dict[Path, set[tuple[Path, str]]] = defaultdict(set)
    scheme = inventory.plan.scheme
    for work in (*duties(scheme), *appraisals(scheme)):
        for field, refs in parts_of(work):
            for ref in refs:
                path = actor_of(inventory, work, ref)
                if path is not None:
                    found[path[-1]].add((work.path, field))
    return {path: frozenset(acts) for path, acts in found.items()}


def parts_of(work: Work) -> Iterator[tuple[str, tuple[Ref, ...]]]:
    """The fields of work that name those who take part, its objects last."""
    if isinstance(work, Appraisal):
        yield "assess", work.assess
    else:
        yield from ((part.value, work.parts.get(part, ())) for part in WRITTEN_PARTS)
    yield "for", work.for_


def _work(of: _Reader, work: Work) -> Iterator[Trait]:
    force = of.words("force", (work.force.value,))
    yield force
    yield of.refs("each", work.each)
    for field, refs in parts_of(work):
        yield of.refs(field, refs)
    yield of.words("when", tuple(say_when(when) for when in work.when))
    yield of.words("amount", tuple(said_amount(amount, of.inventory.name_of) for amount in work.amount))
    yield of.words("how", work.how)
    yield of.words("if", (work.if_,) if work.if_ else ())


def _duty(of: _Reader, duty: Duty) -> Iterator[Trait]:
    yield of.words("output", tuple(ref.text for ref in duty.output))
    yield of.refs("sets_up", duty.sets_up)


def _appraisal(of: _Reader, appraisal: Appraisal) -> Iterator[Trait]:
    yield of.words("rubric", tuple(ref.text for ref in appraisal.rubric))
    yield of.words("criteria", tuple(_criteria(appraisal.criteria)))
    yield of.words("grades", appraisal.grades)
    yield of.words("bundled", (appraisal.bundled,) if appraisal.bundled else ())
    result = appraisal.result
    yield of.words(
        "result", tuple(t for t in (*result.counts_for, result.strength, result.award) if t) if result else ()
    )
    yield of.refs("into", (appraisal.into.appraisal,) if appraisal.into else ())
    yield of.refs("yields_to", (appraisal.yields_to,) if appraisal.yields_to else ())


def _criteria(criteria: Iterable[Criterion], outer: str = "") -> Iterator[str]:
    for criterion in criteria:
        name = f"{outer}{criterion.name}"
        yield f"{name} {say(criterion.points)}" if criterion.points else name
        yield from _criteria(criterion.criteria, f"{name}/")


def _organ(of: _Reader, organ: Organ) -> Iterator[Trait]:
    yield of.refs("each", organ.each)
    yield of.refs("under", (organ.under,) if organ.under else ())
    yield of.refs("head", organ.head)
    yield of.refs("members", organ.members)


def _post(of: _Reader, post: Post) -> Iterator[Trait]:
    yield of.refs("each", post.each)
    yield of.refs("under", (post.under,) if post.under else ())
    yield of.refs("held_by", post.held_by)
    yield of.refs("appointed_by", post.appointed_by)
    yield of.words("tenure", post.tenure)
    yield of.quantity("term", post.term)


def _group(of: _Reader, group: Group) -> Iterator[Trait]:
    yield of.refs("each", group.each)
    yield of.refs("of", group.of)


def _cluster(of: _Reader, cluster: ClusterType) -> Iterator[Trait]:
    yield of.refs("each", cluster.each)
    yield of.refs("under", (cluster.under,) if cluster.under else ())
    yield of.refs("mirrors", (cluster.mirrors,) if cluster.mirrors else ())
    yield of.words("size", tuple(f"{key}: {say(size)}" for key, size in sorted(cluster.size.items())))
    yield of.words("same", cluster.same)
    yield of.words("every_school", ("true",) if cluster.every_school else ())


def _member(of: _Reader, member: Member) -> Iterator[Trait]:
    yield of.refs("of", member.of)


def _constraint(of: _Reader, constraint: Constraint) -> Iterator[Trait]:
    yield of.words("protects", constraint.protects)
    never = constraint.never
    refs = (*never.who, *never.whom) if never else ()
    yield of.words("never", (f"{of.inventory.written(of.element, refs)} {never.edge}",) if never else ())


def _mandate(of: _Reader, mandate: Mandate) -> Iterator[Trait]:
    yield of.refs("each", mandate.each)
    yield of.refs("requires", mandate.requires)
    yield of.words(
        "bound", tuple(f"{key}: {bound}" if key else bound for key, bound in sorted(mandate.bound.items()))
    )


def _frame(of: _Reader, whole: Frame) -> Iterator[Trait]:
    for field in ("date", "effective", "expires"):
        told = str(getattr(whole, field))
        yield Trait(field, ((told,),) if told else (), told, ("issue", field))


def _phase(of: _Reader, phase: Phase) -> Iterator[Trait]:
    yield of.refs("does", phase.does)


_TELL: Mapping[type[Element], Callable[[_Reader, Element], Iterator[Trait]]] = {
    Duty: _duty,  # type: ignore[dict-item]  # each is called for elements of its own type alone
    Appraisal: _appraisal,  # type: ignore[dict-item]
    Organ: _organ,  # type: ignore[dict-item]
    Post: _post,  # type: ignore[dict-item]
    Group: _group,  # type: ignore[dict-item]
    ClusterType: _cluster,  # type: ignore[dict-item]
    Member: _member,  # type: ignore[dict-item]
    Constraint: _constraint,  # type: ignore[dict-item]
    Mandate: _mandate,  # type: ignore[dict-item]
    Frame: _frame,  # type: ignore[dict-item]
    Phase: _phase,  # type: ignore[dict-item]
}
