"""What references print as: the names of actors, goals, duties and documents.

Documents speak of roles, so a reference prints the name of what it means in the scheme, with or without a
roster; which school that is stands in the checklists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.model.elements import ClusterType, Element, Member, Part, Path, Ref, Scheme, Work
from xuequ.resolution.plan import Plan
from xuequ.resolution.references import duties
from xuequ.views.wording import OPEN

_PEOPLE = ("principal", "teacher", "student")
_MANY = ("school", "town", "county", *_PEOPLE)
_AIMS = ("goal", "principle", "constraint", "item")
_ANYTHING = (*_AIMS, "measure", "phase", "duty", "appraisal", "source", "output")


class Names:
    """Finds names for one plan; made once and shared by all its views."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._actors = dict(_actors(plan.scheme))
        self._labels = {label: path for path, e in self._actors.items() for label in e.labels}
        self._declared = plan.declarations

    def actor(self, element: Element, ref: Ref) -> str:
        """The name of the actor that `ref`, written in `element`, means."""
        outer, _, last = ref.text.rpartition("/")
        bound = self._plan.bindings.get((element.path, ref.at))
        path = bound.actor if bound else self._path(last)
        if path and path[-1] in _PEOPLE:
            place = self.named(outer) if outer else ""
            return f"{place}{BUILT_IN_ZH[path[-1]]}"
        return self.at(path) if path else self.named(last)

    def at(self, path: Path) -> str:
        """The name of the actor declared at `path`."""
        found = self._actors.get(path)
        return found.name if found else BUILT_IN_ZH.get(path[-1], path[-1])

    def named(self, text: str) -> str:
        """The name of what is called `text`, which may be its key, a path or the name itself."""
        path = self._path(text.rpartition("/")[2])
        return self.at(path) if path else text.rpartition("/")[2]

    def official(self, ref: Ref) -> str:
        """An organ by its full name: 市教育局 of 安康市 is 安康市教育局."""
        name, locality = self.named(ref.text), self._plan.scheme.locality.name
        known = next((organ for organ in self._plan.scheme.organs if organ.name == name), None)
        full = next((a for a in known.aliases if locality and a.startswith(locality)), "") if known else ""
        if full or not locality or name.startswith(locality):
            return full or name
        return f"{locality}{name[1:]}" if name[:1] == locality[-1] else name

    def addressed(self, refs: Iterable[Ref]) -> str:
        """Whom a document goes to: of those there are many of, 各教育集团、各学校."""
        return "、".join(dict.fromkeys(self._addressed(ref.text) for ref in refs))

    def _addressed(self, text: str) -> str:
        name, last = self.named(text), text.rpartition("/")[2]
        actor = self._actors.get(self._path(last))
        many = (
            isinstance(actor, ClusterType | Member) or bool(getattr(actor, "each", ()))
            if actor
            else built_in(last) in _MANY
        )
        return f"各{name}" if many and not name.startswith("各") else name

    def _path(self, last: str) -> Path:
        own = built_in(last)
        return self._labels.get(last) or ((own,) if own else ())

    def actors(self, element: Element, refs: Iterable[Ref]) -> tuple[str, ...]:
        """The names of several, each once."""
        return tuple(dict.fromkeys(self.actor(element, ref) for ref in refs))

    def field(self, element: Element, refs: Iterable[Ref], name: str) -> str:
        """The actors in a field of `element`; open where the source leaves it so, else empty."""
        found = self.actors(element, refs)
        return "、".join(found) or (OPEN if name in element.unspecified else "")

    def part(self, work: Work, part: Part) -> str:
        """Who takes a part in a piece of work; 本单位 of what is allowed or forbidden is each whom that concerns."""
        refs = work.parts.get(part, ())
        if part in work.norm.stands_for and work.each:
            refs = tuple(
                own for ref in refs for own in (work.each if built_in(ref.text) == "self" else (ref,))
            )
        return self.field(work, refs, part.value)

    def target(self, ref: Ref) -> str:
        """The name of a goal, duty, appraisal, source or output."""
        for kinds in (_AIMS, _ANYTHING):
            for target in self._declared.named(ref.text, kinds):
                return target.name
        return self.named(ref.text)

    def targets(self, refs: Iterable[Ref]) -> tuple[str, ...]:
        """The names of several, each once."""
        return tuple(dict.fromkeys(self.target(ref) for ref in refs))

    def paths(self, refs: Iterable[Ref]) -> tuple[Path, ...]:
        """The paths of the duties that are meant; of a measure, those of all its duties."""
        found: list[Path] = []
        for ref in refs:
            for target in self._declared.named(ref.text, ("duty", "measure"))[:1]:
                inner = [
                    d.path for d in duties(self._plan.scheme) if d.path[: len(target.path)] == target.path
                ]
                found += inner if target.kind == "measure" else [target.path]
        return tuple(dict.fromkeys(found))


def _actors(scheme: Scheme) -> Iterator[tuple[Path, Element]]:
    for cluster in scheme.clusters:
        for unit in cluster.units:
            yield (cluster.key, unit.key), unit
        for form in cluster.forms:
            yield from (((cluster.key, member.key), member) for member in form.members)
        yield from (((cluster.key, member.key), member) for member in cluster.members)
    for element in (*scheme.groups, *scheme.posts, *scheme.organs, *scheme.clusters):
        yield element.path, element
