"""Names in fields turned into nodes, with a finding for each that means nothing or too much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xuequ.compose import Origins
from xuequ.compose.names import LEVELS
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said, Word, column_word
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.nearest import nearest, parted
from xuequ.model.elements import Group, Path, Ref, Work
from xuequ.resolution.actors import Actors
from xuequ.resolution.binding import Ambiguous, Bound, Unknown
from xuequ.resolution.declarations import Declarations, said_kind
from xuequ.resolution.instances import Instances, Standing
from xuequ.resolution.places import PlaceTypes, Step
from xuequ.resolution.plan import Binding, NodeKind
from xuequ.resolution.world import type_name

#: What stands between actors in prose: 督导室、教研室. Compiled when a name fails, which is seldom.
_SEVERAL = r"[、，,；;]|和|与|及"
#: Parts in which a body found across must be exactly one.
SINGLE = frozenset({"lead", "approve", "assess", "inform"})


class Named(NamedTuple):
    """Where a node is named, and the node of the group that stands for it, if one does."""

    at: DocPath
    via: str


#: The names of one field, with what each is bound to from a type of place.
Meant = tuple[tuple[Ref, Bound, Named], ...]


class Names:
    """Everything that turns a `Ref` into node ids; each place that fails is reported once."""

    def __init__(
        self,
        places: PlaceTypes,
        actors: Actors,
        instances: Instances,
        declarations: Declarations,
        origins: Origins,
    ) -> None:
        self.places = places
        self.actors = actors
        self.instances = instances
        self.declarations = declarations
        self.origins = origins
        self.binder = instances.binder
        self.bindings: dict[tuple[Path, DocPath], Binding] = {}
        self.findings: dict[tuple[str, DocPath], Finding] = {}
        self.matters: dict[DocPath, str] = {}
        """Exceptions of work that are nobody, but what it is not done with: 涉密事项."""
        self.taken_for_bodies: dict[DocPath, tuple[Word, Word]] = {}
        """Where a place stands for a body: which place, and in which part."""
        self._meant: dict[tuple[Path, str, DocPath, str], Meant] = {}
        self._emptied: dict[DocPath, dict[str, None]] = {}

    def bound(self, ref: Ref, kind: str, path: Path) -> Bound | None:
        """What an actor's name means from a type of place; None after a finding."""
        found = self.binder.bind(ref.text, kind)
        if isinstance(found, Bound):
            many = found.step in (Step.DOWN, Step.ACROSS) or (
                found.actor.kind is NodeKind.ROLE and found.actor.key != kind
            )
            self._bind(path, ref, Binding(ref.text, found.actor.path, int(found.step), many))
            return found
        self._report(found, ref)
        return None

    def _bind(self, path: Path, ref: Ref, binding: Binding) -> None:
        """Keep what a name means; of the types of place an element stands at, the first goes before the others."""
        known = self.bindings.get((path, ref.at), binding)
        others = tuple(dict.fromkeys((*known.others, *({binding.actor} - {known.actor}))))
        self.bindings[path, ref.at] = binding._replace(actor=known.actor, others=others)

    def actors_of(self, refs: Iterable[Ref], standing: Standing, path: Path) -> tuple[str, ...]:
        """The nodes that a field of actors means for work standing at `standing`."""
        return tuple(self.said(tuple(refs), standing, path, ""))

    def said(self, refs: tuple[Ref, ...], standing: Standing, path: Path, part: str) -> Mapping[str, Named]:
        """The same with where each node is named, and the group that stands for it; a `part` is judged as well.

        What names mean depends on the type of place alone, so it is worked out once for all units of a type.
        """
        return self.placed(self.meant(refs, standing.kind, path, part), standing, part)

    def placed(self, meant: Meant, standing: Standing, part: str) -> Mapping[str, Named]:
        """The nodes that is at one place of the type."""
        found: dict[str, Named] = {}
        for ref, bound, named in meant:
            nodes = self.instances.of(bound, standing)
            if part:
                self._judge_there(ref, bound, nodes, standing, part)
            for node in nodes:
                found.setdefault(node, named)
        return found

    def meant(self, refs: tuple[Ref, ...], kind: str, path: Path, part: str) -> Meant:
        """What a field of actors means for all places of a type."""
        asked = (path, part, refs[0].at if refs else (), kind)
        found = self._meant.get(asked)
        if found is None:
            found = self._meant[asked] = tuple(self._prepare(refs, kind, path, part))
        return found

    def _prepare(
        self, refs: tuple[Ref, ...], kind: str, path: Path, part: str
    ) -> Iterator[tuple[Ref, Bound, Named]]:
        for ref in refs:
            bound = self.bound(ref, kind, path)
            if bound is not None:
                self._judge(bound, ref, part)
                via = bound.actor.key if self.instances.stands_for_members(bound.actor) else ""
                yield ref, bound, Named(ref.at, via)

    def _judge_there(
        self, ref: Ref, bound: Bound, nodes: tuple[str, ...], standing: Standing, part: str
    ) -> None:
        """A body found across must be one where one is asked for; a county as a place takes no part."""
        if bound.step is Step.ACROSS and len(nodes) != 1 and part in SINGLE and bound.through is None:
            self._add("REF107", ref, name=ref.text, part=Word(part))
        if standing.unit.type in LEVELS and bound.actor.path == ("self",) and _is_level(standing):
            self.taken_for_bodies.setdefault(ref.at, (Word("actor_self"), Word(part)))

    def standings(self, each: Iterable[Ref], path: Path) -> tuple[Standing, ...]:
        """One place for each of what `each` names; the locality where it names nothing."""
        refs = tuple(each)
        if not refs:
            return (self.instances.everywhere,)
        found: list[Standing] = []
        for ref in refs:
            bound = self.bound(ref, self.places.locality, path)
            if bound is not None:
                found.extend(self.instances.standings(bound))
        return tuple(dict.fromkeys(found))

    def targets(self, refs: Iterable[Ref], *kinds: str) -> tuple[str, ...]:
        """The nodes that a field of goals, duties, outputs, sources … means."""
        found: list[str] = []
        for ref in refs:
            targets = self.declarations.named(ref.text, kinds)
            if len(targets) == 1:
                found.append(targets[0].node)
            elif targets:
                self._ambiguous(ref, tuple((target.kind, "/".join(target.path)) for target in targets))
            else:
                self.unknown(ref, kinds)
        return tuple(dict.fromkeys(found))

    def unknown(self, ref: Ref, kinds: Iterable[str], near: Iterable[str] = ()) -> None:
        """Report a name of nothing of these kinds; `near` is what else may have been meant."""
        wanted = tuple(kinds)
        names = tuple(near) or self.declarations.nearest(ref.text, wanted)
        self._add("REF103", ref, name=ref.text, wanted=[said_kind(kind) for kind in wanted], nearest=names)

    def _ambiguous(self, ref: Ref, meant: tuple[tuple[str, str], ...]) -> None:
        """Report a name of several; those of one and the same path are told apart by what they are."""
        paths = [path for _, path in meant]
        alike = len(set(paths)) < len(paths)
        said = [Said(f"{said_kind(kind).zh} {path}", f"{said_kind(kind).en} {path}") for kind, path in meant]
        self._add(
            "REF102",
            ref,
            name=ref.text,
            paths=said if alike else paths,
            longer="" if alike else paths[0],
            renamed=said[-1] if alike else "",
        )

    def idle(self, work: Work, column: str) -> None:
        """Report a condition about which nothing can be: nobody the work is for or who does it has such a column."""
        if not (getattr(work, "duties", ()) or getattr(work, "measures", ())):
            at = (*work.at, "where")
            place = self.origins.place((*at, column))
            self.report(finding("RES226", place, name=work.name, column=column_word(column)), at)

    def divided(self, element: Work | Group, column: str, cluster: str) -> None:
        """Report a cluster that a condition on its schools leaves out, since not all of them meet it."""
        at = (*element.at, "where")
        if not isinstance(element, Group):
            at = element.origin.get("where", at)
        place = self.origins.place((*at, column))
        self.report(
            finding("RES229", place, name=element.name, column=column_word(column), cluster=cluster), at
        )

    def emptied(self, work: Work, places: Iterable[str]) -> None:
        """Report places that are left without the work, since who would do it there is excepted."""
        at = work.origin.get("except", (*work.at, "except"))
        named = self._emptied.setdefault(at, {})
        named.update(dict.fromkeys(places))
        place = self.origins.place(at)
        self.findings["RES260", at] = finding("RES260", place, name=work.name, places=[*named])

    def _judge(self, bound: Bound, ref: Ref, part: str) -> None:
        """A county is where bodies are and not one that could lead."""
        is_level = bound.actor.kind is NodeKind.UNIT and bound.actor.path[0] in (*LEVELS, "locality")
        if part and is_level and bound.through is None:
            self.taken_for_bodies.setdefault(ref.at, (Word(f"actor_{bound.actor.path[0]}"), Word(part)))

    def _report(self, problem: Unknown | Ambiguous, ref: Ref) -> None:
        if isinstance(problem, Ambiguous):
            self._ambiguous(ref, tuple(zip(problem.kinds, problem.paths, strict=True)))
            return
        looked = [type_name(kind, self.places) for kind in problem.looked_in]
        several = [one.strip() for one in re.split(_SEVERAL, ref.text)]
        known = set(self.actors.labels())
        listed = ", ".join(several) if len(several) > 1 and known & set(several) else ""
        near = () if listed else parted(ref.text, known) or _nearest(ref.text, known)
        excepts = not listed and _excepts(ref)
        if not near and excepts and _MATTER.search(ref.text):
            self.matters[ref.at] = ref.text
            return
        matter = f"{ref.text}的" if excepts and not near else ""
        self._add("REF101", ref, name=ref.text, looked_in=looked, listed=listed, nearest=near, matter=matter)

    def report(self, found: Finding, at: DocPath) -> None:
        """Add a finding about the name at a place, unless the place has one of its code."""
        self.findings.setdefault((found.code, at), found)

    def _add(self, code: str, ref: Ref, **args: object) -> None:
        if (code, ref.at) not in self.findings:
            self.findings[code, ref.at] = finding(code, self.origins.place(ref.at), **args)


#: How what is no body is called where it is excepted: 涉密事项, 法律另有规定的.
_MATTER = re.compile(
    r"(?:的|事项|事宜|情形|情况|内容|信息|资料|材料|数据|项目|部分|活动|期间|事件|问题|规定|不可抗力"
    r"|费|费用|经费|资金|支出|款|款项|物品|任务|行为|原因|事由)$"
)


def _nearest(text: str, known: set[str]) -> tuple[str, ...]:
    """The names nearest to one; of a path of which what stands before a known end is a slip, whole paths."""
    outer, _, last = text.rpartition("/")
    before, slash, slip = outer.rpartition("/")
    if slip and last in known and slip not in known:
        paths = tuple(f"{before}{slash}{each}/{last}" for each in nearest(slip, known))
        if paths:
            return paths
    return nearest(last, known)


def _excepts(ref: Ref) -> bool:
    """Whether it is an exception of work, which may also be a matter or a case."""
    field = ref.at[-2] if isinstance(ref.at[-1], int) else ref.at[-1]
    where = ref.at.index("except") if field == "except" else 0
    return where > 1 and ref.at[where - 2] != "groups"


def _is_level(standing: Standing) -> bool:
    """Whether who has the work is a county or town as a place, and no body of it."""
    return standing.own == standing.unit.id and standing.unit.type in LEVELS
