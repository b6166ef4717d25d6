"""Which fonts are taken of those a machine has."""

from xuequ.writers.page import NATIONAL, Page
from xuequ.writers.typeset.typefaces import faces

LATIN = [("Liberation Serif", 400), ("DejaVu Sans", 700)]
NOTO = [("Noto Serif CJK SC", 400), ("Noto Serif CJK SC", 700), ("Noto Sans CJK SC", 400)]
OFFICE = [("FangSong", 400), ("KaiTi", 400), ("SimHei", 400), ("SimSun", 400), ("Times New Roman", 400)]


def test_the_fonts_of_the_standard_come_first_where_they_are() -> None:
    found = faces(NATIONAL, [*OFFICE, *NOTO])
    assert found is not None
    assert [face.chinese[0] for face in found] == [
        "FangSong",
        "Noto Serif CJK SC",
        "SimHei",
        "KaiTi",
        "SimSun",
    ]
    assert found.body.latin == "Times New Roman"


def test_behind_each_font_stands_one_that_has_the_rare_characters() -> None:
    found = faces(NATIONAL, [("FandolFang R", 400), ("FandolKai", 400), *NOTO])
    assert found is not None
    assert found.body.chinese == ("FandolFang R", "Noto Serif CJK SC", "Noto Sans CJK SC")
    assert found.second.chinese[:2] == ("FandolKai", "Noto Serif CJK SC")


def test_one_chinese_font_stands_for_all_kinds() -> None:
    found = faces(NATIONAL, [*LATIN, ("WenQuanYi Zen Hei", 500)])
    assert found is not None
    assert {face.chinese for face in found} == {("WenQuanYi Zen Hei",)}
    only_black = faces(NATIONAL, [("SimHei", 400)])
    assert only_black is not None
    assert only_black.body.chinese == ("SimHei",)


def test_a_font_that_only_a_profile_names_is_taken() -> None:
    found = faces(Page(body_fonts=("县局仿宋",)), [*LATIN, ("县局仿宋", 400)])
    assert found is not None
    assert {face.chinese[0] for face in found} == {"县局仿宋"}


def test_without_a_chinese_font_there_are_no_faces() -> None:
    assert faces(NATIONAL, LATIN) is None


def test_a_font_of_one_weight_is_known_for_it() -> None:
    thin, full = faces(NATIONAL, OFFICE), faces(NATIONAL, NOTO)
    assert thin is not None
    assert full is not None
    assert (thin.body.bold, full.body.bold) == (False, True)
