"""Where things stand in the pictures of the five localities: nothing overlaps, nothing sticks out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import combinations

import pytest

from localities import NAMES, role_plan, roster_plan
from xuequ.pictures import View
from xuequ.pictures.card import Card, card
from xuequ.pictures.columns import columns
from xuequ.pictures.drawing import VIEWS
from xuequ.pictures.grid import grid, loose
from xuequ.pictures.layout import Area, Layout, layout
from xuequ.pictures.measure import width
from xuequ.pictures.sketch import Arrangement, Sketch
from xuequ.resolution.plan import Plan


@cache
def _laid_out(
    name: str, view: View, planned: Callable[[str], Plan] = role_plan
) -> tuple[Sketch, dict[str, Card], Layout]:
    sketch = VIEWS[view](planned(name), "zh")
    cards = {box.id: card(box, "zh") for box in sketch.boxes}
    around = sketch.arrangement is Arrangement.AROUND
    placed = columns(sketch, cards) if around else layout(loose(sketch), cards, "zh")
    return sketch, cards, grid(sketch, cards, placed)


def _overlap(one: Area, other: Area) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@pytest.mark.parametrize("planned", [role_plan, roster_plan])
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("name", NAMES)
def test_boxes_do_not_overlap(name: str, view: View, planned: Callable[[str], Plan]) -> None:
    """In none of the five localities, in no view, with schools and without."""
    _, _, placed = _laid_out(name, view, planned)
    clashes = [
        (one, other)
        for (one, at), (other, there) in combinations(placed.boxes.items(), 2)
        if _overlap(at, there)
    ]
    assert not clashes


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("name", NAMES)
def test_text_stays_inside_its_box(name: str, view: View) -> None:
    """By the widths of a Chinese font, which no machine has to have."""
    _, cards, _ = _laid_out(name, view)
    for each in cards.values():
        for text in each.texts:
            across = width(text.text, text.size)
            start = text.x - across / 2 if text.anchor == "middle" else text.x
            assert start >= 0
            assert start + across <= each.width
            assert 0 < text.y < each.height


@pytest.mark.parametrize("planned", [role_plan, roster_plan])
@pytest.mark.parametrize("name", NAMES)
def test_frames_of_zones_stand_apart(name: str, planned: Callable[[str], Plan]) -> None:
    """Side by side or beneath, none inside another."""
    _, _, placed = _laid_out(name, View.ZONES, planned)
    assert not [1 for (_, one), (_, other) in combinations(placed.frames, 2) if _overlap(one, other)]


def test_the_three_zones_of_ankang_are_at_one_height() -> None:
    """Each with the box of its cluster at the same height."""
    _, _, placed = _laid_out("anyang", View.ZONES)
    heads = ("large_district", "inspection_zone", "research_zone")
    middles = {round(placed.boxes[head].y + placed.boxes[head].height / 2) for head in heads}
    assert len(middles) == 1


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_with_all_schools_stays_as_wide_as_a_page_can_show(name: str, view: View) -> None:
    """However many clusters there are, they stand in rows beneath one another."""
    _, _, placed = _laid_out(name, view, roster_plan)
    assert placed.width < 1800
    assert all(at.x + at.width <= placed.width + 1 for at in placed.boxes.values())
    assert all(at.y + at.height <= placed.height + 1 for _, at in placed.frames)


@pytest.mark.parametrize("name", NAMES)
def test_every_arrow_is_drawn(name: str) -> None:
    """One curve for each, from box to box."""
    for view in View:
        sketch, _, placed = _laid_out(name, view)
        assert len(placed.curves) == len(sketch.arrows)
        assert all(len(curve.points) % 3 == 1 for curve in placed.curves)
