"""Who there is: organs, posts, groups and clusters, read from a canonical tree."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from xuequ.findings.finding import DocPath
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
from xuequ.model.fields import Fields, frozen, mapping, text, texts
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
            self.organs.append(self._organ(key, value, there))
            self.bodies(value, there)
        for key, value, there in section(said, "posts", inner):
            self.posts.append(self._post(key, value, there))
        for key, value, there in section(said, "groups", inner):
            self.groups.append(self._group(key, value, there))

    def _organ(self, key: str, said: Values, at: At) -> Organ:
        refs, ref = self.fields.refs, self.fields.ref
        base = self.element(key, said, at)
        return Organ(
            **base,
            kind=text(said.get("kind")) or organ_kind(base["name"]),
            each=refs(said.get("each"), (*at.at, "each")),
            under=ref(said.get("under"), (*at.at, "under")),
            head=refs(said.get("head"), (*at.at, "head")),
            members=refs(said.get("members"), (*at.at, "members")),
            seat=ref(said.get("seat"), (*at.at, "seat")),
            home=at.home,
        )

    def _post(self, key: str, said: Values, at: At) -> Post:
        refs = self.fields.refs
        return Post(
            **self.element(key, said, at),
            each=refs(said.get("each"), (*at.at, "each")),
            for_each=texts(said.get("for_each")),
            under=self.fields.ref(said.get("under"), (*at.at, "under")),
            held_by=refs(said.get("held_by"), (*at.at, "held_by")),
            appointed_by=refs(said.get("appointed_by"), (*at.at, "appointed_by")),
            tenure=texts(said.get("tenure")),
            term=self.fields.quantity(said.get("term"), (*at.at, "term")),
            per=text(said.get("per")),
            home=at.home,
        )

    def _group(self, key: str, said: Values, at: At) -> Group:
        refs = self.fields.refs
        return Group(
            **self.element(key, said, at),
            each=refs(said.get("each"), (*at.at, "each")),
            for_each=texts(said.get("for_each")),
            of=refs(said.get("of"), (*at.at, "of")),
            where=frozen(said.get("where")),
            excepted=refs(said.get("except"), (*at.at, "except")),
            column=text(said.get("column")),
            home=at.home,
        )

    def cluster(self, key: str, said: Values, at: At) -> ClusterType:
        """One cluster type; the bodies nested in it join the flat lists."""
        self.bodies(said, at)
        refs, ref = self.fields.refs, self.fields.ref
        members = self._members(said, at)
        return ClusterType(
            **self._form_fields(key, said, at),
            each=refs(said.get("each"), (*at.at, "each")),
            forms=tuple(
                ClusterForm(**self._form_fields(k, v, there)) for k, v, there in section(said, "forms", at)
            ),
            mirrors=ref(said.get("mirrors"), (*at.at, "mirrors")),
            under=ref(said.get("under"), (*at.at, "under")),
            pilot=said.get("pilot") is True,
            units=tuple(self._unit(k, v, there, members) for k, v, there in section(said, "units", at)),
        )

    def _members(self, said: Values, at: At) -> tuple[Member, ...]:
        return tuple(self._member(*s) for s in section(said, "members", at))

    def _form_fields(self, key: str, said: Values, at: At) -> dict[str, Any]:
        size = mapping(said, "size")
        sizes = {k: self.fields.quantity(v, (*at.at, "size", k)) for k, v in size.items() if k != "force"}
        link = mapping(said, "link")
        return {
            **self.element(key, said, at),
            "members": self._members(said, at),
            "same": texts(said.get("same")),
            "link": _link(link, (*at.at, "link")) if link else None,
            "size": MappingProxyType({k: v for k, v in sizes.items() if v is not None}),
            "size_force": Force(size.get("force", "must")),
            "states": texts(said.get("states")),
            "legal": text(said.get("legal")),
            "apart_from": self.fields.refs(said.get("apart_from"), (*at.at, "apart_from")),
            "overlap": _truth(said.get("overlap")),
            "every_school": _truth(said.get("every_school")),
        }

    def _member(self, key: str, said: Values, at: At) -> Member:
        return Member(
            **self.element(key, said, at),
            of=self.fields.refs(said.get("of"), (*at.at, "of")),
            where=frozen(said.get("where")),
            leads=said.get("leads") is True,
            outside=said.get("outside") is True,
        )

    def _unit(self, key: str, said: Values, at: At, members: tuple[Member, ...]) -> ClusterUnit:
        roles = {label: m.key for m in members for label in (m.key, m.name, *m.aliases)}
        base = self.element(key, said, at)
        given = {roles[f]: texts(v) for f, v in said.items() if f in roles}
        schools = {m.key: given[m.key] for m in members if m.key in given}
        known = {*roles, "form", "name", *base, "each"}
        states = {f: text(v) for f, v in said.items() if f not in known}
        return ClusterUnit(
            **base,
            form=text(said.get("form")),
            schools=MappingProxyType(schools),
            states=MappingProxyType(states),
        )


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _link(said: Values, at: DocPath) -> Link:
    return Link(
        column=text(said.get("column")),
        from_=text(said.get("from")),
        to=text(said.get("to")),
        one=said.get("one") is True,
        at=at,
    )
