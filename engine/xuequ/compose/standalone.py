"""A policy checked by itself: what it asks its adopter for is declared, as far as its roles say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xuequ.compose.adopt import renamed
from xuequ.compose.composing import Composed, Find, compose
from xuequ.compose.names import built_in
from xuequ.compose.origins import Origin, Step
from xuequ.source.document import Document

#: Where a role of each `is` would be declared.
SECTION = {"unit": "clusters", "organ": "organs", "post": "posts", "schools": "groups", "people": "groups"}


def rehearse(document: Document, find: Find) -> Composed:
    """A canonical policy as a scheme that binds every role to a body of the same name.

    Parameters take their own values; names are looked up as they would be in a province, where every level is.
    """
    composed = compose(document, find)
    tree = dict(composed.tree)
    prefixes = dict(composed.origins.prefixes)
    tree["locality"] = {"name": str(tree.get("name", "")), "level": "province"}
    renames: dict[str, str] = {}
    for key, role in _mapping(tree, "roles").items():
        section = SECTION.get(str(role.get("is")), "organs")
        name = str(role.get("name", key))
        if built_in(key) or (built_in(name) and section == "clusters"):
            renames[key] = built_in(key) or built_in(name)
            continue
        stand_in: dict[str, Any] = {"name": key if built_in(name) else name}
        stand_in |= {field: role[field] for field in ("each",) if field in role}
        if section == "groups" and role.get("is") == "schools":
            stand_in["of"] = "school"
        tree[section] = {key: stand_in, **_mapping(tree, section)}
        prefixes[section, key] = Origin(file=document.file, path=("roles", key), step=Step.OWN)
    values = {f"${key}": p.get("value", "unspecified") for key, p in _mapping(tree, "parameters").items()}
    tree = {k: _filled(v, values) for k, v in tree.items()}
    roles = tree.pop("roles", {})
    tree = renamed(tree, "policy", renames) | ({"roles": roles} if roles else {})
    return replace(composed, tree=tree, origins=replace(composed.origins, prefixes=prefixes))


def _filled(value: Any, values: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return {k: _filled(v, values) for k, v in value.items()}
    if isinstance(value, list):
        return [_filled(v, values) for v in value]
    return values.get(value, value) if isinstance(value, str) else value


def _mapping(value: dict[str, Any], key: str) -> dict[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}
