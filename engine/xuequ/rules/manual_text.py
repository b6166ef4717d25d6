"""The manual as Markdown in one language, for the terminal and for `docs/rules/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xuequ.edit.translate import translate
from xuequ.findings.catalogue import FAMILIES, entry
from xuequ.findings.wording import level_word
from xuequ.rules.manual import Example, Language, Page, codes, page
from xuequ.source.yaml import read_yaml

#: What an example leaves out: the lines every scheme begins with.
HEAD = "xuequ: 1\nkind: scheme\nname: 某县学区制管理实施方案\nlocality: {name: 某县, level: county}\n"
_KINDS = {"zh": {True: "反例", False: "正例"}, "en": {True: "Bad", False: "Good"}}
_SUFFIX = {"zh": ".zh-CN.md", "en": ".md"}
_NAMES = {
    "ros": ("名册和学区", "rosters and clusters"),
    "ref": ("名称", "names"),
    "com": ("组合", "composition"),
    "res": ("责任", "responsibility"),
    "goa": ("目标", "goals"),
    "tim": ("时间", "time"),
    "amt": ("数额", "amounts"),
    "con": ("与上级的衔接", "conformance"),
    "src": ("来源", "sources"),
    "doc": ("文书", "documents"),
}


def markdown(one: Page, language: Language) -> str:
    """One page: title, level, what it finds and why it matters, and the examples."""
    return "\n".join(_lines(one, language)) + "\n"


def rule_pages(project: Path) -> Iterator[tuple[str, str]]:
    """The manual as files of `docs/rules/`: an index and a page each, in both languages."""
    pages = [page(code) for code in codes()]
    for language, suffix in _SUFFIX.items():
        yield f"docs/rules/README{suffix}", _index(pages, "zh" if language == "zh" else "en")
        for one in pages:
            text = markdown(one, "zh" if language == "zh" else "en")
            yield f"docs/rules/{one.code}{suffix}", text


def _lines(one: Page, language: Language) -> Iterator[str]:
    about = entry(one.code)
    yield f"# {one.code} {one.title[language]}"
    yield ""
    yield f"`{about.slug}` · {level_word(about.level, language)}"
    for heading, text in one.sections[language].items():
        yield ""
        yield f"**{heading}** {text}" if "\n" not in text and not text.startswith("- ") else f"**{heading}**"
        if "\n" in text or text.startswith("- "):
            yield ""
            yield text
    for example in one.examples:
        yield from _example(example, language)


def _example(example: Example, language: Language) -> Iterator[str]:
    colon = "：" if language == "zh" else ": "
    yield ""
    yield f"## {_KINDS[language][example.bad]}{colon}{example.title[language]}"
    yield ""
    yield f"```yaml\n{in_chinese(example.scheme) if language == 'zh' else example.scheme}```"
    if example.roster:
        yield ""
        yield f"```csv\n{example.roster}```"


def in_chinese(scheme: str) -> str:
    """An example with Chinese keys, without the head."""
    whole = scheme.startswith("xuequ")
    read = read_yaml((scheme if whole else HEAD + scheme).encode(), "example.yaml")
    if read.document is None or read.findings:
        raise ValueError(f"an example of a rule page cannot be read: {read.findings}")
    text = translate(read.document)
    return text if whole else text.split("\n", HEAD.count("\n"))[-1]


def _index(pages: list[Page], language: Language) -> str:
    chinese = language == "zh"
    title = "# 检查规则" if chinese else "# Rules"
    about = (
        "`xuequ check` 运行的全部规则。`xuequ rule CODE` 在终端显示同样的内容。规则可能漏报，页面上会写明；不应当误报。"
        if chinese
        else "Every rule that `xuequ check` runs; `xuequ rule CODE` prints the same pages. A rule may miss a case "
        "if its page says so; it may not cry wolf."
    )
    lines = [title, "", about]
    for family in FAMILIES:
        held = [one for one in pages if one.code[:3].lower() == family]
        if held:
            name = _NAMES[family][0 if chinese else 1]
            lines += ["", f"## {family.upper()} {name}", ""]
            lines += [
                "| 代码 | 级别 | 查什么 |" if chinese else "| code | level | what it finds |",
                "|---|---|---|",
            ]
            lines += [_row(one, language) for one in held]
    return "\n".join(lines) + "\n"


def _row(one: Page, language: Language) -> str:
    level = level_word(entry(one.code).level, language)
    return f"| [{one.code}]({one.code}{_SUFFIX[language]}) | {level} | {one.title[language]} |"
