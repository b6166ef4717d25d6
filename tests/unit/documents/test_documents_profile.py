"""Profiles: what a locality sets otherwise, read from YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemes import codes
from xuequ.documents.profile import NATIONAL_PROFILE, Profile, profile_of
from xuequ.findings.finding import Finding
from xuequ.language.canonical import canonical
from xuequ.source.yaml import read_yaml
from xuequ.writers.page import MILLIMETRE, Numbers

HEAD = "xuequ: 1\nkind: profile\n"


def profile(text: str) -> tuple[Profile, tuple[Finding, ...]]:
    read = read_yaml(text.encode(), "profile.yaml")
    assert read.document is not None
    result = canonical(read.document)
    assert not [*read.findings, *result.findings]
    return profile_of(result.document)


def test_the_shipped_profile_is_what_holds_without_one(project: Path) -> None:
    text = (project / "templates/national.profile.yaml").read_text("utf-8")
    assert profile(text) == (NATIONAL_PROFILE, ())


def test_a_profile_that_says_nothing_is_the_national_one() -> None:
    assert profile(HEAD) == (NATIONAL_PROFILE, ())


def test_the_profile_of_the_examples_is_sound(project: Path) -> None:
    local, findings = profile((project / "examples/profiles/county.yaml").read_text("utf-8"))
    assert not findings
    assert local.page.line_pitch == 570
    assert local.page.numbers is Numbers.CENTRE
    assert not local.page.seal
    assert local.page.top == round(35 * MILLIMETRE)


def test_a_profile_may_be_written_in_chinese() -> None:
    text = "格式: 1\n类别: 版式\n版面: {上边距: 35, 行距: 28}\n页码位置: 居中\n盖章: 否\n字体: {正文: 仿宋}\n"
    local, findings = profile(text)
    assert not findings
    assert (local.page.line_pitch, local.page.numbers, local.page.seal) == (560, Numbers.CENTRE, False)
    assert local.page.body_fonts == ("仿宋",)


@pytest.mark.parametrize("pattern", ["示教发{年}{号}", "示教发〔{serial}〕{year}号", "示教发1号"])
def test_a_number_pattern_without_year_and_serial_is_told_with_one_that_has_them(pattern: str) -> None:
    read = read_yaml(f'{HEAD}number_pattern: "{pattern}"\n'.encode(), "profile.yaml")
    assert read.document is not None
    (found,) = canonical(read.document).findings
    assert (found.code, found.args["value"]) == ("SCH115", pattern)
    assert found.args["example"] == "示教发〔{year}〕{serial}号"


def test_a_fixed_spacing_goes_before_a_number_of_lines() -> None:
    assert profile(f"{HEAD}page: {{lines: 20, spacing: 30}}\n")[0].page.line_pitch == 600


def test_characters_are_pressed_together_until_a_line_holds_as_many_as_asked_for() -> None:
    page = profile(f"{HEAD}page: {{left: 28, right: 26, characters: 27}}\n")[0].page
    assert page.text_width // page.character == 27


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("{characters: 45}", ("page", "characters")),
        ("{lines: 40}", ("page", "lines")),
        ("{bottom: 8}", ("page", "bottom")),
    ],
)
def test_what_no_page_can_hold_is_told_where_it_stands(said: str, path: tuple[str, ...]) -> None:
    _, findings = profile(f"{HEAD}page: {said}\n")
    assert codes(findings) == ["DOC204"]
    assert findings[0].primary.path == path


def test_an_unknown_font_place_is_a_finding_of_the_schema() -> None:
    read = read_yaml(f"{HEAD}fonts: {{bodi: 仿宋}}\n".encode(), "profile.yaml")
    assert read.document is not None
    assert [found.code[:3] for found in canonical(read.document).findings] == ["SCH"]
