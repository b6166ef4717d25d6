"""Profiles: how a locality sets its documents. What a profile does not say is as GB/T 9704-2012 has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.source.document import Document
from xuequ.writers.page import MILLIMETRE, NATIONAL, Numbers, Page

#: How far characters may be pressed together or drawn apart, and how close lines may be, in twips.
_CLOSEST, _WIDEST, _LEAST_PITCH = -60, 160, 360
#: Below the text block a page number needs its gap and its height.
_FOOT = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A page, and what a locality's documents have besides; empty texts are taken from the scheme.

    `number_pattern` has `{year}` and `{serial}`. `most_characters` is for documents of a special task, others
    may have a quarter more.
    """

    page: Page = NATIONAL
    mark: str = ""
    number_pattern: str = ""
    printed_by: str = ""
    most_characters: int = 4000


NATIONAL_PROFILE = Profile()


def profile_of(document: Document) -> tuple[Profile, tuple[Finding, ...]]:
    """The profile in a valid canonical document, and what of it no page can hold."""
    said: Mapping[str, Any] = cast("Mapping[str, Any]", document.value)
    page = _page(said)
    texts = ("mark", "number_pattern", "printed_by")
    profile = Profile(
        page=page,
        most_characters=int(said.get("most_characters", NATIONAL_PROFILE.most_characters)),
        **{field: str(said.get(field, "")) for field in texts},
    )
    return profile, tuple(_misfits(page, document.file, said))


def _page(said: Mapping[str, Any]) -> Page:
    measures: Mapping[str, float] = said.get("page", {})
    fonts: Mapping[str, str | list[str]] = said.get("fonts", {})
    page = replace(
        NATIONAL,
        top=_twips(measures, "top", NATIONAL.top),
        bottom=_twips(measures, "bottom", NATIONAL.bottom),
        left=_twips(measures, "left", NATIONAL.left),
        right=_twips(measures, "right", NATIONAL.right),
        body_fonts=_list(fonts.get("body"), NATIONAL.body_fonts),
        title_fonts=_list(fonts.get("title"), NATIONAL.title_fonts),
        first_fonts=_list(fonts.get("first"), NATIONAL.first_fonts),
        second_fonts=_list(fonts.get("second"), NATIONAL.second_fonts),
        digit_fonts=_list(fonts.get("digits"), NATIONAL.digit_fonts),
        latin_fonts=_list(fonts.get("latin"), NATIONAL.latin_fonts),
    )
    return replace(
        page,
        line_pitch=_pitch(page, measures),
        closer=_closer(page, measures),
        numbers=Numbers(said.get("page_numbers", Numbers.OUTER)),
        seal=said.get("seal", True) is not False,
    )


def _twips(measures: Mapping[str, float], side: str, otherwise: int) -> int:
    # The national values are not quite what millimetres give: they leave room for 28 characters.
    if side not in measures or measures[side] == round(otherwise / MILLIMETRE):
        return otherwise
    return round(measures[side] * MILLIMETRE)


def _list(value: str | list[str] | None, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    if value is None:
        return otherwise
    return (value,) if isinstance(value, str) else tuple(value)


def _pitch(page: Page, measures: Mapping[str, float]) -> int:
    if "spacing" in measures:
        return round(measures["spacing"] * 20)
    return (page.height - page.top - page.bottom) // int(measures.get("lines", 22))


def _closer(page: Page, measures: Mapping[str, float]) -> int:
    """What each character gives up or gains, so that a line holds as many as are asked for."""
    return page.text_width // int(measures.get("characters", 28)) - page.body_size * 10


#: What a page has of these where its profile does not say.
_USUAL: Mapping[str, float] = {"characters": 28, "lines": 22, "spacing": 28.95, "bottom": 35}


def _misfits(page: Page, file: str, said: Mapping[str, Any]) -> Iterator[Finding]:
    measures: Mapping[str, float] = said.get("page", {})
    wrong = {
        "characters": not _CLOSEST <= page.closer <= _WIDEST,
        "spacing" if "spacing" in measures else "lines": page.line_pitch < _LEAST_PITCH,
        "bottom": page.bottom < _FOOT and page.numbers is not Numbers.NONE,
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            at = ("page", field) if field in measures else ("page",)
            value = measures.get(field, _USUAL[field])
            yield finding("DOC204", Place(file=file, path=at), field=field, value=value)
