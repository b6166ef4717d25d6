"""Every code has a page that says what is found, why it matters and what to do: rules' are Markdown, others' data."""

from __future__ import annotations

import re

import pytest

from xuequ.findings.catalogue import entries
from xuequ.rules.manual import codes, finding_page
from xuequ.rules.manual_text import markdown

OTHERS = sorted(set(entries()) - set(codes()))
#: What stands for something in the text of a finding, and must not stand in a page.
PLACEHOLDER = re.compile(r"〔(?!待|20\d\d)|\{[a-z_]+\}")
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("code", OTHERS)
def test_a_code_that_is_no_rule_has_a_page_in_both_languages(code: str) -> None:
    page = finding_page(code)
    for language in ("zh", "en"):
        said = markdown(page, language)
        assert said.startswith(f"# {code} ")
        assert not PLACEHOLDER.search(said)
        assert all(len(text) > 5 for text in page.sections[language].values())
    assert all(HAN.search(text) for text in page.sections["zh"].values())


def test_pages_are_of_codes_that_there_are() -> None:
    import json
    from importlib import resources

    folder = resources.files("xuequ.findings.catalogue").joinpath("pages")
    written = [code for file in folder.iterdir() for code in json.loads(file.read_text("utf-8"))]
    assert sorted(written) == OTHERS
