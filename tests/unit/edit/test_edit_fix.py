"""What `--fix` puts right, and what it leaves to the drafter."""

from __future__ import annotations

from pathlib import Path

import pytest

from xuequ.edit.fix import FIXES, apart, applied
from xuequ.findings.catalogue import entries, finding
from xuequ.findings.finding import Finding, Fix, Place, Position, Replacement, Span
from xuequ.workspace.fixing import Fixed, fix_file

HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"


def fixed(data: str | bytes, folder: Path) -> Fixed:
    file = folder / "a.yaml"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    found = fix_file(str(file))
    assert file.read_bytes() == (data.encode() if isinstance(data, str) else data)
    return found


def body(text: str, folder: Path) -> str:
    """What becomes of the part of a file after its head."""
    return fixed(HEAD + text, folder).after.removeprefix(HEAD)


def codes(found: Fixed) -> list[str]:
    return [each.finding.code for each in found.put]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("duties: {a: {resposible: 甲}}\n", "duties: {a: {responsible: 甲}}\n"),
        ("dutis: {a: {lead: 甲}}\n", "duties: {a: {lead: 甲}}\n"),
        ("举措: {a: {条款号: 一}}\n", "举措: {a: {条款: 一}}\n"),
        ("goals: {a: {name: 均衡, 公平, count: 1}}\n", "goals: {a: {name: 均衡，公平, count: 1}}\n"),
        ("goals: {a: {name: 均衡, 公平,优质}}\n", "goals: {a: {name: 均衡，公平，优质}}\n"),
        ("goals: {a: {name：均衡}}\n", "goals: {a: {name: 均衡}}\n"),
        ("goals: {a: {name:均衡}}\n", "goals: {a: {name: 均衡}}\n"),
        ("goals:\n  a:\n    count: 1\n    name：均衡\n", "goals:\n  a:\n    count: 1\n    name: 均衡\n"),
        ("goals:\n  a:\n    count: 1\n    name:均衡\n", "goals:\n  a:\n    count: 1\n    name: 均衡\n"),
        ("goals: {a: {count: 1,　name: 均衡}}\n", "goals: {a: {count: 1, name: 均衡}}\n"),
        ("goals:\n  a:\n    count: 1\n    　name: 均衡\n", "goals:\n  a:\n    count: 1\n    name: 均衡\n"),
        ("goals: {a: {name: 均\x07衡}}\n", "goals: {a: {name: 均衡}}\n"),
        ("goals: {均\u200b衡: {\u2060name：公平}}\n", "goals: {均衡: {name: 公平}}\n"),
        (
            "goals: {均\u200b衡: {cont: 1, number: 闽教基(2014)12号}}\n",
            "goals: {均衡: {count: 1, number: 闽教基(2014)12号}}\n",
        ),
        ("goals: {a: {name: true}}\n", 'goals: {a: {name: "true"}}\n'),
        ("appraisals: {a: {criteria: {b: 70}}}\n", "appraisals: {a: {criteria: {b: {points: 70}}}}\n"),
        ("考核事项: {甲: {指标: {乙: 70}}}\n", "考核事项: {甲: {指标: {乙: {分值: 70}}}}\n"),
        ("issue: {number: 青教[2025]1号}\n", "issue: {number: 青教〔2025〕1号}\n"),
        ("goals:\n  a: ｛count: 1｝\n", "goals:\n  a: {count: 1}\n"),
        (
            "goals:\n\u3000a:\n\u3000\u3000count: 1\n\u3000b: 均衡\n",
            "goals:\n  a:\n    count: 1\n  b: 均衡\n",
        ),
        ("issue: {date: 2025.8.20}\n", "issue: {date: 2025-08-20}\n"),
    ],
)
def test_slips_of_the_pen_are_put_right(before: str, after: str, tmp_path: Path) -> None:
    assert body(before, tmp_path) == after


@pytest.mark.parametrize(
    "text",
    [
        "duties: {a: {leed: 甲}}\n",
        "duties: {a: {xyz: 甲}}\n",
        "duties: {a: {lead: 甲, 乙}}\n",
        "duties: {a: {lead: 甲, leads: true}}\n",
        "goals: {a: {name: Tom, Jerry}}\n",
        "goals:\n  a:\n    说明：均衡\n    count: 1\n",
        "goals: {a: {name: 均衡}, a: {name: 公平}}\n",
        "goals: {a: {count: 一}}\n",
        "goals:\n  a: [\n",
    ],
)
def test_what_may_mean_something_else_is_left(text: str, tmp_path: Path) -> None:
    found = fixed(HEAD + text, tmp_path)
    assert found.after == HEAD + text
    assert not found.is_changed


def test_tabs_become_spaces_where_nothing_else_is_used(tmp_path: Path) -> None:
    assert body("goals:\n\ta:\n\t\tcount: 1\n", tmp_path) == "goals:\n  a:\n    count: 1\n"


def test_tabs_among_spaces_are_left(tmp_path: Path) -> None:
    text = "goals:\n    a:\n\t\tcount: 1\n"
    assert body(text, tmp_path) == text


def test_gbk_becomes_utf8(tmp_path: Path) -> None:
    found = fixed((HEAD + "goals: {a: 均衡发展}\n").encode("gbk"), tmp_path)
    assert codes(found) == ["YML106"]
    assert found.after == found.before == HEAD + "goals: {a: 均衡发展}\n"


def test_what_only_looks_like_gbk_is_left(tmp_path: Path) -> None:
    found = fixed(
        (HEAD + "goals: {a: 權利義務與學習國語}\n").replace("县", "縣").encode("big5", "ignore"), tmp_path
    )
    assert not found.is_changed


def test_utf16_becomes_utf8(tmp_path: Path) -> None:
    found = fixed((HEAD + "goals: {a: {name：均衡}}\n").encode("utf-16"), tmp_path)
    assert codes(found) == ["YML107", "YML119"]
    assert found.after.endswith("goals: {a: {name: 均衡}}\n")


def test_a_damaged_file_is_never_written(tmp_path: Path) -> None:
    assert not fixed((HEAD + "goals: {a: {name：均衡}}\n").encode() + b"# \xff\n", tmp_path).is_changed


@pytest.mark.parametrize(
    ("number", "after"),
    [
        ("'闽教基[2014]12号'", "'闽教基〔2014〕12号'"),
        ("闽教基(2014)12号", "闽教基〔2014〕12号"),
        ("闽教基（2014）12号", "闽教基〔2014〕12号"),
        ("闽教基【】12号", "闽教基【】12号"),
        ("闽教基(试行)12号", "闽教基(试行)12号"),
    ],
)
def test_the_year_of_a_document_number_gets_its_brackets(number: str, after: str, tmp_path: Path) -> None:
    text = f"sources: {{a: {{name: 甲, number: {number}}}}}\nduties: {{a: {{lead: 县区}}}}\n"
    assert f"number: {after}}}" in body(text, tmp_path)


def test_what_a_comment_allows_is_left(tmp_path: Path) -> None:
    text = (
        "sources:\n  a: {name: 甲, number: 闽教基(2014)12号}  # xuequ: allow SRC104 -- 原文如此\n"
        "  b: {name: 乙, number: 闽教基(2015)12号}\nduties: {a: {lead: 县区}}\n"
    )
    assert body(text, tmp_path) == text.replace("(2015)", "〔2015〕")


def test_slips_below_a_slip_of_syntax_are_found_in_turn(tmp_path: Path) -> None:
    text = (
        "goals:\n  a:\n    count: 1\n    name：甲\n  b:\n    count: 1\n    name：乙\ndutis: {a: {lead: 甲}}\n"
    )
    found = fixed(HEAD + text, tmp_path)
    assert codes(found) == ["YML119", "YML119", "SCH101"]
    assert [each.at.line for each in found.put] == [8, 11, 12]


def test_fixes_are_listed_by_place_whatever_found_them(tmp_path: Path) -> None:
    text = (
        "sources: {a: {name: 甲, number: 闽教基(2014)12号}}\n"
        "duties: {a: {resposible: 县区}, b: {responsble: 县区}}\n"
        "gols: {x: {name: 公平}}\n"
    )
    found = fixed(HEAD + text, tmp_path)
    places = [(each.at.line, each.at.column) for each in found.put]
    assert places == sorted(places)
    assert len(places) > 2


def test_what_nobody_sees_is_taken_out(tmp_path: Path) -> None:
    assert body("duties: {a: {lead: 教育\u200b局\u202e, name: 报告\u2060}}\n", tmp_path) == (
        "duties: {a: {lead: 教育局, name: 报告}}\n"
    )


def test_a_fix_that_does_not_help_does_not_keep_others_from_it(tmp_path: Path) -> None:
    text = "duties: {a: {lead: 甲, leads: true}, b: {resposible: 乙}}\n"
    assert body(text, tmp_path) == "duties: {a: {lead: 甲, leads: true}, b: {responsible: 乙}}\n"


def test_a_sound_file_stays_as_it_is(project: Path) -> None:
    for path in [*(project / "examples").glob("*.yaml"), *(project / "policies").glob("*.yaml")]:
        assert not fix_file(str(path)).is_changed, path.name


def span(start: int, end: int) -> Span:
    return Span(Position(1, start), Position(1, end))


def found_at(*spans: Span) -> Finding:
    made = finding("YML129", Place(file="a"))
    replacements = tuple(Replacement(span=each, text="甲") for each in spans)
    return Finding(code=made.code, level=made.level, primary=made.primary, fix=Fix(replacements=replacements))


def test_of_overlapping_fixes_the_first_is_taken() -> None:
    one, two, three = found_at(span(1, 4), span(8, 9)), found_at(span(3, 5)), found_at(span(4, 5))
    kept = apart((one, two, three))
    assert kept == (one, three)
    assert applied("0123456789", [each.fix for each in kept if each.fix]) == "甲甲456甲89"


def test_every_fix_has_its_words() -> None:
    assert set(FIXES) == {code for code, entry in entries().items() if entry.fix is not None}
