"""Where tags stand: each statement of a paragraph, row or cell alone in it, what begins and ends in fitting places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place
from xuequ.word_templates.paragraphs import CELL, PARAGRAPH, ROW, TABLE, TEXT_BOX, Stretch, around
from xuequ.word_templates.slips import INNER, OPENING
from xuequ.word_templates.tags import Tag, tags, without

#: The element that a statement of a kind stands for.
_HOLDERS = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_WITHOUT_TEXT = frozenset({"drawing", "pict", "object", "footnoteReference", "endnoteReference"})
#: Elements that a pair of tags inside paragraphs cannot reach out of.
_WALLS = frozenset({CELL, ROW, TABLE, TEXT_BOX})
#: Statements in one another: deeper than anybody writes by hand. Python itself ends at 20.
_DEEPEST = 12


def holder(each: Tag) -> etree._Element | None:
    """The paragraph, row or cell that a statement stands for; none where there is none around it."""
    inside = each.at.spot == "spot_text"
    return around(each.stretch.bits[0].element, _HOLDERS[each.kind]) if inside else None


def misplaced(texts: Sequence[Stretch], file: str) -> Iterator[Finding]:
    """Statements of a paragraph, row or cell that are not alone in it; else statements that do not pair."""
    beside = tuple(_company(texts, file))
    yield from beside
    if not beside:
        for many in _together(texts):
            yield from _unpaired(many, file)


def _company(texts: Sequence[Stretch], file: str) -> Iterator[Finding]:
    held = _held(texts)
    for each in _standing_for(texts):
        element = holder(each)
        if element is None:
            yield _finding("DOC307", each, file)
        else:
            yield from _beside(each, element, held[element], file)


def _held(texts: Sequence[Stretch]) -> Mapping[etree._Element, list[Stretch]]:
    """The texts in each paragraph, row and cell."""
    found: dict[etree._Element, list[Stretch]] = defaultdict(list)
    for text in texts:
        if text.bits:
            first = text.bits[0].element
            for element in (first, *first.iterancestors()):
                found[element].append(text)
    return found


def _beside(each: Tag, element: etree._Element, held: Sequence[Stretch], file: str) -> Iterator[Finding]:
    """What else stands where a statement has to be alone: it would be lost."""
    written = {id(text): list(tags(text)) for text in held}
    alike = [tag for found in written.values() for tag in found if tag.kind == each.kind]
    if len(alike) > 1:
        # Told once, at the first of them.
        yield from [_finding("DOC319", each, file, second=alike[1].inner)] if alike[0] == each else []
        return
    alone = [
        without(text.at.text, [tag for tag in written[id(text)] if tag.remark or tag == each])
        for text in held
    ]
    words: str = " ".join(" ".join(alone).split())
    if not words and any(str(one.tag).rpartition("}")[2] in _WITHOUT_TEXT for one in element.iter()):
        words = Word("beside_picture")
    if words:
        yield _finding("DOC320", each, file, beside=words, holder=Word(f"holder_{each.kind}"))


def _together(texts: Sequence[Stretch]) -> Iterator[Sequence[Tag]]:
    """Statements that pair with one another: all of the paragraphs, and those of each text that is none of them."""
    yield list(_statements([text for text in texts if text.at.spot == "spot_text"]))
    yield from (list(_statements([text])) for text in texts if text.at.spot != "spot_text")


def _statements(texts: Sequence[Stretch]) -> Iterator[Tag]:
    return (each for text in texts for each in tags(text) if each.statement)


def _standing_for(texts: Sequence[Stretch]) -> Iterator[Tag]:
    return (each for text in texts for each in tags(text) if each.kind)


def _unpaired(many: Sequence[Tag], file: str) -> Iterator[Finding]:
    """Statements that are not closed, close nothing, or begin in one place and end in another."""
    opened: list[list[Tag]] = []
    for each in many:
        if each.word in OPENING:
            opened.append([each])
            if len(opened) > _DEEPEST:
                yield _finding("DOC321", each, file, most=_DEEPEST)
                return
        elif each.word in INNER or each.word.startswith("end"):
            if not opened or opened[-1][0].word not in INNER.get(each.word, (each.word[3:],)):
                yield _alone(each, [first for first, *_ in opened], file)
                return
            opened[-1].append(each)
            if each.word.startswith("end"):
                yield from _apart(opened.pop(), file)
    for first, *_ in opened:
        yield _finding("DOC306", first, file, end=_end(first))


def _alone(last: Tag, opened: Sequence[Tag], file: str) -> Finding:
    """An end that closes nothing, unless what it closes is there and something inside was left open."""
    if any(each.word == last.word.removeprefix("end") for each in opened):
        return _finding("DOC306", opened[-1], file, end=_end(opened[-1]))
    return _finding("DOC313", last, file)


def _end(first: Tag) -> str:
    return f"{{%{first.kind} end{first.word} %}}"


def _apart(chain: Sequence[Tag], file: str) -> Iterator[Finding]:
    """What belongs together has to stand in one place, so that what lies between is whole."""
    first, *rest = chain
    fits = all(each.kind == first.kind and _level(first, each) for each in rest)
    if not fits or (first.word == "macro" and chain[-1].stretch is not first.stretch):
        yield _finding("DOC307", first, file)


def _level(first: Tag, last: Tag) -> bool:
    """Whether elements of the same kinds are around two tags, up to the element that has both of them."""
    one, other = _path(first), _path(last)
    while one and other and one[-1] is other[-1]:
        one, other = one[:-1], other[:-1]
    between = [each.tag for each in one]
    if first.kind:
        return not one and not other
    return between == [each.tag for each in other] and _WALLS.isdisjoint(between)


def _path(each: Tag) -> list[etree._Element]:
    """The elements around a tag, or around what it stands for, from the inside out."""
    if each.kind:
        element = holder(each)
        return [] if element is None else list(element.iterancestors())
    element = _element(each)
    return [element, *element.iterancestors()]


def _element(each: Tag) -> etree._Element:
    """The element in which a tag begins."""
    at = 0
    for bit in each.stretch.bits:
        at += len(bit.text)
        if each.start < at:
            break
    return bit.element


def _finding(code: str, each: Tag, file: str, **more: object) -> Finding:
    return finding(code, Place(file=file), tag=each.inner, **each.at.facts, **more)
