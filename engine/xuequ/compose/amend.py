"""What a scheme says differently from what it took over: `override` and `drop`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xuequ.compose.index import Found, index, sections_of
from xuequ.compose.origins import Origin, Origins, Step
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Place
from xuequ.findings.nearest import nearest


def override(
    tree: dict[str, Any], prefixes: dict[DocPath, Origin], file: str, findings: list[Finding]
) -> dict[str, Any]:
    """The tree with every `override: {path: fields}` of `file` carried out."""
    wanted = tree.get("override")
    if not isinstance(wanted, dict):
        return tree
    for reference, fields in wanted.items():
        place = Place(file=file, path=("override", reference), on="key")
        found = _target(tree, reference, place, findings)
        if found is not None and isinstance(fields, dict):
            at = ("override", reference)
            changed = _merged(found.element, fields, found.kind, found.at, at, prefixes, file)
            tree = replaced(tree, found.at, changed)
    return tree


def drop(tree: dict[str, Any], file: str, findings: list[Finding]) -> dict[str, Any]:
    """The tree without what `drop` lists."""
    wanted = tree.get("drop")
    texts = wanted if isinstance(wanted, list) else [wanted] if isinstance(wanted, str) else []
    for number, reference in enumerate(texts):
        path: DocPath = ("drop", number) if isinstance(wanted, list) else ("drop",)
        found = _target(tree, reference, Place(file=file, path=path), findings)
        if found is not None:
            tree = replaced(tree, found.at, None)
    return tree


def _target(tree: Mapping[str, Any], reference: str, place: Place, findings: list[Finding]) -> Found | None:
    elements = index(tree)
    found = [f for f in elements.named(reference) if f.kind not in ("role", "parameter")]
    if len(found) == 1:
        return found[0]
    if found:
        paths = ["/".join(f.path) for f in found]
        findings.append(finding("COM006", place, name=reference, paths=paths))
    else:
        findings.append(
            finding("COM002", place, name=reference, nearest=nearest(reference, elements.labels()))
        )
    return None


def _merged(
    old: Mapping[str, Any],
    fields: Mapping[str, Any],
    kind: str,
    at: DocPath,
    said: DocPath,
    prefixes: dict[DocPath, Origin],
    file: str,
) -> dict[str, Any]:
    """Field by field; in a section of elements, element by element."""
    new = dict(old)
    inner = sections_of(kind)
    for field, value in fields.items():
        before = old.get(field)
        if field in inner and isinstance(before, dict) and isinstance(value, dict):
            section = dict(before)
            for key, element in value.items():
                there, here = (*at, field, key), (*said, field, key)
                known = before.get(key)
                if isinstance(known, dict):
                    section[key] = _merged(known, element, inner[field], there, here, prefixes, file)
                else:
                    section[key] = element
                    _record(prefixes, there, here, file)
            new[field] = section
        else:
            new[field] = value
            _record(prefixes, (*at, field), (*said, field), file)
    return new


def _record(prefixes: dict[DocPath, Origin], at: DocPath, said: DocPath, file: str) -> None:
    before = Origins(prefixes=prefixes).of(at)
    by = Place(file=before.file, path=before.path)
    for stale in [p for p in prefixes if p[: len(at)] == at]:
        del prefixes[stale]
    prefixes[at] = Origin(file=file, path=said, step=Step.OVERRIDE, by=by)


def replaced(tree: dict[str, Any], at: DocPath, value: object) -> dict[str, Any]:
    """A copy of the tree with the value at `at` replaced, or removed where `value` is None."""
    new: Any = list(tree) if isinstance(tree, list) else dict(tree)
    step, rest = at[0], at[1:]
    if rest:
        new[step] = replaced(new[step], rest, value)
    elif value is None:
        del new[step]
    else:
        new[step] = value
    return new  # type: ignore[no-any-return]
