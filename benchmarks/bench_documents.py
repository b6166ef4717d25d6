"""One county complete, ours against the obvious stack: 66 schools × 60 duties; plan, lists, a checklist for every
cluster and school, calendar, matrix; md + html + docx + xlsx, and docx + xlsx alone. The Word files besides against
docxtpl, which fills a template of the same shape: title, paragraphs, one table a chapter.

The obvious stack is CSafeLoader, jsonschema, networkx, a Jinja2 page, python-docx row by row, openpyxl. It is
given the content for nothing: the rows it writes are those our views have worked out, so it pays only for
reading, validating, building the graph and writing. Run: `python benchmarks/bench_documents.py`.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import NamedTuple

from xuequ.documents import Document, Format, Options, build
from xuequ.markup.blocks import Block, Heading, Item, Paragraph, Table, parse, words
from xuequ.markup.templating import templates
from xuequ.resolution import resolve
from xuequ.resolution.plan import Plan
from xuequ.views.context import context
from xuequ.views.jobs import jobs
from xuequ.workspace.loading import Shelf
from xuequ.workspace.opening import open_file
from xuequ.workspace.planning import read_roster_file
from xuequ.writers.tables.sheets import Sheet

SCHOOLS, DUTIES, CLUSTERS = 66, 60, 7
ONLY = frozenset(
    {Document.PLAN, Document.DUTIES, Document.TASKS, Document.CHECKLISTS, Document.CALENDAR, Document.MATRIX}
)
FORMATS = frozenset({Format.MD, Format.HTML, Format.DOCX, Format.XLSX})
OFFICE = frozenset({Format.DOCX, Format.XLSX})


class Text(NamedTuple):
    """One document as blocks, with its Markdown and the sheets of its workbook."""

    markdown: str
    blocks: tuple[Block, ...]
    sheets: tuple[Sheet, ...]


def county_scheme() -> str:
    """A scheme of 60 duties: the district's, its schools' and each school's own."""
    lines = [
        "xuequ: 1",
        "kind: scheme",
        "name: 示例县学区制管理实施方案",
        "locality: {name: 示例县, level: county}",
        "organs:",
        "  bureau: {name: 县教育局}",
        "  supervision_office: {name: 县督导室}",
        "clusters:",
        "  district:",
        "    name: 学区",
        "    members: {head_school: {name: 学区长学校, leads: true}, member_school: {name: 成员学校}}",
        "    posts: {head: {name: 学区长, held_by: head_school/principal}}",
        "measures:",
    ]
    for measure in range(6):
        lines += [f"  m{measure}:", f"    name: 第{measure + 1}项工作", "    duties:"]
        lines += [_duty(measure * 10 + number) for number in range(DUTIES // 6)]
    return "\n".join(lines) + "\n"


def _duty(number: int) -> str:
    parts = (
        "each: district, lead: head, support: member_school, inform: bureau",
        "each: school, lead: self, oversee: supervision_office",
        "each: district, lead: head_school, responsible: member_school",
    )[number % 3]
    name, output = f"开展第{number + 1}项教育教学活动", f"第{number + 1}项工作报告"
    return f"      d{number}: {{name: {name}, {parts}, when: 每学期末, output: {output}}}"


def county_roster() -> str:
    """66 schools in 7 districts."""
    rows = ["code,name,stage,kind,ownership,area,town,学区,学区.role,教师"]
    for number in range(SCHOOLS):
        role = "学区长学校" if number < CLUSTERS else "成员学校"
        rows.append(
            f"S{number:03},第{number + 1}学校,小学,完全小学,公办,镇区,第{number % 10 + 1}镇,"
            f"第{number % CLUSTERS + 1}学区,{role},{20 + number}"
        )
    return "\n".join(rows) + "\n"


def resolved(folder: Path) -> Plan:
    """The county from its files."""
    opened = open_file(Shelf(), str(folder / "county.yaml"))
    roster = read_roster_file(str(folder / "county.csv")).roster
    if opened.scheme is None or opened.composed is None or roster is None:
        raise SystemExit(f"the county does not resolve: {opened.findings}")
    return resolve(opened.scheme, opened.composed, roster)


def ours(folder: Path, formats: frozenset[Format] = FORMATS) -> int:
    """From the two files to every document; returns the number of bytes."""
    files, _ = build(resolved(folder), Options(formats=formats, only=ONLY))
    return sum(len(file.data) for file in files)


def content(folder: Path) -> list[Text]:
    """What is written, worked out beforehand."""
    made, own = context(resolved(folder)), templates({})
    found = []
    for document in Document:
        for job in jobs(document, made, None) if document in ONLY else ():
            markdown = own.render(job.template, job.values)
            found.append(Text(markdown, parse(markdown), job.sheets))
    return found


def obvious(folder: Path, texts: Sequence[Text], formats: frozenset[Format] = FORMATS) -> int:
    """The same through the libraries one would reach for; returns the number of bytes."""
    _obvious_read(folder)
    size = 0
    for text in texts:
        if Format.HTML in formats:
            size += len(text.markdown.encode())
            size += len(_obvious_html(text.blocks).encode())
        size += len(_obvious_docx(text.blocks))
        size += len(_obvious_xlsx(text.sheets)) if text.sheets else 0
    return size


def _obvious_read(folder: Path) -> None:
    import csv

    import jsonschema
    import networkx as nx
    import yaml

    from xuequ.language.shipped import schema_of

    data = yaml.load((folder / "county.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    jsonschema.validators.Draft202012Validator(schema_of("scheme")).validate(data)
    schools = list(csv.DictReader((folder / "county.csv").open(encoding="utf-8")))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for measure in data["measures"].values():
        for key, duty in measure["duties"].items():
            for school in schools:
                graph.add_edge(school["code"], f"{key}@{school['code']}", "lead", name=duty["name"])
                graph.add_edge(school["学区"], f"{key}@{school['code']}", "support", name=duty["name"])


_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body>{% for b in blocks %}
{% if b.rows is defined %}<table><tr>{% for c in b.head %}<th>{{ c }}</th>{% endfor %}</tr>
{% for row in b.rows %}<tr>{% for c in row %}<td>{{ c }}</td>{% endfor %}</tr>{% endfor %}</table>
{% else %}<p>{{ words(b.text) }}</p>{% endif %}{% endfor %}</body></html>"""


def _obvious_html(blocks: Sequence[Block]) -> str:
    from jinja2 import Environment

    shown = [block for block in blocks if isinstance(block, Table | Heading | Paragraph | Item)]
    return Environment(autoescape=True).from_string(_PAGE).render(blocks=shown, words=words)


def _obvious_docx(blocks: Sequence[Block]) -> bytes:
    import docx

    document = docx.Document()
    for block in blocks:
        if isinstance(block, Heading):
            document.add_heading(words(block.text), block.level)
        elif isinstance(block, Paragraph | Item):
            document.add_paragraph(words(block.text))
        elif isinstance(block, Table):
            table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
            for row in (block.head, *block.rows):
                cells = table.rows[0].cells if row is block.head else table.add_row().cells
                for cell, text in zip(cells, row, strict=True):
                    cell.text = words(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word_only(texts: Sequence[Text]) -> int:
    """Our Word files of the texts; returns the number of bytes."""
    from xuequ.writers import docx

    return sum(len(docx.write(parse(text.markdown), title="文件")) for text in texts)


def filled(texts: Sequence[Text]) -> int:
    """The same through docxtpl, whose template is read once for each file, as it must be."""
    from docxtpl import DocxTemplate

    templates: dict[tuple[int, ...], bytes] = {}
    size = 0
    for text in texts:
        shape, values = _parts(text.blocks)
        if shape not in templates:
            templates[shape] = _template(shape)
        template = DocxTemplate(BytesIO(templates[shape]))
        template.render(values, autoescape=True)
        out = BytesIO()
        template.save(out)
        size += len(out.getvalue())
    return size


def _parts(blocks: Sequence[Block]) -> tuple[tuple[int, ...], dict[str, object]]:
    """What is filled in, part by part: runs of paragraphs (shape 0), and tables by their number of columns."""
    shape: list[int] = []
    values: dict[str, object] = {}
    for block in blocks:
        if isinstance(block, Table):
            shape.append(len(block.head))
            rows = [[words(cell) for cell in row] for row in (block.head, *block.rows)]
            values[f"part{len(shape)}"] = rows
        elif isinstance(block, Heading | Paragraph | Item):
            if not shape or shape[-1]:
                shape.append(0)
                values[f"part{len(shape)}"] = []
            values[f"part{len(shape)}"].append(words(block.text))  # type: ignore[attr-defined]  # a list, just made
    return tuple(shape), values


def _template(shape: Sequence[int]) -> bytes:
    """A Word file with a loop for every part."""
    import docx

    document = docx.Document()
    for number, columns in enumerate(shape, 1):
        if not columns:
            for line in (f"{{%p for each in part{number} %}}", "{{ each }}", "{%p endfor %}"):
                document.add_paragraph(line)
            continue
        table = document.add_table(rows=3, cols=columns, style="Table Grid")
        table.cell(0, 0).text = f"{{%tr for row in part{number} %}}"
        for column in range(columns):
            table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
        table.cell(2, 0).text = "{%tr endfor %}"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _obvious_xlsx(sheets: Sequence[Sheet]) -> bytes:
    import openpyxl
    from openpyxl.styles import Alignment, Border, Side

    book = openpyxl.Workbook()
    border = Border(*(Side(style="thin"),) * 4)
    for number, sheet in enumerate(sheets):
        page = book.create_sheet(f"s{number}")
        for row in ([column.name for column in sheet.columns], *sheet.rows):
            page.append(row)
        for cells in page.iter_rows():
            for cell in cells:
                cell.border, cell.alignment = border, Alignment(wrap_text=True, vertical="center")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def timed(work: Callable[[], object], times: int) -> float:
    """Median seconds of `times` runs after one to warm up."""
    work()
    found = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return median(found)


def measure(times: int = 5) -> dict[str, float]:
    """Seconds by name: ours and the others' of the county, and of a table of 300 × 6 in Word."""
    from xuequ.writers import docx

    rows = "".join(
        f"| {n} | 召开成员学校校长会议 | 每学期末 | 学区长学校 | 成员学校 | 工作报告 |\n" for n in range(300)
    )
    table = parse(f"| 序号 | 任务 | 时限 | 牵头 | 配合 | 成果 |\n|---|---|---|---|---|---|\n{rows}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "county.yaml").write_text(county_scheme(), encoding="utf-8")
        (folder / "county.csv").write_text(county_roster(), encoding="utf-8")
        texts = content(folder)
        return {
            "ours": timed(lambda: ours(folder), times),
            "obvious": timed(lambda: obvious(folder, texts), max(times // 2, 1)),
            "ours office": timed(lambda: ours(folder, OFFICE), times),
            "obvious office": timed(lambda: obvious(folder, texts, OFFICE), max(times // 2, 1)),
            "ours word": timed(lambda: word_only(texts), times),
            "docxtpl": timed(lambda: filled(texts), max(times // 2, 1)),
            "docx 300 × 6": timed(lambda: docx.write(table, title="表"), times),
            "python-docx 300 × 6": timed(lambda: _obvious_docx(table), max(times // 2, 1)),
        }


def main() -> None:
    """Print the table."""
    found = measure()
    for name, seconds in found.items():
        sys.stdout.write(f"{name:24}{seconds * 1000:10.1f} ms\n")
    sys.stdout.write(f"{'obvious / ours':24}{found['obvious'] / found['ours']:10.1f} ×\n")


if __name__ == "__main__":
    main()
