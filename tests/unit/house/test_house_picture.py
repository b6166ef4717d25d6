"""The pictures in the READMEs show what the example says now; `make generate` draws them again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import xuequ
from xuequ.pictures import Format, View, draw


def words(svg: str) -> list[str]:
    return sorted(re.findall(r">([^<>\s][^<>]*)<", svg))


@pytest.mark.parametrize(("name", "lang"), [("picture.svg", "en"), ("picture.zh-CN.svg", "zh")])
def test_the_picture_is_of_the_example_as_it_is(project: Path, name: str, lang: str) -> None:
    plan = xuequ.resolve(xuequ.load(project / "examples" / "anyang.yaml"))
    drawn = draw(plan, View.ZONES, Format.SVG, "zh" if lang == "zh" else "en").content.decode()
    assert words((project / "docs" / name).read_text(encoding="utf-8")) == words(drawn)
