"""The name of another place, or of another year, left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import DocPath, Finding
from xuequ.rules.place_names import CITIES
from xuequ.rules.rule_context import RuleContext

CODE = "SRC106"
#: Whose a body is: what its name begins with.
_WHOSE = re.compile(
    r"(?:中国共产党|中共|共青团|政协)?(?P<name>\w{2,6}?(?P<kind>市|县|区|旗))(?=教育|教体|教科|人民政府|政府|委|督导|教研)"
)
#: Characters before 市, 县, 区 that make it a kind of place, or no place at all.
_KIND = frozenset("全各本该城都县区省市级两三几每数多地治试校学片作任社园新景我辖大小所属")
#: Compiled when the scheme is of a year.
_YEAR = r"(?<!\d)(?P<year>20\d\d)(?=年|学年|[-—－~至]20\d\d)"
LONGEST_CITY = max(map(len, CITIES))
#: Fields that tell of other places and years on purpose.
ELSEWHERE = frozenset(
    {"sources", "note", "unclear", "calendar", "extends", "clause", "basis", "locality", "issue"}
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a name; a year only where it stands in a title or an output."""
    home = _home(facts)
    seen: set[str] = set()
    own = facts.scheme.locality.name
    for at, name in (*_cities(facts, home), *_bodies(facts, home)):
        if name not in seen:
            seen.add(name)
            yield finding(CODE, facts.place(at), name=name, what=Word("place"), own=own)
    yield from _years(facts)


def _home(facts: RuleContext) -> str:
    """Everything that is called ours: the locality, what it is under, the roster's places and schools."""
    locality = facts.scheme.locality
    names = [locality.name, *locality.under]
    names += [text for row in facts.rows.values() for text in (row.name, row.county, row.town)]
    return "\n".join(names)


def _cities(facts: RuleContext, home: str) -> Iterator[tuple[DocPath, str]]:
    """Cities, where we know which one is ours."""
    if "市" not in home:
        return
    for at, text in _texts(facts.plan.composed.tree, ()):
        yield from ((at, name) for name in _cities_in(text) if name not in home)


def _cities_in(text: str) -> Iterator[str]:
    """The cities of prefecture level that a text names, the longest name at each place."""
    end = text.find("市")
    while end >= 0:
        before = (text[max(end - length, 0) : end] for length in range(LONGEST_CITY, 1, -1))
        name = next((name for name in before if name in CITIES), "")
        if name:
            yield f"{name}市"
        end = text.find("市", end + 1)


def _bodies(facts: RuleContext, home: str) -> Iterator[tuple[DocPath, str]]:
    """Bodies of another place of our own kind: what is above us may be called anything."""
    kinds = {name[-1] for name in home.split("\n")[:1] if name}
    for organ in facts.scheme.organs:
        for name in (organ.name, *organ.aliases):
            found = _WHOSE.match(name)
            if found is None or found["name"][-2] in _KIND or found["name"] in home:
                continue
            if found["kind"] in kinds:
                yield ((*organ.at, "name") if name != organ.key else organ.at), found["name"]


def _years(facts: RuleContext) -> Iterator[Finding]:
    issue = facts.scheme.issue
    said = re.match(r"20\d\d", issue.effective or issue.date)
    if said is None:
        return
    own = int(said[0])
    titles: list[tuple[DocPath, str]] = [(("name",), facts.scheme.name)]
    titles += [((*s.at, "name"), s.name) for s in facts.scheme.schedules]
    titles += [(o.at, o.text) for d in facts.duties for o in d.output]
    for at, text in titles:
        years = {int(found["year"]) for found in re.finditer(_YEAR, text)}
        if years and max(years) < own - 1:
            name = str(max(years))
            yield finding(CODE, facts.place(at), name=name, what=Word("year_named"), own=str(own))


def _texts(value: object, at: DocPath) -> Iterator[tuple[DocPath, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ELSEWHERE:
                yield from _texts(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*at, number))
    elif isinstance(value, str):
        yield at, value
