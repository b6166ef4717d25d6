"""Taking a policy over: parameters, selection, bindings, and where its elements go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from xuequ.compose.index import WORK, Index, called, index
from xuequ.compose.origins import Origin, Origins, Step, graft
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import DocPath, Finding, Place, Related
from xuequ.findings.nearest import nearest
from xuequ.findings.record import record
from xuequ.language.fields import Field, Sort, kind_named

_PARAMETER = re.compile(r"\$(\w+)")


@record
class Adopted:
    """One policy taken over: `inside` is where its work stands, `at` the adoption itself, in the composed tree."""

    key: str
    policy: str
    name: str
    file: str
    inside: DocPath
    at: DocPath
    place: Place


@record
class BoundRole:
    """A role of a policy and what the adopter bound it to; `kind` is the role's `is`."""

    role: str
    kind: str
    text: str
    place: Place
    demanded: Place


@record
class Module:
    """A policy made ready for one adopter: parameters filled in, selected, roles renamed."""

    tree: dict[str, Any]
    origins: Origins
    roles: tuple[BoundRole, ...]
    findings: tuple[Finding, ...]


@record
class Request:
    """An adoption as the adopter wrote it; `place` yields the drafter's place of a path below it."""

    key: str
    fields: Mapping[str, Any]
    place: Callable[..., Place]
    declared: Callable[[str], bool]
    """Whether a name is declared (or built in) in the adopting file."""


def instantiate(policy: Mapping[str, Any], origins: Origins, request: Request) -> Module:
    """The policy as this adoption asks for it."""
    findings: list[Finding] = []
    prefixes = dict(origins.prefixes)
    tree = {k: v for k, v in policy.items() if k not in ("roles", "parameters", "adopts", "override")}
    tree = _fill(tree, _parameters(policy, origins, request, findings), prefixes, origins, findings)
    tree = _select(tree, request, findings)
    roles = _bind(policy, origins, request, findings)
    renames = {name: role.text for role in roles for name in called(role.role, policy["roles"][role.role])}
    sources = {
        name: f"{request.key}/{key}"
        for key, source in _mapping(tree, "sources").items()
        for name in called(key, source)
    }
    tree = renamed(tree, "policy", renames, sources) if renames or sources else tree
    return Module(tree=tree, origins=Origins(prefixes=prefixes), roles=roles, findings=tuple(findings))


def _parameters(
    policy: Mapping[str, Any], origins: Origins, request: Request, findings: list[Finding]
) -> dict[str, tuple[object, Origin]]:
    """Each parameter's value and where that value stands."""
    declared = _mapping(policy, "parameters")
    given = _mapping(request.fields, "parameters")
    values: dict[str, tuple[object, Origin]] = {}
    for key, parameter in declared.items():
        origin = origins.of(("parameters", key, "value"))
        values[key] = (parameter.get("value", "unspecified"), _as(origin, Step.PARAMETER))
    for key, value in given.items():
        place = request.place("parameters", key)
        if key not in declared:
            findings.append(
                finding("COM004", _on_key(place), name=key, nearest=nearest(key, tuple(declared)))
            )
            continue
        findings.extend(_range(key, value, declared[key], place))
        values[key] = (value, Origin(file=place.file, path=place.path, step=Step.PARAMETER))
    return values


def _range(key: str, value: object, parameter: Mapping[str, Any], place: Place) -> list[Finding]:
    low, high = parameter.get("min"), parameter.get("max")
    if not isinstance(value, int | float) or isinstance(value, bool):
        return []
    too_low = isinstance(low, int | float) and value < low
    too_high = isinstance(high, int | float) and value > high
    if too_low or too_high:
        return [finding("COM003", place, name=key, value=value, low=low, high=high)]
    return []


def _fill(
    tree: dict[str, Any],
    values: Mapping[str, tuple[object, Origin]],
    prefixes: dict[DocPath, Origin],
    origins: Origins,
    findings: list[Finding],
) -> dict[str, Any]:
    """The tree with every `$parameter` replaced; what replaced it is recorded in `prefixes`."""

    def walk(value: object, at: DocPath) -> object:
        if isinstance(value, dict):
            return {k: walk(v, (*at, k)) for k, v in value.items()}
        if isinstance(value, list):
            return [walk(v, (*at, n)) for n, v in enumerate(value)]
        if not isinstance(value, str) or "$" not in value:
            return value
        asked = _PARAMETER.fullmatch(value)
        if asked is None:
            return value
        if asked[1] not in values:
            place = origins.place(at)
            findings.append(finding("COM007", place, name=asked[1], nearest=nearest(asked[1], tuple(values))))
            return "unspecified"
        filled, origin = values[asked[1]]
        prefixes[at] = Origin(file=origin.file, path=origin.path, step=origin.step, by=origins.place(at))
        return filled

    return {k: walk(v, (k,)) for k, v in tree.items()}


def _select(tree: dict[str, Any], request: Request, findings: list[Finding]) -> dict[str, Any]:
    """The tree with `only` and `without` applied; `only` narrows just the sections it names something in."""
    only, without = _texts(request.fields, "only"), _texts(request.fields, "without")
    if not only and not without:
        return tree
    elements = index(tree)
    kept = _chosen(elements, only, "only", request, findings)
    dropped = _chosen(elements, without, "without", request, findings)
    narrowed = {_family(at) for at in kept}

    def keep(at: DocPath) -> bool:
        if at in dropped:
            return False
        if _family(at) not in narrowed:
            return True
        return any(at[: len(k)] == k or k[: len(at)] == at for k in kept)

    gone = {found.at for found in elements.found if not keep(found.at)}
    return {k: _without(v, (k,), gone) for k, v in tree.items()}


def _family(at: DocPath) -> object:
    return "work" if at[0] in WORK else at[0]


def _chosen(
    elements: Index, texts: list[str], field: str, request: Request, findings: list[Finding]
) -> list[DocPath]:
    chosen: list[DocPath] = []
    said = Said(kind_named("adoption").fields[field].zh, field)
    for number, text in enumerate(texts):
        found = [f for f in elements.named(text) if f.kind not in ("item", "source")]
        if not found:
            place = request.place(field, number)
            findings.append(
                finding("COM005", place, name=text, field=said, nearest=nearest(text, elements.labels()))
            )
        chosen.extend(f.at for f in found)
    return chosen


def _without(value: object, at: DocPath, gone: set[DocPath]) -> object:
    if isinstance(value, dict):
        return {k: _without(v, (*at, k), gone) for k, v in value.items() if (*at, k) not in gone}
    if isinstance(value, list):
        return [_without(v, (*at, n), gone) for n, v in enumerate(value)]
    return value


def _bind(
    policy: Mapping[str, Any], origins: Origins, request: Request, findings: list[Finding]
) -> tuple[BoundRole, ...]:
    """What each role stands for here: as bound, else the thing of the same name in the adopting file."""
    roles, given = _mapping(policy, "roles"), _mapping(request.fields, "bind")
    names = {label: key for key, role in roles.items() for label in called(key, role)}
    for name in given:
        if name not in names:
            place = _on_key(request.place("bind", name))
            findings.append(
                finding("REF106", place, name=name, policy=request.key, nearest=nearest(name, tuple(names)))
            )
    asked = {names[name]: (name, text) for name, text in given.items() if name in names}
    bound: list[BoundRole] = []
    for key, role in roles.items():
        demanded = origins.place(("roles", key), "key")
        if key in asked:
            name, text = asked[key]
            place = request.place("bind", name)
        else:
            text = next((label for label in (key, *called(key, role)) if request.declared(label)), "")
            place = _on_key(request.place())
        if not text:
            wanted = role.get("name", key)
            related = Related(place=demanded, label="role")
            findings.append(finding("REF104", place, related, name=wanted, policy=request.key, key=key))
            text = "unspecified"
        if isinstance(text, str):
            kind = str(role.get("is", ""))
            bound.append(BoundRole(role=key, kind=kind, text=text, place=place, demanded=demanded))
    return tuple(bound)


_NONE: Mapping[str, str] = {}


def renamed(
    value: Mapping[str, Any], of: str, roles: Mapping[str, str], sources: Mapping[str, str] = _NONE
) -> dict[str, Any]:
    """An element or mapping of a kind in which every name of a role is what the role is bound to.

    `sources` are what the policy's own are called here, where the adopter may have one of that name itself.
    """
    fields, others = kind_named(of).fields, kind_named(of).others
    return {
        key: _renamed_value(inner, fields.get(key, others), roles, sources) for key, inner in value.items()
    }


def _renamed_value(
    value: Any, field: Field | None, roles: Mapping[str, str], sources: Mapping[str, str]
) -> Any:
    if field is None:
        return value
    if isinstance(value, list):
        return [_renamed_value(each, field, roles, sources) for each in value]
    if isinstance(value, str) and field.names_actors:
        first, slash, rest = value.partition("/")
        return roles.get(first, first) + slash + rest
    if isinstance(value, str):
        return sources.get(value, value) if "source" in field.refs else value
    if not isinstance(value, dict):
        return value
    if field.sort is Sort.ELEMENTS:
        return {key: renamed(each, field.holds, roles, sources) for key, each in value.items()}
    if field.holds:
        return renamed(value, field.holds, roles, sources)
    return {key: _renamed_value(each, field.under_keys, roles, sources) for key, each in value.items()}


def place_module(
    tree: dict[str, Any],
    prefixes: dict[DocPath, Origin],
    module: Module,
    inside: DocPath,
    by: Place,
    findings: list[Finding],
    titles: Mapping[str, str],
) -> None:
    """Put a ready module into `tree` (owned by the caller): work at `inside`, everything else at the top."""
    for section, content in module.tree.items():
        if not isinstance(content, dict) or section in ("locality", "calendar", "issue"):
            continue
        home = (*inside, section) if section in WORK else (section,)
        target = _descend(tree, home)
        for own, value in content.items():
            key = titles.get(own, own) if section == "sources" else own
            there, here = (section, own), (*home, key)
            if key in target:
                if not _same(prefixes, here, module.origins, there):
                    other = Origins(prefixes=prefixes).place(here, "key")
                    place = Place(file=by.file, path=by.path, on="key")
                    findings.append(finding("COM001", place, Related(place=other, label="other"), name=key))
                continue
            target[key] = value
            graft(prefixes, here, module.origins, there, Step.ADOPTED, by)


def _same(prefixes: Mapping[DocPath, Origin], here: DocPath, other: Origins, there: DocPath) -> bool:
    """Whether both come from one and the same place: a policy adopted twice brings its actors once."""
    mine, theirs = Origins(prefixes=prefixes).of(here), other.of(there)
    return (mine.file, mine.path) == (theirs.file, theirs.path)


def _descend(tree: dict[str, Any], path: DocPath) -> dict[str, Any]:
    """The mapping at `path`, copied on the way so that the caller's tree alone changes."""
    current = tree
    for step in map(str, path):
        inner = current.get(step)
        current[step] = dict(inner) if isinstance(inner, dict) else {}
        current = current[step]
    return current


def _mapping(value: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def _texts(value: Mapping[str, Any], key: str) -> list[str]:
    found = value.get(key)
    return list(map(str, found)) if isinstance(found, list) else [found] if found else []


def _as(origin: Origin, step: Step) -> Origin:
    return Origin(file=origin.file, path=origin.path, step=step)


def _on_key(place: Place) -> Place:
    return Place(file=place.file, path=place.path, on="key")


__all__ = ["Adopted", "BoundRole", "Module", "Request", "instantiate", "place_module"]
