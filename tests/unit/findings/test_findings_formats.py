"""Findings for other programs: concise, GitHub, SARIF and JUnit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

from sarif_schema import log, run
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Level, Place, Position, Related, Span
from xuequ.findings.fingerprint import fingerprint
from xuequ.findings.report import Format, Hidden, Report, RuleText, render
from xuequ.findings.shown import Shown, Spot
from xuequ.findings.wording import Language

FILE = "examples/某县.yaml"
LANGUAGES: tuple[Language, ...] = get_args(Language)


def span(line: int, start: int, end: int) -> Span:
    return Span(Position(line, start), Position(line, end))


def duplicate(line: int = 12, file: str = FILE, key: str = "学区长") -> Shown:
    first = Related(place=Place(file=file), label="first")
    place = Place(file=file, path=("measures", "议事", "duties"))
    return Shown(
        finding=finding("YML101", place, first, key=key),
        at=Spot(file=file, span=span(line, 5, 8), line="    学区长: 甲"),
        related=(Spot(file=file, span=span(9, 5, 8), line="    学区长: 乙", label="first"),),
    )


def note() -> Shown:
    return Shown(
        finding=finding("YML201", Place(file="名册.csv"), encoding="GBK"), at=Spot(file="名册.csv", span=None)
    )


def broken() -> Shown:
    place = Place(file=FILE)
    return Shown(
        finding=finding("INT001", place, name="RES201", error="KeyError: <甲>"), at=Spot(file=FILE, span=None)
    )


def missing() -> Shown:
    lost = finding("INT102", Place(file="没有.yaml"), file="没有.yaml", problem="…")
    return Shown(finding=lost, at=Spot(file="没有.yaml", span=None))


def nowhere() -> Shown:
    return Shown(finding=finding("INT101", Place(file=""), problem="x"), at=Spot(file="", span=None))


EVERYTHING = Report(
    shown=(nowhere(), duplicate(), broken(), note(), missing()),
    hidden=(Hidden(duplicate(20), "allowed", "待市局批复"), Hidden(duplicate(30), "baseline")),
    files=(FILE, "干净.yaml"),
    baselined=True,
    rules={"YML101": RuleText(title="重复的键", what="查什么", help="**查什么** …")},
)


def test_concise_is_one_line_a_finding() -> None:
    report = Report(shown=(duplicate(), note()))
    assert render(report, Format.CONCISE, "zh") == (
        "examples/某县.yaml:12:5: error[YML101] 同一处有两个 `学区长`\n"
        "名册.csv: note[YML201] 表格不是 UTF-8 编码，按 GBK 读取\n"
    )
    assert render(Report(shown=()), Format.CONCISE, "zh") == ""


def test_a_line_break_in_a_file_name_does_not_begin_a_new_line() -> None:
    report = Report(shown=(duplicate(file="a\n::error::b.yaml"),))
    assert len(render(report, Format.CONCISE, "en").splitlines()) == 1


def test_github_marks_the_line_and_says_what_to_do() -> None:
    assert render(Report(shown=(duplicate(),)), Format.GITHUB, "en") == (
        "::error file=examples/某县.yaml,line=12,endLine=12,col=5,endColumn=7,title=YML101"
        "::`学区长` stands here twice; merge the two or rename one; only the first was read\n"
    )


def test_github_levels_are_its_own_words() -> None:
    assert render(Report(shown=(note(),)), Format.GITHUB, "zh").startswith(
        "::notice file=名册.csv,title=YML201::"
    )


def test_github_escapes_what_would_end_a_property_or_a_command() -> None:
    said = render(Report(shown=(duplicate(file="a,b:c%\n.yaml", key="50%"),)), Format.GITHUB, "en")
    assert said.count("\n") == 1
    assert "file=a%2Cb%3Ac%25%0A.yaml," in said
    assert "`50%25`" in said


def test_github_says_how_many_it_does_not_show_and_shows_the_worst() -> None:
    shown = (*(note() for _ in range(8)), *(duplicate(line) for line in range(1, 5)))
    rows = render(Report(shown=shown), Format.GITHUB, "en").splitlines()
    commands = [row for row in rows if row.startswith("::")]
    assert len(commands) == 10
    assert [row.partition(" ")[0] for row in commands[:5]] == ["::error"] * 4 + ["::notice"]
    assert rows[10].startswith("- 名册.csv: note[YML201] ")
    assert rows[-1] == "GitHub shows 10 annotations a step: 2 more are listed above without one"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "report",
    [
        EVERYTHING,
        Report(shown=()),
        Report(shown=(duplicate(file="/某处/a b.yaml"), duplicate(file="../%.yaml"))),
    ],
    ids=["everything", "nothing", "elsewhere"],
)
def test_sarif_satisfies_its_schema(report: Report, language: Language) -> None:
    log(render(report, Format.SARIF, language))


def test_sarif_counts_columns_in_code_points() -> None:
    said = run(render(Report(shown=(duplicate(),)), Format.SARIF, "zh"))
    assert said["columnKind"] == "unicodeCodePoints"
    (result,) = said["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {
        "startLine": 12,
        "startColumn": 5,
        "endLine": 12,
        "endColumn": 8,
        "snippet": {"text": "    学区长: 甲"},
    }
    assert place["artifactLocation"] == {
        "uri": "examples/%E6%9F%90%E5%8E%BF.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "measures/议事/duties"}]
    assert result["relatedLocations"][0]["message"]["text"] == "第一次写在这里"


def test_sarif_rules_bring_their_page_and_their_level() -> None:
    rules = run(render(EVERYTHING, Format.SARIF, "zh"))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["YML101", "YML201"]
    assert rules[0]["shortDescription"]["text"] == "重复的键"
    assert rules[0]["name"] == "DuplicateKey"
    assert rules[1]["defaultConfiguration"]["level"] == "note"
    assert all(rule["help"]["text"] and "{" not in rule["help"]["text"] for rule in rules)


def test_sarif_tells_of_the_tools_own_failure_beside_the_results() -> None:
    said = run(render(EVERYTHING, Format.SARIF, "en"))
    (invocation,) = said["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [each["descriptor"]["id"] for each in notes] == ["INT101", "INT001", "INT102"]
    assert notes[1]["associatedRule"] == {"id": "RES201"}
    assert not [each for each in said["results"] if each["ruleId"].startswith("INT")]


def test_sarif_keeps_what_is_hidden_and_says_why() -> None:
    results = run(render(EVERYTHING, Format.SARIF, "zh"))["results"]
    assert [each.get("suppressions") for each in results] == [
        None,
        None,
        [{"kind": "inSource", "justification": "待市局批复"}],
        [{"kind": "external"}],
    ]
    assert [each["baselineState"] for each in results] == ["new", "new", "new", "unchanged"]


def test_sarif_tells_findings_that_are_alike_apart() -> None:
    results = run(render(Report(shown=(duplicate(12), duplicate(40))), Format.SARIF, "zh"))["results"]
    first, second = (each["partialFingerprints"]["xuequ/v2"] for each in results)
    assert (first[:-1], first[-1], second[-1]) == (second[:-1], "1", "2")


def test_a_fingerprint_does_not_depend_on_lines_rows_or_suggestions() -> None:
    at = Place(file="a.csv", path=(7, "学区"))
    below = replace(at, path=(9, "学区"))
    first = finding("ROS007", at, column="学区", text="甲", nearest=("乙",))
    assert fingerprint(first) == fingerprint(finding("ROS007", below, column="学区", text="甲", nearest=()))
    assert fingerprint(first) != fingerprint(finding("ROS007", at, column="学区", text="丙", nearest=("乙",)))
    assert fingerprint(first) != fingerprint(
        finding("ROS007", replace(at, path=(7, "片区")), column="学区", text="甲")
    )


def test_junit_fails_what_fails_the_check_and_passes_the_rest() -> None:
    root = ElementTree.fromstring(render(EVERYTHING, Format.JUNIT, "zh"))
    assert root.attrib == {"tests": "6", "failures": "1", "errors": "3"}
    suites = {suite.attrib["name"]: suite for suite in root}
    assert set(suites) == {"xuequ", FILE, "名册.csv", "没有.yaml", "干净.yaml"}
    assert suites["干净.yaml"].attrib["failures"] == "0"
    (passed,) = suites["干净.yaml"]
    assert len(passed) == 0
    (told,) = suites["名册.csv"].iter("system-out")
    assert told.text is not None
    assert told.text.startswith("note[YML201] 名册.csv: ")
    (failure,) = suites[FILE].iter("failure")
    assert failure.attrib == {"type": "YML101", "message": "同一处有两个 `学区长`"}


def test_junit_holds_to_the_fail_level() -> None:
    lenient = replace(EVERYTHING, fail_level=None)
    assert ElementTree.fromstring(render(lenient, Format.JUNIT, "en")).attrib["failures"] == "0"
    strict = replace(EVERYTHING, fail_level=Level.NOTE)
    assert ElementTree.fromstring(render(strict, Format.JUNIT, "en")).attrib["failures"] == "2"


def test_junit_stays_xml_whatever_the_names() -> None:
    wild = duplicate(file='<a&"\x07\ud800\n>.yaml', key="]]>&<\ufffe")
    text = render(Report(shown=(wild,), files=("b\x00.yaml",)), Format.JUNIT, "en")
    assert len(ElementTree.fromstring(text.encode("utf-8"))) == 2


@pytest.mark.parametrize("format_", [each for each in Format if each is not Format.TEXT])
def test_every_format_is_the_same_each_time(format_: Format, project: Path) -> None:
    assert render(EVERYTHING, format_, "zh") == render(EVERYTHING, format_, "zh")
    assert str(project) not in render(EVERYTHING, format_, "zh")
