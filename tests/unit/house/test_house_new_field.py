"""What it takes to give duties a new field: a definition and its place in the schema, and an attribute of the model."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DEFINITION = """\
    "counsel_field": {
      "$ref": "#/$defs/actors",
      "title": "Counsel",
      "x-zh": "咨询",
      "description": "Whose advice is taken.",
      "x-description-zh": "向谁咨询。"
    },
"""
SCHEME = """\
格式: 1
类别: 方案
名称: 甲县学区管理实施方案
地方: {名称: 甲县, 级别: 县区}
机构:
  局: {名称: 县教育局}
  室: {名称: 县教研室}
  所: {名称: 县教科所}
举措:
  课程:
    名称: 课程建设
    职责:
      编写: {名称: 编写校本课程, 牵头: 局, 咨询: WHOM, 时间: 9月}
"""
#: Runs the command of the changed copy, whatever is installed beside it.
RUN = (
    "import sys; sys.meta_path[:] = [f for f in sys.meta_path if '__editable__' not in getattr(f, '__module__', '')"
    " and '__editable__' not in str(f)]; from xuequ.cli import main; main()"
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with one more field of duties: the schema and the model are all that is touched."""
    project, copy = Path(__file__).parents[3], tmp_path_factory.mktemp("field") / "project"
    for folder in ("engine", "schemas", "policies", "templates"):
        shutil.copytree(
            project / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    schema = copy / "schemas" / "common.schema.json"
    text = schema.read_text(encoding="utf-8").replace(
        '    "count_field": {', f'{DEFINITION}    "count_field": {{', 1
    )
    duty = text.index('    "duty": {')
    before = text.index('        "touches": ', duty)
    text = f'{text[:before]}        "counsel": {{"$ref": "#/$defs/counsel_field"}},\n{text[before:]}'
    schema.write_text(text, encoding="utf-8")
    model = copy / "engine" / "xuequ" / "model" / "elements.py"
    text = model.read_text(encoding="utf-8")
    duty = text.index("class Duty(Work):")
    before = text.index("    touches: ", duty)
    model.write_text(f"{text[:before]}    counsel: tuple[Ref, ...] = ()\n{text[before:]}", encoding="utf-8")
    for name, whom in (("old", "室"), ("new", "所"), ("wrong", "没有的")):
        (copy / f"{name}.yaml").write_text(SCHEME.replace("WHOM", whom), encoding="utf-8")
    return copy


def xuequ(changed: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--lang", "zh", *arguments],
        cwd=changed,
        env={"PYTHONPATH": str(changed / "engine"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def test_a_name_in_it_that_means_nobody_is_told(changed: Path) -> None:
    assert "wrong.yaml:13" in xuequ(changed, "check", "wrong.yaml", "--select", "REF")
    assert "没有的" not in xuequ(changed, "check", "old.yaml")


def test_it_is_put_in_its_place_and_translated(changed: Path) -> None:
    written = xuequ(changed, "fmt", "--keys", "en", "old.yaml", "--diff")
    assert "counsel: 室" in written


def test_explain_and_diff_tell_it(changed: Path) -> None:
    assert "咨询: 室 → 县教研室" in xuequ(changed, "explain", "old.yaml", "编写")
    told = xuequ(changed, "diff", "old.yaml", "new.yaml")
    assert "咨询" in told
    assert "县教研室" in told
    assert "县教科所" in told


def test_documents_print_it(changed: Path) -> None:
    xuequ(changed, "build", "old.yaml", "--school-year", "2025", "--to", "md", "-o", "out")
    for name in ("实施方案", "任务分解表"):
        assert "县教研室" in (changed / "out" / "old" / f"{name}.md").read_text(encoding="utf-8"), name
