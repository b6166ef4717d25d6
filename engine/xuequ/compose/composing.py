"""One file and everything it takes over, as one tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple, Protocol

from xuequ.compose.adopt import Adopted, BoundRole, Module, Request, instantiate, place_module
from xuequ.compose.amend import drop, override
from xuequ.compose.index import ACTORS, WORK, index
from xuequ.compose.names import BUILT_IN
from xuequ.compose.origins import Origin, Origins, Step, graft
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Place, Related
from xuequ.findings.nearest import nearest
from xuequ.findings.record import record
from xuequ.language.fields import kind_named
from xuequ.source.document import Document

#: Said once a file; what a scheme extends does not add to its own.
SINGLE = ("xuequ", "kind", "name", "locality", "issue", "calendar", "override", "drop", "extends", "answers")


class Find(Protocol):
    """How composition asks for other files; what is returned is canonical, None where there is none."""

    def policy(self, name: str) -> Document | None:
        """The policy module of that name."""

    def scheme(self, relative: str, base: str) -> Document | None:
        """The scheme at a path relative to file `base`."""

    def policies(self) -> tuple[str, ...]:
        """The names of all policies that can be adopted from here."""


@record
class Composed:
    """One tree in canonical form, where each value came from, and the documents that went in."""

    file: str
    tree: Mapping[str, Any]
    origins: Origins
    documents: Mapping[str, Document]
    adopted: tuple[Adopted, ...]
    roles: tuple[BoundRole, ...]
    findings: tuple[Finding, ...]


def compose(document: Document, find: Find) -> Composed:
    """`document` with what it extends and adopts, its overrides and drops carried out.

    `document` is canonical. What cannot be found or does not fit is a finding and is left out.
    """
    return _Composer(find, (document.file,)).compose(document)


class _Adoption(NamedTuple):
    """An adoption waiting to be carried out."""

    key: str
    fields: Mapping[str, Any]
    at: DocPath
    measure: DocPath | None


class _Composer:
    """One composition under way; `chain` are the files being composed, outermost first."""

    def __init__(self, find: Find, chain: tuple[str, ...]) -> None:
        self.find = find
        self.chain = chain
        self.findings: list[Finding] = []
        self.documents: dict[str, Document] = {}
        self.adopted: list[Adopted] = []
        self.roles: list[BoundRole] = []

    def compose(self, document: Document) -> Composed:
        """The whole way for one document."""
        self.documents[document.file] = document
        value = document.value
        tree: dict[str, Any] = dict(value) if isinstance(value, dict) else {}
        prefixes: dict[DocPath, Origin] = {(): Origin(file=document.file, path=(), step=Step.OWN)}
        tree = self._extend(tree, prefixes, document)
        tree = self._adopt_all(tree, prefixes)
        tree = override(tree, prefixes, document.file, self.findings)
        tree = drop(tree, document.file, self.findings)
        return Composed(
            file=document.file,
            tree=tree,
            origins=Origins(prefixes=prefixes),
            documents=self.documents,
            adopted=tuple(self.adopted),
            roles=tuple(self.roles),
            findings=tuple(self.findings),
        )

    def _inner(self, document: Document) -> Composed:
        """Another file composed on its own, its findings and documents taken over."""
        inner = _Composer(self.find, (*self.chain, document.file)).compose(document)
        self.findings.extend(inner.findings)
        self.documents.update(inner.documents)
        return inner

    # extends -----------------------------------------------------------------------------------------

    def _extend(
        self, tree: dict[str, Any], prefixes: dict[DocPath, Origin], document: Document
    ) -> dict[str, Any]:
        relative = tree.get("extends")
        if not isinstance(relative, str) or relative == "unspecified":
            return tree
        place = Place(file=document.file, path=("extends",))
        base_document = self.find.scheme(relative, document.file)
        if base_document is None:
            self.findings.append(finding("REF110", place, name=relative))
            return tree
        if base_document.file in self.chain:
            self._cycle(place, base_document.file)
            return tree
        base = self._inner(base_document)
        self.adopted.extend(base.adopted)
        self.roles.extend(base.roles)
        merged = {k: v for k, v in base.tree.items() if k not in ("adopts", *SINGLE)}
        for section in merged:
            graft(prefixes, (section,), base.origins, (section,), Step.EXTENDED, place)
        for section, content in tree.items():
            merged[section] = self._section(section, merged.get(section), content, prefixes, document)
        return merged

    def _section(
        self, section: str, base: Any, own: Any, prefixes: dict[DocPath, Origin], document: Document
    ) -> Any:
        """A section of the extending file over the one it extends; an equal key is no silent replacement."""
        if not isinstance(base, dict) or not isinstance(own, dict):
            prefixes[(section,)] = Origin(file=document.file, path=(section,), step=Step.OWN)
            return own
        both = dict(base)
        for key, value in own.items():
            if key in base:
                other = Origins(prefixes=prefixes).place((section, key), "key")
                place = Place(file=document.file, path=(section, key), on="key")
                self.findings.append(finding("COM001", place, Related(place=other, label="other"), name=key))
                continue
            both[key] = value
            prefixes[(section, key)] = Origin(file=document.file, path=(section, key), step=Step.OWN)
        return both

    def _cycle(self, place: Place, file: str) -> None:
        round_trip = (*self.chain[self.chain.index(file) :], file)
        self.findings.append(finding("REF111", place, files=list(round_trip)))

    # adopts ------------------------------------------------------------------------------------------

    def _adopt_all(self, tree: dict[str, Any], prefixes: dict[DocPath, Origin]) -> dict[str, Any]:
        for adoption in _adoptions(tree):
            tree = self._adopt(tree, prefixes, adoption)
        return tree

    def _adopt(
        self, tree: dict[str, Any], prefixes: dict[DocPath, Origin], adoption: _Adoption
    ) -> dict[str, Any]:
        origins = Origins(prefixes=prefixes)
        place = origins.place(adoption.at, "key")
        name = adoption.fields.get("policy", adoption.key)
        document = self.find.policy(str(name))
        if document is None:
            self.findings.append(
                finding("REF109", place, name=name, nearest=nearest(str(name), self.find.policies()))
            )
            return tree
        if document.file in self.chain:
            self._cycle(place, document.file)
            return tree
        policy = self._inner(document)
        # Built when a role is left unbound: most adoptions never ask.
        elements = cache(lambda: index(tree))
        request = Request(
            key=adoption.key,
            fields=adoption.fields,
            place=lambda *path: origins.place((*adoption.at, *path)),
            declared=lambda label: label in BUILT_IN or bool(elements().named(label, ACTORS)),
        )
        if adoption.measure is not None:
            for key in sorted(_frame() & adoption.fields.keys()):
                told = origins.place((*adoption.at, key), "key")
                self.findings.append(finding("COM009", told, name=adoption.key, field=key))
        module = instantiate(policy.tree, policy.origins, request)
        self.findings.extend(module.findings)
        self.roles.extend(module.roles)
        inside = adoption.measure or ("measures", adoption.key)
        title = str(policy.tree.get("name", adoption.key))
        self.adopted.append(
            Adopted(
                key=adoption.key,
                policy=str(name),
                name=title,
                file=document.file,
                inside=inside,
                at=adoption.at,
                place=place,
            )
        )
        return self._placed(tree, prefixes, adoption, module, inside, title, place)

    def _placed(
        self,
        tree: dict[str, Any],
        prefixes: dict[DocPath, Origin],
        adoption: _Adoption,
        module: Module,
        inside: DocPath,
        title: str,
        place: Place,
    ) -> dict[str, Any]:
        new = dict(tree)
        has_work = any(isinstance(module.tree.get(s), dict) for s in WORK)
        if adoption.measure is None and has_work and adoption.key in new.get("measures", {}):
            other = Origins(prefixes=prefixes).place(inside, "key")
            self.findings.append(
                finding("COM001", place, Related(place=other, label="other"), name=adoption.key)
            )
            return tree
        if adoption.measure is None and has_work:
            frame = {key: value for key, value in adoption.fields.items() if key in _frame()}
            measure = {"name": title, **frame, "adopted": adoption.key}
            new["measures"] = {**new.get("measures", {}), adoption.key: measure}
            prefixes[inside] = replace(Origins(prefixes=prefixes).of(adoption.at), step=Step.OWN)
        sources = module.tree.get("sources")
        titles = {k: f"{adoption.key}/{k}" for k in sources} if isinstance(sources, dict) else {}
        place_module(new, prefixes, module, inside, place, self.findings, titles)
        return new


def _frame() -> frozenset[str]:
    """What an adoption says of the measure that it becomes; inside a measure it becomes none."""
    return frozenset(kind_named("adoption").fields) & frozenset(kind_named("measure").fields)


def _adoptions(tree: Mapping[str, Any]) -> Iterator[_Adoption]:
    """Every adoption in the order it stands: at the top first, then those inside measures."""
    yield from _listed(tree, (), None)
    yield from _in_measures(tree.get("measures"), ("measures",))


def _in_measures(measures: object, at: DocPath) -> Iterator[_Adoption]:
    if isinstance(measures, dict):
        for key, measure in measures.items():
            if isinstance(measure, dict):
                yield from _listed(measure, (*at, key), (*at, key))
                yield from _in_measures(measure.get("measures"), (*at, key, "measures"))


def _listed(element: Mapping[str, Any], at: DocPath, measure: DocPath | None) -> Iterator[_Adoption]:
    adopts = element.get("adopts")
    if isinstance(adopts, dict):
        for key, fields in adopts.items():
            yield _Adoption(key, fields if isinstance(fields, dict) else {}, (*at, "adopts", key), measure)
