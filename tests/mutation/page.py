"""The report of the run, docs/mutations.md and its Chinese twin: a section a family, a row a kind of fault, a column an
example."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path, PurePath
from typing import NamedTuple

import localities
from mutation import chinese
from mutation.catalogue import ELSEWHERE, FAMILIES
from mutation.faults import Kind, Outcome
from xuequ.findings.catalogue import entries

DOCS = localities.ROOT / "docs"
_EN = """\
# Planted faults

Each kind of fault below is planted into the text of each of the five examples where it can occur: its scheme, a
policy it adopts, or its sample roster. One fault at a time, the whole is checked, and the findings are compared
with those of the example as it stands. The code on the left must be new, at the line given here; a line with a
name in front of it stands in that policy or roster. `≡` stands where a finding that gathers such holes for a whole
document or measure was there before and now names this one, too. Everything else that is new must be a true
consequence, and is listed with the reason. “–” means that the fault cannot occur there: the example has no place
for it, or has it already.

Written by `pytest tests/mutation --update`; `tests/mutation` holds the faults as data, and its tests fail where a
rule misses one or where this page is stale.

"""
_ZH = """\
# 植入的差错

下面每一种差错，都植入五个示例中能出现它的地方：方案、所采用的政策模块，或示例名册。一次植入一处，整个检查一遍，
与原样的问题对比。左边的代码必须新出现，并且就在这里给出的行；行号前有名称的，在那个模块或名册里。`≡` 表示原来就有
一条为整个文件或举措汇总的问题，现在把这一处也列进去了。此外新出现的都必须是真实的后果，并在下面列出理由。
“–”表示那里不会出现这种差错：没有可植入的地方，或本来就有。

由 `pytest tests/mutation --update` 写出；差错以数据的形式放在 `tests/mutation`，有规则漏报，或本页过时，
测试就不通过。

"""


class Edition(NamedTuple):
    """The page in one language; `said` are its words for what the tests say in English."""

    file: Path
    head: str
    total: str
    counted: str
    columns: str
    follows: str
    why: str
    more: str
    missed: str
    left_out: str
    said: Callable[[str], str]

    @property
    def text(self) -> str:
        """The page as it is checked in; empty where it is not yet."""
        return self.file.read_text("utf-8") if self.file.is_file() else ""


EDITIONS = (
    Edition(
        file=DOCS / "mutations.md",
        head=_EN,
        total="In all {faults} faults of {kinds} kinds, for {codes} codes.\n\n",
        counted="**{faults} faults of {kinds} kinds**, {right} reported as they should be.",
        columns="| code | fault |",
        follows="What truly follows from them:",
        why="- {code}, {what}: {other}, for {why} ({shown})\n",
        more="{shown} and {more} more",
        missed="missed",
        left_out="Not planted",
        said=str,
    ),
    Edition(
        file=DOCS / "mutations.zh-CN.md",
        head=_ZH,
        total="共 {faults} 处差错，{kinds} 种，涉及 {codes} 个代码。\n\n",
        counted="**{faults} 处差错，{kinds} 种**，如期报告的 {right} 处。",
        columns="| 代码 | 差错 |",
        follows="它们真实的后果：",
        why="- {code}，{what}：{other}，因为{why}（{shown}）\n",
        more="{shown} 等，另有 {more} 处",
        missed="漏报",
        left_out="没有植入的",
        said=chinese.said,
    ),
)
_NUMBERS = re.compile(r"\*\*(?P<faults>\d+)\D+(?P<kinds>\d+)\D+\*\*")


def section(edition: Edition, family: str, outcomes: Iterable[Outcome]) -> str:
    """What became of one family's faults."""
    found = list(outcomes)
    kinds = [(kind, list(some)) for kind, some in groupby(found, key=lambda o: o.planted.kind)]
    right = sum(o.is_right for o in found)
    head = edition.counted.format(faults=len(found), kinds=len(kinds), right=right)
    columns = f"{edition.columns} {' | '.join(localities.NAMES)} |"
    rule = "|---|---|" + "---|" * len(localities.NAMES)
    rows = "".join(_row(edition, kind, some) for kind, some in kinds)
    whole = f"## {family}\n\n{head}\n\n{columns}\n{rule}\n{rows}"
    follows = "".join(line for kind, some in kinds for line in _follows(edition, kind, some))
    return whole + (f"\n{edition.follows}\n\n{follows}" if follows else "") + "\n"


def sections(text: str) -> Mapping[str, str]:
    """The sections of a page by family."""
    parts = re.split(r"(?m)^(?=## )", text)[1:]
    return {part[3:].split("\n", 1)[0]: part for part in parts}


def page(edition: Edition, held: Mapping[str, str]) -> str:
    """The whole page from its sections."""
    counts = [_NUMBERS.search(held.get(family, "")) for family in FAMILIES]
    total = edition.total.format(
        faults=sum(int(found["faults"]) for found in counts if found),
        kinds=sum(int(found["kinds"]) for found in counts if found),
        codes=len({kind.code for some in FAMILIES.values() for kind in some}),
    )
    return edition.head + total + "".join(held.get(family, "") for family in FAMILIES) + _elsewhere(edition)


def left_out() -> Iterator[str]:
    """The codes of these families that no kind of fault is for."""
    planted = {kind.code for some in FAMILIES.values() for kind in some}
    return (code for code in entries() if code[:3] in FAMILIES and code not in planted)


def reason(code: str) -> str:
    """Why a code is left out; empty where nobody has said."""
    return next((why for start, why in ELSEWHERE.items() if code.startswith(start)), "")


def _elsewhere(edition: Edition) -> str:
    rows = {}
    for code in left_out():
        start = next((start for start in ELSEWHERE if code.startswith(start)), code)
        rows[start if len(start) == 6 else f"{start}…"] = edition.said(reason(code))
    return f"## {edition.left_out}\n\n" + "".join(f"- {code}: {why}\n" for code, why in rows.items())


def _row(edition: Edition, kind: Kind, outcomes: list[Outcome]) -> str:
    cells = []
    for name in localities.NAMES:
        mine = [o for o in outcomes if o.planted.example.name == name]
        cells.append(", ".join(_cell(edition, one) for one in mine) or "–")
    return f"| {kind.code} | {edition.said(kind.what)} | {' | '.join(cells)} |\n"


def _cell(edition: Edition, outcome: Outcome) -> str:
    line = outcome.gathered if outcome.gathered is not None else outcome.line
    sheet = outcome.planted.sheet
    where = "" if sheet.file == outcome.planted.example.scheme.file else f"{PurePath(sheet.file).name}:"
    if not outcome.is_right:
        return f"**{where}{sheet.line} {edition.missed}**"
    return f"≡ {line}" if outcome.gathered is not None else f"{where}{line}"


def _follows(edition: Edition, kind: Kind, outcomes: list[Outcome]) -> Iterator[str]:
    for code, why in kind.beside.items():
        places = [
            f"{PurePath(spot.file).name}:{spot.line}"
            for o in outcomes
            for spot in o.others
            if spot.code == code
        ]
        if places:
            several = list(dict.fromkeys(places))
            shown = ", ".join(several[:6])
            if len(several) > 6:
                shown = edition.more.format(shown=shown, more=len(several) - 6)
            what = edition.said(kind.what)
            yield edition.why.format(
                code=kind.code, what=what, other=code, why=edition.said(why), shown=shown
            )
