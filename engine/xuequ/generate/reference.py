"""The language reference: one Markdown page in each language, made from the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from xuequ.edit.comments import Remarks
from xuequ.edit.layout import Fields, laid_out, on_one_line
from xuequ.edit.renaming import Renaming
from xuequ.edit.rewriter import Turning
from xuequ.generate.reference_text import HEADINGS, NAMES, Heading, closing, opening
from xuequ.language.forms import Lang
from xuequ.language.keys import ORDER, KeyRow, rows
from xuequ.language.shapes import element_shape, shape_of
from xuequ.language.shipped import Schema, definitions, schema_of

#: What every element has, and what all work has beside that, are said once.
_EVERY = frozenset(definitions()["item"]["properties"])
_WORK = (
    frozenset(definitions()["measure"]["properties"])
    & frozenset(definitions()["phase"]["properties"]) - _EVERY
)
_SHARED = _WORK - {"duties"}


def reference(lang: Lang) -> str:
    """The page in one language."""
    text: Mapping[str, Heading] = HEADINGS[lang]
    parts = [opening(lang), *_files(lang)]
    parts += [f"## {text['every'].title}\n\n{text['every'].words}", table(_only("duty", _EVERY), lang)]
    parts += [f"## {text['work'].title}\n\n{text['work'].words}", table(_only("duty", _SHARED), lang)]
    parts.append(f"## {text['elements'].title}\n\n{text['elements'].words}")
    for name in ORDER:
        parts += _element(name, lang)
    parts += [f"## {text['roster'].title}\n\n{_said(schema_of('roster'), lang)}"]
    parts.append(table(rows(schema_of("roster")["items"], "roster"), lang))
    parts.append(closing(lang))
    return "\n\n".join(part for part in parts if part) + "\n"


def _files(lang: Lang) -> Iterator[str]:
    scheme, policy = schema_of("scheme"), schema_of("policy")
    text = HEADINGS[lang]
    yield f"## {text['file'].title}\n\n{text['file'].words}"
    yield table(rows(scheme, "scheme"), lang)
    yield text["policy"].words
    own = [row for row in rows(policy, "policy") if row.key not in scheme["properties"]]
    yield table(own, lang)


def _element(name: str, lang: Lang) -> Iterator[str]:
    schema = definitions()[name]
    title = schema["x-title-zh"] if lang == "zh" else schema["title"]
    yield f"### {title}\n\n{_said(schema, lang)} {_also(schema, lang)}".rstrip()
    every = _EVERY if set(schema["properties"]) >= _EVERY else frozenset[str]()
    yield table(_only(name, frozenset(schema["properties"]) - every - _shared_by(schema)), lang)
    for example in schema.get("examples", ()):
        yield f"```yaml\n{_example(example, name, lang)}```"


def _also(schema: Schema, lang: Lang) -> str:
    """Which shared fields an element has too."""
    fields = schema["properties"]
    if not set(fields) >= _EVERY:
        return ""
    shared = _shared_by(schema)
    if not shared:
        return NAMES[lang]["every"]
    return NAMES[lang]["all"] if shared == _SHARED else NAMES[lang]["work"]


def _shared_by(schema: Schema) -> frozenset[str]:
    """The fields of work that an element has, where it is work."""
    return _SHARED & frozenset(schema["properties"]) if "serves" in schema["properties"] else frozenset()


def _only(name: str, keys: Iterable[str]) -> list[KeyRow]:
    wanted = frozenset(keys)
    return [row for row in rows(definitions()[name], name) if row.key in wanted]


def _said(schema: Schema, lang: Lang) -> str:
    return str(schema.get("x-description-zh" if lang == "zh" else "description", ""))


def table(fields: Iterable[KeyRow], lang: Lang) -> str:
    """A Markdown table of fields; empty where there are none."""
    lines = [line for row in fields for line in _lines(row, lang)]
    if not lines:
        return ""
    head = "| " + " | ".join(NAMES[lang][column] for column in ("key", "other", "takes", "meaning")) + " |"
    return "\n".join([head, "|---|---|---|---|", *lines])


def _lines(row: KeyRow, lang: Lang, outer: str = "") -> Iterator[str]:
    keys = (row.chinese, row.key) if lang == "zh" else (row.key, row.chinese)
    form = row.form_zh if lang == "zh" else row.form_en
    meaning = row.description_zh if lang == "zh" else row.description_en
    own = f"{outer}`{keys[0]}`" + (NAMES[lang]["required"] if row.required else "")
    cells = (own, f"`{keys[1]}`", form, meaning + _values(row, lang))
    yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    for inner in row.inner:
        yield from _lines(inner, lang, f"{outer}`{keys[0]}` › ")


def _values(row: KeyRow, lang: Lang) -> str:
    """The fixed values of a field in both languages."""
    if not row.values or (row.values[0][0] == "true" and len(row.values) == 2):
        return ""
    pairs = ((zh, en) if lang == "zh" else (en, zh) for en, zh in row.values)
    return NAMES[lang]["values" if row.closed else "words"] + " · ".join(
        f"`{first}` {second}" for first, second in pairs
    )


def _example(example: object, name: str, lang: Lang) -> str:
    turning = Turning(lang, Renaming({}, shape_of("scheme"), lang == "zh"), Remarks())
    turned = turning.fragment(example, element_shape(name), name)
    return laid_out(turned) if isinstance(turned, Fields) else f"{on_one_line(turned)}\n"


__all__ = ["reference", "table"]
