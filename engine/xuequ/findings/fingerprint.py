"""What makes a finding the same finding after its file was edited: its code, its element, what it names.

Lines, and the numbers of rows and list entries, are left out: what is inserted above a finding does not change it. So
are counts and what elements share it, since mending one of them leaves the finding to the others, and what only the
help mentions, since the nearest names come and go with the rest of the scheme.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from xuequ.findings.catalogue import entry
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.shown import Shown

_NAMED = re.compile(r"(?<!{){(\w+)")
#: Facts that say where something stands, by code.
_PLACES = {"YML204": {"row"}, "YML205": {"row"}, "YML207": {"column"}}
LENGTH = 16


def facts(finding: Finding) -> frozenset[str]:
    """What the finding says, fact by fact and name by name; of one that elements share nothing but who they are."""
    if finding.members:
        return frozenset()
    texts = entry(finding.code)
    named = {name for text in (texts.zh, texts.en) for name in _NAMED.findall(text.message + text.label)}
    told = named & finding.args.keys() - _PLACES.get(finding.code, set())
    return frozenset(f"{name}={value}" for name in told for value in _plain(finding.args[name]))


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits; the same for two findings that only their file or their order tells apart."""
    body = "\0".join((finding.code, keys(finding.primary.path), *sorted(facts(finding))))
    import hashlib  # loads OpenSSL, and few formats compare one run with the next

    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def keys(path: DocPath) -> str:
    """A path by its keys alone."""
    return "/".join(step for step in path if isinstance(step, str))


def numbered(shown: Iterable[Shown]) -> tuple[str, ...]:
    """One fingerprint for each finding, those that are alike within a file told apart by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for one in shown:
        mark = fingerprint(one.finding)
        seen[one.at.file, mark] += 1
        found.append(f"{mark}:{seen[one.at.file, mark]}")
    return tuple(found)


def _plain(value: object) -> Iterator[str]:
    if isinstance(value, (set, frozenset, list, tuple)) and not hasattr(value, "_fields"):
        for each in value:
            yield from _plain(each)
    elif not isinstance(value, (int, float)):
        yield str(value)
