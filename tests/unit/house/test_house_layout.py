"""The house stands as docs/architecture.md draws it."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

LAYERS_PAGE = "docs/architecture.md"


def setup_cfg(project: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(project / "setup.cfg", encoding="utf-8")
    return parser


def listed(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def test_every_package_is_in_the_wheel(project: Path) -> None:
    engine = project / "engine"
    folders = {path.parent for path in (engine / "xuequ").rglob("*.py")}
    packages = {".".join(folder.relative_to(engine).parts) for folder in folders}
    packages |= {"xuequ.policies", "xuequ.schemas", "xuequ.templates"}
    assert set(listed(setup_cfg(project)["options"]["packages"])) == packages


def test_every_package_says_what_it_is(project: Path) -> None:
    for folder in {path.parent for path in (project / "engine" / "xuequ").rglob("*.py")}:
        assert (folder / "__init__.py").read_text(encoding="utf-8").startswith('"""'), folder


def test_every_kind_of_data_file_is_in_the_wheel(project: Path) -> None:
    data = setup_cfg(project)["options.package_data"]
    for folder in ("policies", "schemas", "templates"):
        patterns = listed(data[f"xuequ.{folder}"])
        files = [p for p in (project / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
        for file in files:
            if file.suffix != ".py":
                assert any(file.match(pattern) for pattern in patterns), file


def test_layers_of_the_linter_are_those_of_the_page(project: Path) -> None:
    layers = listed(setup_cfg(project)["importlinter:contract:layers"]["layers"])
    rooms = [name.removeprefix("xuequ.") for name in layers]
    page = (project / LAYERS_PAGE).read_text(encoding="utf-8")
    drawn = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert drawn == rooms[::-1]


def test_every_room_is_in_the_layers(project: Path) -> None:
    layers = listed(setup_cfg(project)["importlinter:contract:layers"]["layers"])
    rooms = {p.name for p in (project / "engine" / "xuequ").iterdir() if (p / "__init__.py").is_file()}
    assert {f"xuequ.{room}" for room in rooms} == set(layers)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_both_commands_stand_in_the_readme(project: Path, name: str) -> None:
    text = (project / name).read_text(encoding="utf-8")
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    for command in ("make demo", "make test"):
        assert command in text
        assert re.search(rf"^{command.removeprefix('make ')}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "docs"])
def test_no_link_leads_nowhere(project: Path, page: str) -> None:
    path = project / page
    for file in sorted(path.rglob("*.md")) if path.is_dir() else [path]:
        text = re.sub(r"^```.*?^```", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if not target.startswith(("http:", "https:", "mailto:")):
                assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_two_versions_agree(project: Path) -> None:
    import xuequ

    assert xuequ.__version__ == setup_cfg(project)["metadata"]["version"]


def test_every_public_name_can_be_imported() -> None:
    import xuequ

    for name in xuequ.__all__:
        assert getattr(xuequ, name) is not None


def test_chinese_pages_lead_to_chinese_pages_where_there_are_some(project: Path) -> None:
    pages = [project / "README.zh-CN.md", *(project / "docs").rglob("*.zh-CN.md")]
    wrong = [
        (page.name, link)
        for page in pages
        for words, link in re.findall(r"\[([^\]]+)\]\(([^)#:]+?\.md)", page.read_text(encoding="utf-8"))
        if not re.match("English|英文", words)
        and not link.endswith(".zh-CN.md")
        and (page.parent / link.replace(".md", ".zh-CN.md")).is_file()
    ]
    assert wrong == []
