"""Expectations read from a canonical document, with what is wrong in how they are put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place
from xuequ.language.shapes import chinese_key
from xuequ.language.shipped import merged, schema_of
from xuequ.source.document import Document
from xuequ.workspace.expectations.values import FIELDS, NARROWING, About, Expectation, Suite

#: What an expectation can be about beside a unit, which may also narrow one down.
_SUBJECTS = tuple(about for about in About if about is not About.UNIT)


def read_suite(document: Document) -> tuple[Suite, tuple[Finding, ...]]:
    """The expectations of a valid canonical document; those that are put wrongly are reported and left out."""
    value = document.value if isinstance(document.value, dict) else {}
    given = value.get("given", {})
    found: list[Expectation] = []
    problems: list[Finding] = []
    for number, said in enumerate(value.get("expect", ())):
        one = _read(document.file, number, said)
        wrong = tuple(_misfits(one)) if isinstance(one, Expectation) else (one,)
        problems += wrong
        if isinstance(one, Expectation) and not wrong:
            found.append(one)
    suite = Suite(
        file=document.file,
        name=str(value.get("name", "")),
        scheme=str(given.get("scheme", "")),
        roster=str(given.get("roster", "")),
        school_year=given.get("school_year"),
        expectations=tuple(found),
    )
    return suite, tuple(problems)


def _read(file: str, number: int, said: Mapping[str, object]) -> Expectation | Finding:
    subjects = [about for about in _SUBJECTS if about.value in said]
    about = About.UNIT if not subjects and About.UNIT.value in said else next(iter(subjects), None)
    at = ("expect", number)
    if about is None or len(subjects) > 1:
        keys = [each.value for each in subjects]
        place = Place(file=file, path=(*at, keys[1]) if keys else at)
        named = {"subjects_zh": _chinese(keys), "subjects_en": keys} if keys else _NOTHING
        return finding("EXP104", place, **named)
    return Expectation(
        about=about,
        subject=str(said[about.value]),
        said={key: value for key, value in said.items() if key not in (about.value, "name", "note")},
        name=str(said.get("name", "")),
        file=file,
        at=at,
    )


_NOTHING: Mapping[str, object] = {"subjects_zh": Word("nothing"), "subjects_en": Word("nothing")}


def _misfits(one: Expectation) -> Iterator[Finding]:
    known = FIELDS[one.about]
    for field in one.said:
        if field not in known:
            place = Place(file=one.file, path=(*one.at, field), on="key")
            yield finding(
                "EXP105", place, subject=Word(f"about_{one.about.value}"), **both(field), **_known(known)
            )
    expects_something = any(field not in NARROWING for field in one.said)
    if not expects_something and one.about not in (About.FINDING, About.ABSENT):
        yield finding("EXP108", one.place(), **_known(f for f in known if f not in NARROWING))


def both(field: str) -> Mapping[str, object]:
    """The key of a field in both languages, for a finding."""
    return {"field_zh": _chinese([field])[0], "field_en": field}


def _known(fields: Iterable[str]) -> Mapping[str, object]:
    listed = list(fields)
    return {"known_zh": _chinese(listed), "known_en": listed}


def _chinese(keys: Iterable[str]) -> list[str]:
    return [_chinese_keys().get(key, key) for key in keys]


@cache
def _chinese_keys() -> Mapping[str, str]:
    fields = schema_of("expectations")["properties"]["expect"]["items"]["properties"]
    return {key: chinese_key(merged(field)) for key, field in fields.items()}
