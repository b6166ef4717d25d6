"""Every name that a scheme writes down, held against what it declares: one that means nobody is told where it stands.

Expansion binds the names that it needs for the graph, each from where its work stands. This walks all fields of the
composed tree by their kind, and so reaches the rest: exceptions, events of times, bases of amounts, sides of a
constraint, receivers of the document, what a mandate requires.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from xuequ.compose import Composed
from xuequ.compose.names import BUILT_IN_ZH
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.nearest import is_one_off, is_one_other, is_slip, nearest
from xuequ.language.fields import ElementKind, Field, Sort, column_words, kind_named
from xuequ.model.amount.amounts import read_amounts
from xuequ.model.amount.per import Per, read_per
from xuequ.model.elements import ClusterType, Path, Ref, Scheme
from xuequ.model.roster_columns import KNOWN, english
from xuequ.model.time.reading import read_when
from xuequ.model.time.short import event_named, triggers, without_preposition
from xuequ.model.unreadable import Unreadable
from xuequ.resolution.actors import PEOPLE
from xuequ.resolution.binding import Bound, Unknown, stands_at
from xuequ.resolution.conditions import FORM, is_vague
from xuequ.resolution.declarations import said_kind
from xuequ.resolution.naming import Names

if TYPE_CHECKING:
    from xuequ.model.roster import Roster

#: What composition and `conform` look up themselves, among other files.
_ELSEWHERE = frozenset({"extends", "override", "drop", "answers", "roles", "parameters"})
_IN_OTHER_FILES = frozenset({"policy", "path"})
#: Who a document goes to and comes from need not be in it.
_OUTSIDE = frozenset({"to", "cc", "issued_by"})
#: What a time comes after or before is said in words around a name.
_EVENTS = frozenset({"after", "before"})
UNSPECIFIED = "unspecified"
#: Looked up at the very beginning, since all scopes follow from it.
_LEVEL = ("locality", "level")


#: A time that names an event or a phase has one of these characters.
_OF_EVENTS = frozenset("后前起自阶从收届满间:")


#: Kinds that keys of a mapping may name and that are looked up here.
_KEYS = frozenset({"role", "any"})


@cache
def _naming(kind: str) -> Mapping[str, Field]:
    """The fields of a kind in which a name may stand, however deep."""
    return {key: field for key, field in kind_named(kind).fields.items() if _may_name(field, frozenset())}


def _may_name(field: Field, above: frozenset[str]) -> bool:
    if field.refs and field.sort is not Sort.OUTPUT:
        return True
    if field.sort in (Sort.COLUMN, Sort.TIME, Sort.AMOUNT, Sort.CONDITION, Sort.DIMENSION):
        return True
    if not _KEYS.isdisjoint(field.key_refs):
        return True
    if not field.holds or field.holds in above:
        return False
    inner = kind_named(field.holds)
    return field.holds == "unit" or any(
        _may_name(each, above | {field.holds}) for each in inner.fields.values()
    )


class _Here(NamedTuple):
    """Where a name stands: the path of its element, the type of place it is looked up from, and its cluster type."""

    path: Path
    standing: str
    cluster: ClusterType | None = None
    is_work: bool = False


#: Words so short that one character of them is no likeness: 校类 need be no slip for 类型.
_SHORT = 2


class ReferenceCheck:
    """One walk through a composed tree; what it finds joins the findings of `names`."""

    def __init__(self, scheme: Scheme, composed: Composed, names: Names, roster: Roster | None) -> None:
        self.scheme = scheme
        self.composed = composed
        self.names = names
        self.roster = roster
        self.declared = names.declarations
        self.outside: list[tuple[str, DocPath]] = []
        self._done = {at for _, at in names.bindings} | {at for _, at in names.findings}
        self._clusters = {cluster.key: cluster for cluster in scheme.clusters}

    def run(self) -> Iterator[Finding]:
        """Look every name up; what is found beside the findings of `names` is yielded."""
        top = _Here((), self.names.places.locality)
        tree = {key: value for key, value in self.composed.tree.items() if key not in _ELSEWHERE}
        self._element(tree, kind_named("scheme"), (), top)
        self._answers()
        if self.names.matters:
            place = self.composed.origins.place(next(iter(self.names.matters)))
            yield finding("REF124", place, names=tuple(dict.fromkeys(self.names.matters.values())))
        if self.outside:
            place = self.composed.origins.place(self.outside[0][1])
            names = tuple(dict.fromkeys(name for name, _ in self.outside))
            labels = self.names.actors.labels()
            near = [label for label in labels if any(is_one_other(name, label) for name in names)]
            # 县局 and 县委 are two; what schools and clusters are called is written to in most schemes.
            places = ("学校", *(label for each in self.scheme.clusters for label in each.labels))
            near += [label for label in places if any(_is_short_slip(name, label) for name in names)]
            yield finding("REF116", place, names=names, nearest=tuple(dict.fromkeys(near)))

    # walking -----------------------------------------------------------------------------------------

    def _element(self, said: Mapping[str, Any], kind: ElementKind, at: DocPath, here: _Here) -> None:
        if "each" in said and "each" in kind.fields:
            here = self._standing(said["each"], here)
        naming, asking = _naming(kind.key), kind.key == "condition"
        if not asking:
            # What is asked of work is asked of the places that have it first, of a group's schools otherwise.
            here = here._replace(is_work="when" in kind.fields)
        for key, value in said.items():
            if asking:
                self._asked(key, value, (*at, key), here)
            field = naming.get(key)
            if field is not None:
                self._field(value, field, (*at, key), here)
            elif kind.others is not None and key not in kind.fields:
                if kind.key == "unit":
                    self._role_of_unit(key, (*at, key), here)
                elif kind.key == "condition":
                    self._column(key, (*at, key))

    def _answers(self) -> None:
        """What is said here to answer to a superior's requirement is something of this scheme."""
        answers = self.composed.tree.get("answers")
        for key, said in answers.items() if isinstance(answers, dict) else ():
            many = said if isinstance(said, list) else [said]
            for number, text in enumerate(many):
                at = ("answers", key, number) if isinstance(said, list) else ("answers", key)
                if isinstance(text, str) and text != UNSPECIFIED and not self._is_something(text):
                    self.names.unknown(Ref(text=text, at=at), ("element",), self.declared.nearest(text))

    def _is_something(self, text: str) -> bool:
        bound = self.names.binder.bind(text, self.names.places.locality)
        return bool(self.declared.ending(text)) or not isinstance(bound, Unknown)

    def _standing(self, each: Any, here: _Here) -> _Here:
        """Names are looked up from where the first of `each` is."""
        first = each[0] if isinstance(each, list) and each else each
        if isinstance(first, str):
            bound = self.names.binder.bind(first, self.names.places.locality)
            if isinstance(bound, Bound):
                return here._replace(standing=stands_at(bound.actor, self.names.places))
        return here

    def _field(self, value: Any, field: Field, at: DocPath, here: _Here) -> None:
        if type(value) is str:
            self._text(value, field, at, here)
        elif field.sort is Sort.ELEMENTS and isinstance(value, dict):
            kind = kind_named(field.holds)
            for key, element in value.items():
                if isinstance(element, dict):
                    self._element(element, kind, (*at, key), self._inside(field.holds, key, here))
        elif isinstance(value, list):
            for number, each in enumerate(value):
                self._field(each, field, (*at, number), here)
        elif isinstance(value, dict):
            if field.holds:
                self._element(value, kind_named(field.holds), at, here)
            elif field.under_keys is not None and "role" in field.key_refs:
                for key, each in value.items():
                    self._field(each, field.under_keys, (*at, key), here)
            elif "any" in field.key_refs:
                for key in value:
                    self._name(key, field._replace(refs=field.key_refs), (*at, key), here)

    def _text(self, value: str, field: Field, at: DocPath, here: _Here) -> None:
        if field.sort is Sort.TIME:
            if not _OF_EVENTS.isdisjoint(value):
                self._time(value, at, here)
        elif field.sort is Sort.AMOUNT:
            self._amount(value, at)
        elif field.refs or field.sort is Sort.COLUMN:
            self._name(value, field, at, here)
        elif field.sort is Sort.DIMENSION:
            self._dimension(value, field, at)

    def _inside(self, kind: str, key: str, here: _Here) -> _Here:
        path = (*here.path, key)
        if kind == "cluster":
            return _Here(path, key, self._clusters.get(key))
        return _Here(path, here.standing, here.cluster)

    # looking up --------------------------------------------------------------------------------------

    def _name(self, text: str, field: Field, at: DocPath, here: _Here) -> None:
        if (
            at in self._done
            or at == ("locality", "level")
            or text == UNSPECIFIED
            or (text in field.words and field.sort is not Sort.COLUMN)
            or field.sort is Sort.OUTPUT
        ):
            return
        if field.sort is Sort.COLUMN:
            self._column(text, at)
        elif field.key in _EVENTS:
            self._event(text, field, at, here)
        elif field.key == "units":
            self._unit_of_split(text, field, at, here)
        elif _IN_OTHER_FILES.isdisjoint(field.refs) and (name := _named_in(text, field)):
            self._bind(Ref(text=name, at=at), field.refs, here, outside=field.key in _OUTSIDE)

    def _bind(self, ref: Ref, refs: tuple[str, ...], here: _Here, *, outside: bool = False) -> None:
        """Bind a name to an actor, or to something else that a field may name, or say that it means nothing."""
        self._done.add(ref.at)
        acting = not {"actor", "any"}.isdisjoint(refs)
        others = tuple(kind for kind in refs if kind not in ("actor", "dimension", "any"))
        if acting:
            for text in (ref.text, ref.text.removeprefix("各")) if outside else (ref.text,):
                if not isinstance(self.names.binder.bind(text, here.standing), Unknown):
                    self.names.bound(Ref(text=text, at=ref.at), here.standing, here.path)
                    return
        if "any" in refs or others:
            among = () if "any" in refs else others
            if self.declared.named(ref.text, among):
                self.names.targets((ref,), *among)
                return
        if not acting:
            self.names.unknown(ref, others)
        elif self.roster is not None and ref.at[-1] == "of" and ref.text in self.roster.columns:
            return
        elif outside and not self._is_slip(ref.text):
            self.outside.append((ref.text, ref.at))
        elif others or "any" in refs:
            near = nearest(ref.text, {*self.names.actors.labels(), *self.declared.labels(others)})
            near = _GROWTH_INSTEAD if ref.at[-1] == "of" and _GROWTH.match(ref.text) else near
            self.names.unknown(ref, (*others, "actor") if others else ("element",), near)
        else:
            self.names.bound(ref, here.standing, here.path)

    def _is_slip(self, text: str) -> bool:
        """Whether a body from outside can only be one of this scheme, misspelt; 厅 and 局 of one name are two."""
        labels = self.names.actors.labels()
        ends = {label[-1] for label in labels if is_one_other(text, label)}
        return is_slip(text, labels) or (bool(ends) and text[-1] not in ends and text[-1] not in _BODIES)

    def _dimension(self, text: str, field: Field, at: DocPath) -> None:
        """Along what work is split may be anything; what is one character from a usual one is hardly meant."""
        known = {*field.words, *field.words.values(), *(self.roster.columns if self.roster else ())}
        if at in self._done or text in known or text in _DIMENSIONS or self.declared.ending(text, ()):
            return
        near = [word for word in field.words.values() if is_one_off(text, word)]
        if near:
            self.names.report(finding("REF126", self.composed.origins.place(at), name=text, nearest=near), at)

    def _role_of_unit(self, key: str, at: DocPath, here: _Here) -> None:
        """A key of a named cluster is one of the roles of its type, or what the type asks every cluster to state."""
        if here.cluster is None:
            return
        roles = [*here.cluster.members, *(member for form in here.cluster.forms for member in form.members)]
        stated = {*here.cluster.states, *(said for form in here.cluster.forms for said in form.states)}
        known = {label for role in roles for label in role.labels} | stated
        if key not in known:
            place = self.composed.origins.place(at, "key")
            self.names.report(
                finding("REF103", place, name=key, wanted=[said_kind("member")], nearest=nearest(key, known)),
                at,
            )

    def _column(self, text: str, at: DocPath) -> None:
        """A column of the roster; without one a name near a column of every roster could be a slip, and what is said
        of a type (集团.模式) has a column if somebody makes it."""
        known = kind_named("condition").fields
        words = {word for each in known.values() for word in (each.key, each.zh)} | set(column_words())
        words |= {label for cluster in self.scheme.clusters for label in cluster.labels}
        if at in self._done:
            return
        if text in words:
            self._missing(text, at)
            return
        if self.roster is None and text.partition(".")[0] in words:
            return
        if at[-1] == "column":
            # A group may have a column of heads, such as 教师.
            words |= {word for word in _HEADS if is_one_off(text, word)}
        own = set(self.roster.columns) if self.roster else set()
        near = nearest(text, words | own)
        if text not in own and (self.roster is not None or near):
            place = self.composed.origins.place(at, "key" if at[-1] == text else "value")
            self.names.report(
                finding("REF103", place, name=text, wanted=[said_kind("column")], nearest=near)
                if self.roster is not None or len(text) > _SHORT
                else finding("REF123", place, name=text, nearest=near),
                at,
            )

    def _missing(self, column: str, at: DocPath, standing: str = "") -> None:
        """A column that every roster may have and this one has not; `standing` is of the places that are judged."""
        name = english(column)
        kind = self.names.places.place_of(column) or ""
        if self.roster is None or name in self.roster.columns:
            return
        units = self.names.instances.world.units.values()
        shown = any(unit.type == kind and not unit.typical for unit in units)
        if shown and kind == standing:
            # Of 每县区 it is the county itself that is of a name.
            return
        if name in KNOWN or (kind in self.names.places.clusters and not shown):
            place = self.composed.origins.place(at, "key" if at[-1] == column else "value")
            heading = KNOWN[name][0] if name in KNOWN else column
            headings = [KNOWN[each][0] if each in KNOWN else each for each in self.roster.columns]
            self.names.report(finding("REF122", place, column=heading, columns=headings), at)

    def _asked(self, column: str, value: Any, at: DocPath, here: _Here) -> None:
        """Whether a condition can be judged: the roster has its column, and the value has bounds."""
        name = english(column)
        kind = self.names.places.place_of(column) or ""
        if column == FORM:
            return
        self._missing(column, at, here.standing if here.is_work else "")
        if name in KNOWN or kind or (self.roster is not None and name not in self.roster.counted):
            return
        for number, each in enumerate(value if isinstance(value, list) else (value,)):
            if isinstance(each, str) and is_vague(each):
                where = (*at, number) if isinstance(value, list) else at
                self.names.report(finding("AMT007", self.composed.origins.place(where), text=each), where)

    def _unit_of_split(self, text: str, field: Field, at: DocPath, here: _Here) -> None:
        """A body or a place: one of the roster's, or what is called like one where there is no roster."""
        places = {unit.name for unit in self.names.instances.world.units.values() if not unit.typical}
        labels = set(self.names.actors.labels())
        shorter = {text[:n] + text[n + 1 :] for n in range(len(text)) if len(text) > 2}
        like_a_place = bool(_PLACE.search(text)) and labels.isdisjoint(shorter)
        known = text in places if self.roster is not None else like_a_place
        if known or not isinstance(self.names.binder.bind(text, here.standing), Unknown):
            return
        near = nearest(text, labels | places)
        self.names.unknown(Ref(text=text, at=at), ("unit", "actor"), near)

    def _amount(self, value: str, at: DocPath) -> None:
        """What an amount in words is of and per: things need not be declared, but a known name is spelt right."""
        read = read_amounts(value)
        for amount in read if not isinstance(read, Unreadable) else ():
            named = (amount.of if isinstance(amount.of, str) else "", amount.what)
            for name in (*named, *(per.unit for per in amount.per if per.is_name)):
                near = self._meant(name) if name else ()
                if near:
                    self.names.unknown(Ref(text=name, at=at), ("actor", "output"), near)

    def _meant(self, name: str) -> tuple[str, ...]:
        """The names of which one that an amount speaks of is a slip; none of a name that is there."""
        columns = self.roster.counted if self.roster is not None else ()
        known = {*self.names.actors.labels(), *self.declared.labels(("output",)), *columns}
        near = (
            ()
            if name in known
            else tuple(each for each in known if is_slip(name, (each,)) or is_one_other(name, each))
        )
        return nearest(name, near)

    def _time(self, value: Any, at: DocPath, here: _Here) -> None:
        """The events and phases that a time said in words names."""
        fields = kind_named("rhythm").fields
        read = read_when(value) if isinstance(value, str) else ()
        for when in read if not isinstance(read, Unreadable) else ():
            if when.event:
                self._event(when.event, fields["after" if when.after else "before"], at, here)
            elif when.phase and at not in self._done:
                self._bind(Ref(text=when.phase, at=at), fields["during"].refs, here)

    def _event(self, text: str, field: Field, at: DocPath, here: _Here) -> None:
        """What an event is about, however it is said; one of nothing is a rule's to tell, and has no date."""

        def known(name: str) -> str | None:
            return name if self.declared.named(name, field.refs) else None

        for name in triggers(event_named(without_preposition(text)), known):
            if at not in self._done:
                self._bind(Ref(text=name, at=at), field.refs, here)


#: Columns of heads that rosters have.
_HEADS = (*(BUILT_IN_ZH[people] for people in PEOPLE), "教职工")
#: Along what else work is split, though it looks like a slip for 学科, 学段, 年级 or 班级.
_DIMENSIONS = frozenset(
    [
        "学部",
        "学年",
        "学期",
        "学校",
        "学区",
        "学制",
        "年段",
        "年度",
        "年份",
        "年龄",
        "班组",
        "等级",
        "层级",
        "星级",
    ]
)
#: With what the names of bodies end.
_BODIES = frozenset("局厅委办部处科室所院校会社站馆队组园司署府区县镇乡市省村团心处台")
#: What grows is nobody that there could be a part of.
_GROWTH = re.compile("增长|增加|提高|提升|上升|降低|下降|减少|压减|同比|环比|增幅|降幅")
_GROWTH_INSTEAD = ("{值: …, 趋势: 提高}", "{值: …, 趋势: 降低}")
#: What places and schools are called like.
_PLACE = re.compile("[省市县区旗镇乡村校园]$|街道$|[小中]学$")


def _is_short_slip(name: str, label: str) -> bool:
    """Whether two names of two characters begin alike: 学校 and 学效."""
    return len(name) == len(label) == 2 and name[0] == label[0] and name != label


def _named_in(text: str, field: Field) -> str:
    """The name in a text; none where it is a number of something or a stretch of time, and the field takes those."""
    if "dimension" in field.refs:
        per = read_per(text)
        return per.unit if isinstance(per, Per) and per.is_name else ""
    return "" if field.key == "during" and not isinstance(read_when(text), Unreadable) else text
