"""Ids into names: which element gets which key, and what references to it become.

A reference is a path of keys, names or aliases of which any unique tail will do. Steps that are ids are
replaced by what those ids become; a step that is a name already stays. Where a replaced reference would mean
something else than before it gets longer, and where even that does not help the element keeps its id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from xuequ.language.fields import built_in_actors
from xuequ.language.shapes import UNSPECIFIED, UNSPECIFIED_ZH, Shape, element_shape

#: What a value marked `x-ref` may name, as kinds of elements. Sorts not here name nothing in this file.
KINDS: Mapping[str, frozenset[str]] = {
    "actor": frozenset({"organ", "post", "group", "cluster", "member", "role", "unit"}),
    "any": frozenset(
        {"organ", "post", "group", "cluster", "member", "form", "unit", "goal", "principle", "constraint"}
    )
    | {"item", "measure", "duty", "appraisal", "criterion", "phase", "schedule", "mandate", "source", "role"},
    **{kind: frozenset({kind}) for kind in ("goal", "principle", "item", "duty", "measure", "source")},
    **{kind: frozenset({kind}) for kind in ("output", "appraisal", "phase", "form", "cluster", "member")},
}
#: An adoption's key names a policy, and a parameter's key is what adopters set: both are known outside.
_KEPT = frozenset({"adoption", "parameter"})

#: Without a name, an adoption is called as its policy is; everything else is called by its key.
_CALLED_OTHERWISE = frozenset({"adoption"})


def says_nothing(kind: str, key: str, field: str, value: object) -> bool:
    """Whether a field of the element under `key` is but the name it has without it."""
    return field == "name" and value == key and kind not in _CALLED_OTHERWISE


@dataclass(slots=True, eq=False)
class Named:
    """One element of the file and the key it will have."""

    kind: str
    key: str
    name: str
    labels: frozenset[str]
    new: str = ""
    kept: bool = False
    """Whether it has to keep its key, because a reference could not follow."""
    lineage: tuple[Named, ...] = ()

    def tail(self, length: int) -> str:
        """The last steps of its path, with new keys."""
        return "/".join(each.new for each in self.lineage[-length:])


class Renaming:
    """The new keys of one file's elements. With `names` false every element keeps its own."""

    def __init__(self, value: object, shape: Shape, names: bool) -> None:
        self._by_place: dict[tuple[int, str], Named] = {}
        self._by_label: dict[str, list[Named]] = {}
        self._all: list[Named] = []
        self._names = names
        self._more_kept = False
        self.built_in = built_in_actors()
        self._collect(value, shape, None)
        self._name_all()

    def key(self, section: object, key: str) -> str:
        """The new key of the element under `key` of a section (the very mapping of the document)."""
        found = self._by_place.get((id(section), key))
        return found.new if found else key

    def reference(self, text: str, sorts: Iterable[str]) -> str:
        """What a reference to something of these sorts becomes."""
        kinds = frozenset().union(*(KINDS.get(sort, frozenset()) for sort in sorts))
        if not kinds or not text:
            return text
        steps = text.split("/")
        return "/".join(self._steps(steps, kinds, "actor" in sorts))

    def settled(self) -> bool:
        """Whether every reference could follow. If not, some elements now keep their ids: turn everything again."""
        if not self._more_kept:
            return True
        self._more_kept = False
        self._name_all()
        return False

    # -------------------------------------------------------------------------------------------------

    def _collect(self, value: object, shape: Shape, outer: Named | None) -> None:
        if isinstance(value, list):
            for each in value:
                self._collect(each, shape.items or shape, outer)
            return
        if not isinstance(value, dict):
            return
        for key, inner in value.items():
            english, child = shape.fields.get(key, (key, None))
            if child is None or english in ("override", "answers"):
                continue
            if english == "output":
                self._outputs(inner)
            elif child.elements is not None and isinstance(inner, dict | list):
                self._section(inner, child, outer)
            else:
                self._collect(inner, child, outer)

    def _outputs(self, value: object) -> None:
        """Outputs are called by what is printed, so they keep their names; a duty may have the same one."""
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and not any(n.kind == "output" for n in self._by_label.get(text, ())):
                output = Named("output", text, text, frozenset({text}), new=text)
                output.lineage = (output,)
                self._all.append(output)
                self._by_label.setdefault(text, []).append(output)

    def _section(self, section: dict[str, object] | list[object], shape: Shape, outer: Named | None) -> None:
        kind = str(shape.schema["x-element-map"])
        for key in section:
            if not isinstance(key, str):
                continue
            element = section[key] if isinstance(section, dict) else None
            named = self._named(kind, key, element, outer)
            self._by_place[id(section), key] = named
            if isinstance(element, dict) and shape.elements is not None:
                self._collect(element, shape.elements, named)

    def _named(self, kind: str, key: str, element: object, outer: Named | None) -> Named:
        shape = element_shape(kind)
        fields = element if isinstance(element, dict) else {"name": element}
        said = {shape.fields.get(k, (k,))[0]: v for k, v in fields.items()}
        name, aliases = said.get("name"), said.get("aliases")
        other = aliases if isinstance(aliases, list) else [aliases]
        labels = frozenset(each for each in (key, name, *other) if isinstance(each, str))
        named = Named(kind, key, name if isinstance(name, str) else "", labels)
        named.lineage = (*(outer.lineage if outer else ()), named)
        self._all.append(named)
        for label in labels:
            self._by_label.setdefault(label, []).append(named)
        return named

    def _name_all(self) -> None:
        """Names for keys, except where two siblings would then be called the same."""
        wanted = {place: self._wanted(named) for place, named in self._by_place.items()}
        counts = Counter((section, wanted[section, key]) for section, key in wanted)
        for (section, key), named in self._by_place.items():
            name = wanted[section, key]
            clash = counts[section, name] > 1 or (name != key and (section, name) in self._by_place)
            named.new = key if clash else name

    def _wanted(self, named: Named) -> str:
        name = named.name
        usable = name and name not in (UNSPECIFIED, UNSPECIFIED_ZH) and "/" not in name and name[0] != "$"
        taken = named.kind in KINDS["actor"] - {"role"} and name in self.built_in.values()
        kept = not self._names or named.kept or named.kind in _KEPT or taken
        return name if usable and not kept else named.key

    def _steps(self, steps: list[str], kinds: frozenset[str], actors: bool) -> Iterator[str]:
        whole = len(steps)
        while steps:
            for length in range(len(steps), 0, -1):
                among = kinds if actors or length == whole else KINDS["any"]
                found = self._matching(steps[:length], among)
                if found:
                    yield self._renamed(steps[:length], found, among)
                    steps = steps[length:]
                    break
            else:
                yield self._built_in(steps[0]) if actors and self._names else steps[0]
                steps = steps[1:]
            if steps and not actors:
                # What follows is inside something adopted, and is called there as it is.
                yield from steps
                return

    def _built_in(self, step: str) -> str:
        """A built-in actor by its Chinese name, unless a role of this policy is called so."""
        chinese = self.built_in.get(step, step)
        return step if chinese in self._by_label else chinese

    def _matching(self, steps: list[str], kinds: frozenset[str]) -> list[Named]:
        return _closest(steps, [n for n in self._by_label.get(steps[-1], ()) if n.kind in kinds], _labels)

    def _renamed(self, steps: list[str], found: list[Named], kinds: frozenset[str]) -> str:
        """The steps with new keys in place of old ones, meaning the same elements as before."""
        texts = {_with_new(steps, each) for each in found}
        lineage = found[0].lineage
        tails = [found[0].tail(length) for length in range(len(steps) + 1, len(lineage) + 1)]
        for text in [*texts, *tails] if len(texts) == 1 else []:
            if self._meant(text, kinds) == found:
                return text
        for each in found:
            self._more_kept = self._more_kept or not each.kept
            each.kept = True
        return "/".join(steps)

    def _meant(self, text: str, kinds: frozenset[str]) -> list[Named]:
        """What a reference will mean once every element has its new key."""
        return _closest(text.split("/"), [n for n in self._all if n.kind in kinds], _new_labels)


def _labels(named: Named) -> frozenset[str]:
    return named.labels


def _new_labels(named: Named) -> frozenset[str]:
    return (named.labels - {named.key}) | {named.new}


def _closest(steps: list[str], among: list[Named], labels: Callable[[Named], frozenset[str]]) -> list[Named]:
    """Those whose path ends in `steps`; the one whose path is no longer, if there is just one."""
    found = [
        each
        for each in among
        if len(each.lineage) >= len(steps)
        and all(s in labels(n) for s, n in zip(steps, each.lineage[-len(steps) :], strict=True))
    ]
    exact = [each for each in found if len(each.lineage) == len(steps)]
    return exact if len(exact) == 1 else found


def _with_new(steps: list[str], named: Named) -> str:
    tail = named.lineage[-len(steps) :]
    return "/".join(each.new if step == each.key else step for step, each in zip(steps, tail, strict=True))
