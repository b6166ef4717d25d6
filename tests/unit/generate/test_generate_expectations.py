"""The page about expectations: what it shows is valid, and it shows every field."""

from __future__ import annotations

import re

import pytest

from xuequ.generate.expectations_page import expectations_page
from xuequ.language.canonical import canonical
from xuequ.language.forms import Lang
from xuequ.language.shipped import schema_of
from xuequ.source.yaml import read_yaml
from xuequ.workspace.expectations.reading import read_suite
from xuequ.workspace.expectations.values import FIELDS, About


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_example_on_the_page_can_be_read(lang: Lang) -> None:
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", expectations_page(lang), re.DOTALL | re.MULTILINE)
    read = read_yaml(text.encode(), "page.yaml")
    assert read.document is not None
    form = canonical(read.document)
    assert (form.kind, form.findings) == ("expectations", ())
    suite, problems = read_suite(form.document)
    assert problems == ()
    assert len(suite.expectations) == 4


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_field_stands_on_the_page(lang: Lang) -> None:
    page = expectations_page(lang)
    fields = schema_of("expectations")["properties"]["expect"]["items"]["properties"]
    assert [key for key in fields if f"`{key}`" not in page] == []


def test_every_field_of_the_schema_can_be_said_of_something() -> None:
    fields = schema_of("expectations")["properties"]["expect"]["items"]["properties"]
    said = {field for known in FIELDS.values() for field in known} | {about.value for about in About}
    assert set(fields) == said | {"name", "note"}
