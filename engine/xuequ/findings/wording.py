"""A finding in words: the catalogue's texts with the finding's facts filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from xuequ.findings.catalogue import entry
from xuequ.findings.catalogue.words import LABELS, WORDS, Said, Word
from xuequ.findings.finding import Finding, Level

Language: TypeAlias = Literal["zh", "en"]

#: Longer facts are cut: a message is one line.
LONGEST = 120
#: More names than that are counted.
MOST_LISTED = 6
_CLAUSES = {"zh": re.compile("(?<=[；。？])"), "en": re.compile(r"(?<=;) ")}
_NAMED = re.compile(r"(?<!{){(\w+)")
_IN_BACKTICKS = re.compile(r"`{(\w+)}`")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_LEVELS = {
    "zh": {Level.ERROR: "错误", Level.WARNING: "警告", Level.NOTE: "提示"},
    "en": {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"},
}


class Unworded(Exception):
    """Raised if a text of the catalogue asks for a fact that the finding does not bring: our own mistake."""


class Worded(NamedTuple):
    """What a finding says: `message` is one line, `help` and `label` may be empty."""

    message: str
    help: str
    label: str


class _Listed(tuple[str, ...]):
    """Several names. `{names}` joins them, `` `{names}` `` puts each in backticks, `{names[0]}` is one of them."""

    most = MOST_LISTED
    separator = ", "
    more = "{0} and {1} more"

    def __format__(self, spec: str) -> str:
        shown = [f"{spec}{name}{spec}" for name in self[: self.most]]
        if len(self) <= self.most:
            return self.separator.join(shown)
        return self.more.format(self.separator.join(shown), len(self) - len(shown), len(self))


class _ListedInChinese(_Listed):
    separator = "、"
    more = "{0}等 {2} 个"


def worded(finding: Finding, language: Language, listed: int = MOST_LISTED) -> Worded:
    """The finding in one language, with so many names of a list; a clause of the help without a name is left out."""
    texts = entry(finding.code)
    text = texts.zh if language == "zh" else texts.en
    facts = {name: _fact(value, language, listed) for name, value in finding.args.items()}
    try:
        return Worded(
            _filled(text.message, facts), _help(text.help, facts, language), _filled(text.label, facts)
        )
    except (KeyError, IndexError) as missing:
        raise Unworded(f"{finding.code} has no {missing} for its {language} text") from missing


def level_word(level: Level, language: Language) -> str:
    """The level as it stands in front of a finding."""
    return _LEVELS[language][level]


def label_words(label: str, language: Language) -> str:
    """The words under a related place."""
    if label not in LABELS:
        raise Unworded(f"no label `{label}` in the catalogue")
    words = LABELS[label]
    return words.zh if language == "zh" else words.en


def _filled(template: str, facts: Mapping[str, object]) -> str:
    lists = {name for name, value in facts.items() if isinstance(value, _Listed)}
    ticked = _IN_BACKTICKS.sub(lambda m: f"{{{m[1]}:`}}" if m[1] in lists else m[0], template)
    return ticked.format_map(facts)


def _help(template: str, facts: Mapping[str, object], language: Language) -> str:
    clauses = [c for c in _CLAUSES[language].split(template) if c]
    if not any(_is_empty(clause, facts) for clause in clauses):
        return _filled(template, facts)
    kept = (_filled(clause, facts) for clause in clauses if not _is_empty(clause, facts))
    return (" " if language == "en" else "").join(kept).rstrip("；;")


def _is_empty(clause: str, facts: Mapping[str, object]) -> bool:
    return any(facts.get(name, "-") in ("", ()) for name in _NAMED.findall(clause))


def _fact(value: object, language: Language, most: int) -> object:
    if type(value) is Said:
        return _one(value.zh if language == "zh" else value.en, language)
    if isinstance(value, (list, tuple, set, frozenset)):
        held = sorted(value) if isinstance(value, (set, frozenset)) else value
        names = (_one(one, language) for one in held)
        joined = _ListedInChinese(names) if language == "zh" else _Listed(names)
        if not all(type(one) is Word for one in held):
            joined.most = most
        return joined
    return value if type(value) in (int, float) else _one(value, language)


def _one(value: object, language: Language) -> str:
    if type(value) is Said:
        return value.zh if language == "zh" else value.en
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return "空" if language == "zh" else "nothing"
    if type(value) is Word:
        words = WORDS[value]
        return words.zh if language == "zh" else words.en
    text = _CONTROL.sub(" ", str(value))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
