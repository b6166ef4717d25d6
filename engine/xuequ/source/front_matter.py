"""What stands around the text of a document: its title and receivers, and what is no text of it at all.

A table of contents, comments, the number of a document, the days on which it was adopted and amended say nothing that
a scheme could take in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARKS = re.compile(r"^(?:#{1,6}\s+|[-*+]\s+|>\s*)|\*\*|__")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_SENTENCE = re.compile(r"[。；;！!？?]")
#: A line that only leads to another place in the same page.
_LINK = re.compile(r"(?:\d+\.\s*)?\[[^\]]*\]\(#[^)]*\)$")
_GOES_ON = re.compile(r"[，,、]$")
_PAGE_NUMBER = re.compile(r"[-—－–]\s*\d{1,4}\s*[-—－–]$")
_CONTENTS = re.compile(r"(?:目\s*[录次]|contents)$", re.I)
#: The end of a line in a table of contents: a tab, dots or blanks, and a page.
_PAGE = re.compile(r"(?:[\s.．·・…_]+|[-—]{2,})[-—(（]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-—)）]?$", re.I)
_DOTS = re.compile(r"[.．·・…]{3,}\s*\d{1,4}$")
_ATTACHMENT = re.compile(r"附\s*件\s*(\d{0,2})\s*[:：]?\s*$|附\s*件\s*(\d{1,2})\s+\S")
_ATTACHED = re.compile(r"附\s*件\s*[:：]\s*\S")

_DAY = r"\d{4}\s*年|[〇零一二三四五六七八九]{4}年"
_ADOPTED = r"通过|批准|公布|发布|颁布|修订|修正|修改|施行|实施|印发|备案|审议"
#: 2012年5月1日…通过, 根据2024年…修正: when a text was adopted and amended, in brackets or in a line of its own.
_HISTORY = re.compile(rf"(?:{_DAY}|根据|自|经).*(?:{_ADOPTED})")
_NUMBER = re.compile(
    r"\S*[〔\[（(【]\s*\d{4}\s*[〕\]）)】]\s*(?:第\s*)?\d+\s*号$|.{0,20}第\s*[\d一二三四五六七八九十百]+\s*号$|.{2,30}(?:文件|公告|令)$"
)
_DATE = re.compile(rf"(?:{_DAY})[\d一二三四五六七八九十]{{1,3}}月(?:[\d一二三四五六七八九十]{{1,3}}日)?$")

_OPEN, _CLOSE = "（(", "）)"
#: How the names of bodies and people end.
_BODY = (
    r"(?:政府|[厅局委办处科室组队院所站会]|部门|单位|机构|校|园|中心|街道|[乡镇区县市州旗]|集团|共同体|企业|社区|村|小学|中学|大学|"
    r"党组|[员师长生班]|同志|家长|老师)(?:们|[（(].*[）)])?"
)
#: Those a document is sent to: all of a kind, or one by its name; 牵头单位： and the like say what follows.
_ALL = re.compile(rf".{{0,4}}(?:各|有关|相关|直属|局属|所属|本[市县区局校]|全[省市县区]|驻).*{_BODY}")
_NAMED = re.compile(
    r".{2,}(?:人民政府|管委会|管理委员会|办事处|委员会|[厅局委]|办公室|办公厅|党工委|党组|学校|中学|小学|幼儿园|学院|大学|"
    r"教育集团|教研室|研究院|督导室)(?:[（(].*[）)])?|.*(?:同志|同学|老师|家长)(?:们)?"
)
_ONE_OF_THEM = re.compile(rf".*{_BODY}")
_NOBODY = re.compile(
    r".*(?:牵头|责任|配合|参与|参加|实施|试点|目标|工作|成员|组成|负责|主管|领衔|龙头|核心|领导小组).{0,4}"
)
_SEVERAL = re.compile(r"[，,、；;]|(?:和|及)(?=各|有关|相关|其)")


def is_attachment(text: str) -> str | None:
    """The number of the attachment a line is the head of, empty where it has none; None for any other line."""
    found = _ATTACHMENT.match(text)
    return None if found is None else found[1] or found[2] or ""


def lists_attachments(text: str) -> bool:
    """Whether a line begins the list of what is attached: 附件：1.名单."""
    return _ATTACHED.match(text) is not None


def kept_text(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines of a document that are its text, without marks of Markdown around them."""
    rows = list(_joined((number, text) for number, raw in _without_comments(lines) if (text := _plain(raw))))
    contents = False
    for at, (number, text) in enumerate(rows):
        if _CONTENTS.fullmatch(text):
            contents = True
        elif contents and (_PAGE.search(text) or _comes_again(text, rows[at + 1 :])):
            continue
        elif not (_LINK.match(text) or _DOTS.search(text) or _PAGE_NUMBER.fullmatch(text)):
            contents = False
            yield number, text


def _plain(raw: str) -> str:
    return _MARKS.sub("", raw.strip()).strip()


def _joined(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines, names of receivers that run over several of them as one: 各乡镇人民政府，/ 县政府各部门："""
    held: tuple[int, str] | None = None
    for number, text in rows:
        if held is not None:
            number, text = held[0], held[1] + text
        held = (number, text) if _GOES_ON.search(text) and _are_receivers(text) else None
        if held is None:
            yield number, text
    if held is not None:
        yield held


def _comes_again(text: str, below: Iterable[tuple[int, str]]) -> bool:
    """Whether a line stands once more further down, blanks aside: it was one of a table of contents."""
    said = "".join(text.split())
    return any("".join(other.split()).startswith(said) for _, other in below)


def _without_comments(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines without comments, which may run over several of them."""
    rows = list(lines)
    whole = "\n".join(text.replace("\n", " ") for _, text in rows)
    left = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), whole).split("\n")
    return ((number, text) for (number, _), text in zip(rows, left, strict=True))


class Front:
    """What stands before the text, line by line: 题, 主送, 导语, or nothing that a scheme could take in."""

    def __init__(self) -> None:
        self.title = ""
        self._seen: set[str] = set()
        self._depth = 0

    def part(self, text: str) -> str:
        """What a line is; empty where it is the number of the document or tells of its adoption."""
        if self._depth > 0 or self._is_history(text):
            self._deeper(text)
            return ""
        part = self._part(text)
        self._seen.add(part)
        if part == "题":
            at = next(
                (n for n, c in enumerate(text) if c in _OPEN and _HISTORY.match(text[n + 1 :].strip())),
                len(text),
            )
            self._deeper(text[at:])
            self.title += text[:at].rstrip()
        return part

    def _deeper(self, text: str) -> None:
        self._depth = max(self._depth + sum((c in _OPEN) - (c in _CLOSE) for c in text), 0)

    def _part(self, text: str) -> str:
        ends = text.endswith((":", "："))
        if ends and not self._seen & {"主送", "导语"} and _are_receivers(text[:-1]):
            return "主送"
        if ends or _SENTENCE.search(text) or self._seen & {"主送", "导语"}:
            return "导语"
        return "" if _NUMBER.fullmatch(text) or _DATE.fullmatch(text) else "题"

    def _is_history(self, text: str) -> bool:
        if not self.title:
            return False
        if text[0] in _OPEN:
            # It may go on in the next line.
            return (
                _HISTORY.match(text[1:].strip()) is not None or re.match(_DAY, text[1:].strip()) is not None
            )
        return _HISTORY.match(text) is not None and not _SENTENCE.search(text)


def _are_receivers(text: str) -> bool:
    """Whether every name in a line is one of a body or of people."""
    names = [name.strip() for name in _SEVERAL.split(text) if name.strip()]
    kinds = [name for name in names if _ALL.fullmatch(name)]
    named = [name for name in names if _NAMED.fullmatch(name) and not _NOBODY.fullmatch(name)]
    return bool(kinds or named) and all(
        _ONE_OF_THEM.fullmatch(n) and (n in kinds or not _NOBODY.fullmatch(n)) for n in names
    )
