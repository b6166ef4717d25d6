"""Every finding on the five examples has been read by somebody and has a verdict; a new one asks for its own.

`examples/verdicts/NAME.txt` has a line a finding: right, arguable or wrong, a tab, the code, a tab, the message.
`--update` writes new ones with `?` before them and keeps the verdicts of those that stay.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import localities
from xuequ.findings.wording import worded
from xuequ.workspace.library import check_file

FOLDER = localities.ROOT / "examples" / "verdicts"
VERDICTS = ("right", "arguable", "wrong")
#: Of all findings at least so many are right.
RIGHT = 0.95


def told(name: str) -> list[str]:
    """Code and message of each finding on an example, as `xuequ check` tells them."""
    found = check_file(f"examples/{name}.yaml", None, None)
    return sorted({f"{each.code}\t{worded(each, 'zh').message}" for each in found})


def judged(file: Path) -> dict[str, str]:
    """Verdicts by code and message."""
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    held = (line.partition("\t") for line in lines)
    return {said: verdict for verdict, _, said in held}


@pytest.mark.parametrize("name", localities.NAMES)
def test_each_finding_on_an_example_has_its_verdict(
    name: str, updating: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(localities.ROOT)
    file, found = FOLDER / f"{name}.txt", told(name)
    verdicts = judged(file)
    if updating:
        file.write_text("".join(f"{verdicts.get(said, '?')}\t{said}\n" for said in found), "utf-8")
    assert found == list(verdicts), "read what is new and give it a verdict: pytest tests/golden --update"
    assert [said for said, verdict in verdicts.items() if verdict not in VERDICTS] == []


def test_what_is_said_is_right_and_nothing_is_wrong() -> None:
    counts = Counter(
        verdict for name in localities.NAMES for verdict in judged(FOLDER / f"{name}.txt").values()
    )
    assert counts["wrong"] == 0
    assert counts["right"] >= RIGHT * counts.total()
