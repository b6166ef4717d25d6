"""Who there is: organs, posts, groups and clusters, read from a canonical tree."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from xuequ.language.fields import kind_named
from xuequ.model.elements import (
    ClusterForm,
    ClusterType,
    ClusterUnit,
    Force,
    Group,
    Link,
    Member,
    Organ,
    Post,
)
from xuequ.model.fields import Fields, mapping, text, texts
from xuequ.model.kinds import organ_kind
from xuequ.model.reading import At, ElementReader, Values, section


class BodyReader(ElementReader):
    """Reads bodies; those nested in others end up in the same flat lists, the outer before the inner."""

    def __init__(self, fields: Fields) -> None:
        super().__init__(fields)
        self.organs: list[Organ] = []
        self.posts: list[Post] = []
        self.groups: list[Group] = []

    def bodies(self, said: Values, at: At) -> None:
        """Organs, posts and groups nested in `said`, the outer before the inner."""
        inner = at._replace(home=at.path)
        for key, value, there in section(said, "organs", inner):
            kind = text(value.get("kind")) or organ_kind(text(value.get("name")) or key)
            self.organs.append(self.element(Organ, key, value, there, home=there.home, kind=kind))
            self.bodies(value, there)
        for key, value, there in section(said, "posts", inner):
            self.posts.append(self.element(Post, key, value, there, home=there.home))
        for key, value, there in section(said, "groups", inner):
            self.groups.append(self.element(Group, key, value, there, home=there.home))

    def cluster(self, key: str, said: Values, at: At) -> ClusterType:
        """One cluster type; the bodies nested in it join the flat lists."""
        self.bodies(said, at)
        own = self._form(said, at)
        return self.element(
            ClusterType,
            key,
            said,
            at,
            **own,
            forms=tuple(
                self.element(ClusterForm, *found, **self._form(*found[1:]))
                for found in section(said, "forms", at)
            ),
            units=tuple(self._unit(*found, own["members"]) for found in section(said, "units", at)),
        )

    def _form(self, said: Values, at: At) -> dict[str, Any]:
        """What a cluster type and a form of it have that is no plain value."""
        size, link = mapping(said, "size"), mapping(said, "link")
        sizes = {k: self.fields.quantity(v, (*at.at, "size", k)) for k, v in size.items() if k != "force"}
        there = (*at.at, "link")
        return {
            "members": tuple(self.element(Member, *found) for found in section(said, "members", at)),
            "link": Link(**self.values(Link, link, there), at=there) if link else None,
            "size": MappingProxyType({k: v for k, v in sizes.items() if v is not None}),
            "size_force": Force(size.get("force", "must")),
        }

    def _unit(self, key: str, said: Values, at: At, members: tuple[Member, ...]) -> ClusterUnit:
        roles = {label: m.key for m in members for label in m.labels}
        given = {roles[f]: texts(v) for f, v in said.items() if f in roles}
        schools = {m.key: given[m.key] for m in members if m.key in given}
        known = {*roles, *kind_named("unit").fields}
        return self.element(
            ClusterUnit,
            key,
            said,
            at,
            schools=MappingProxyType(schools),
            states=MappingProxyType({f: text(v) for f, v in said.items() if f not in known}),
        )
