"""What the language reference says beside the tables that come from the schemas."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from xuequ.language.fields import built_in_actors, kind_named
from xuequ.language.forms import Lang


class Heading(NamedTuple):
    """A section's title and its first words."""

    title: str
    words: str


def _built_in(lang: Lang) -> str:
    """The actors that need no declaration."""
    pairs = built_in_actors().items()
    return (
        "、".join(f"`{zh}`" for _, zh in pairs)
        if lang == "zh"
        else ", ".join(f"`{en}` {zh}" for en, zh in pairs)
    )


def _inherited(lang: Lang) -> str:
    """What a measure hands on to what it contains."""
    fields = [field for field in kind_named("measure").fields.values() if field.inherited]
    return ("、" if lang == "zh" else ", ").join(
        f"`{field.zh if lang == 'zh' else field.key}`" for field in fields
    )


def _joined(text: str, joint: str) -> str:
    """Text with indented lines put on the line before; Chinese takes a space there only beside code."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("  ") and lines:
            code = lines[-1].endswith("`") or line.lstrip().startswith("`")
            lines[-1] += (" " if code else joint) + line.strip()
        else:
            lines.append(line)
    return "\n".join(lines)


NAMES: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "key": "Key",
        "other": "中文键",
        "takes": "Takes",
        "meaning": "Meaning",
        "required": " (required)",
        "values": " One of ",
        "words": " Fixed words: ",
        "every": "Has the fields of every element.",
        "work": "Has the fields of every element, and of work those that are not parts.",
        "all": "Has the fields of every element and of work.",
    },
    "zh": {
        "key": "键",
        "other": "英文键",
        "takes": "写法",
        "meaning": "含义",
        "required": "（必写）",
        "values": "可取：",
        "words": "固定用词：",
        "every": "另有每个要素都有的键。",
        "work": "另有每个要素都有的键，以及工作的键（参与方除外）。",
        "all": "另有每个要素都有的键和工作的键。",
    },
}


def opening(lang: Lang) -> str:
    """What stands before the tables."""
    return _joined(_page("opening", lang).replace("<BUILT_IN>", _built_in(lang)), _JOINTS[lang])


def closing(lang: Lang) -> str:
    """What stands behind them."""
    return _joined(_page("closing", lang), _JOINTS[lang])


def _page(name: str, lang: Lang) -> str:
    return (Path(__file__).parent / f"{name}.{lang}.md").read_text(encoding="utf-8").rstrip("\n")


#: What stands between two lines that are one.
_JOINTS: Mapping[Lang, str] = {"en": " ", "zh": ""}

HEADINGS: Mapping[Lang, Mapping[str, Heading]] = {
    "en": {
        "file": Heading("The file", "What a scheme may hold, in any order."),
        "policy": Heading(
            "",
            "A policy holds the same without `locality` and `answers`, and says what it asks of its adopter:",
        ),
        "every": Heading("Every element", "Whatever it is, an element may have these."),
        "work": Heading(
            "Work",
            "Measures, duties, phases and rows of a schedule are work; appraisals are work without parts."
            f" What a measure or phase contains inherits, key by key: {_inherited('en')}.",
        ),
        "elements": Heading("Elements", "Each with the fields it has beside the shared ones."),
        "roster": Heading("The roster", ""),
    },
    "zh": {
        "file": Heading("文件", "方案可以写的内容，先后不限。"),
        "policy": Heading("", "政策模块没有 `地方` 和 `回应`，其余相同；另外写明它对采用方的要求："),
        "every": Heading("每个要素都有的键", "不论哪一类要素，都可以写这些。"),
        "work": Heading(
            "工作",
            "举措、职责、阶段和行事历的各行都是工作；考核也是工作，但没有参与方。举措或阶段之内的各项逐键沿用它的："
            f"{_inherited('zh')}。",
        ),
        "elements": Heading("各类要素", "以下只列共有的键之外的键。"),
        "roster": Heading("名册", ""),
    },
}
