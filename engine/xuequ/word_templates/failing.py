"""What is said of a tag that Jinja2 cannot read or run: our words for the usual mistakes."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place
from xuequ.word_templates import remarks
from xuequ.word_templates.limits import NoText, NotSeveral, TooMuch
from xuequ.word_templates.remarks import Remark
from xuequ.word_templates.sandbox import Absent
from xuequ.word_templates.shapes import shape_of
from xuequ.word_templates.tags import Tag, outside_literals

_NO_FILTER = re.compile(r"No filter named '(.+?)'")
_SINGLE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")


def about(each: Tag, file: str, document: str, found: Remark) -> Finding:
    """A remark as a finding at its tag."""
    # What has no name of its own is called by the whole tag.
    said = {
        key: value if value != "" or key == "nearest" else each.inner for key, value in found.facts.items()
    }
    facts = {"tag": each.inner or each.written, "document": document, **said, **each.at.facts}
    return finding(found.code, Place(file=file), **facts)


def misread(each: Tag, error: Exception) -> Remark:
    """Why Jinja2 cannot read a tag."""
    said = str(error)
    if named := _NO_FILTER.search(said):
        return remarks.no_filter(0, named[1])
    if not isinstance(error, TemplateSyntaxError):
        return Remark(0, "DOC331", {"problem": Word("much_depth")})
    bare = outside_literals(each.inner)
    problem = "problem_syntax"
    if not each.inner:
        problem = "problem_empty"
    elif "No test named" in said:
        problem = "problem_test"
    elif each.word == "for":
        problem = "problem_for"
    elif each.word in ("if", "elif"):
        problem = "problem_equals" if _SINGLE_EQUALS.search(bare) else "problem_if"
    elif each.word == "set":
        problem = "problem_set"
    return Remark(0, "DOC310", {"problem": Word(problem)})


def failed(each: Tag, error: Exception) -> Remark:
    """Why a tag could not be filled."""
    name = each.inner if not each.statement else each.inner.removeprefix(each.word).strip()
    if isinstance(error, TooMuch):
        return Remark(0, "DOC331", {"problem": Word(error.what)})
    if isinstance(error, RecursionError | MemoryError):
        return Remark(0, "DOC331", {"problem": Word("much_depth")})
    if isinstance(error, NoText):
        return remarks.no_text(0, name, shape_of(error.value))
    if isinstance(error, NotSeveral):
        return remarks.not_several(0, name)
    if isinstance(error, SecurityError):
        return Remark(0, "DOC312", {})
    if isinstance(error, Absent):
        return _absent(error, name)
    if named := _NO_FILTER.search(str(error)):
        return remarks.no_filter(0, named[1])
    return Remark(0, "DOC310", {"problem": _problem(error)})


def _absent(error: Absent, name: str) -> Remark:
    for mark in (f".{error.name}", f"[{error.name!r}]"):
        name = name.split(mark)[0]
    if isinstance(error.name, int) and isinstance(error.held, tuple | list):
        return remarks.no_cell(0, name, error.name, len(error.held))
    return remarks.no_field(0, name, str(error.name), shape_of(error.held))


def _problem(error: Exception) -> str:
    if isinstance(error, ZeroDivisionError):
        return Word("problem_zero")
    if isinstance(error, UndefinedError):
        return Word("problem_nothing")
    if isinstance(error, TypeError | AttributeError):
        return Word("problem_kinds")
    return str(error) or type(error).__name__
