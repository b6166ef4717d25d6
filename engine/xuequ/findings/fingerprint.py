"""What makes a finding the same finding after its file was edited: its code, its element, what it names.

Lines, and the numbers of rows and list entries, are left out: what is inserted above a finding does not change it.
What only the help mentions is left out too, since the nearest names come and go with the rest of the scheme.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from xuequ.findings.catalogue import entry
from xuequ.findings.finding import Finding
from xuequ.findings.shown import Shown

_NAMED = re.compile(r"(?<!{){(\w+)")
#: Facts that say where something stands, by code.
_PLACES = {"YML204": {"row"}, "YML205": {"row"}, "YML207": {"column"}}
LENGTH = 16


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits; the same for two findings that only their file or their order tells apart."""
    texts = entry(finding.code)
    named = {name for text in (texts.zh, texts.en) for name in _NAMED.findall(text.message + text.label)}
    told = sorted(named & finding.args.keys() - _PLACES.get(finding.code, set()))
    facts = [f"{name}={_plain(finding.args[name])}" for name in told]
    body = "\0".join((finding.code, element_path(finding), *facts))
    import hashlib  # loads OpenSSL, and most checks compare with no baseline

    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def element_path(finding: Finding) -> str:
    """Where the finding stands, by keys alone."""
    return "/".join(step for step in finding.primary.path if isinstance(step, str))


def numbered(shown: Iterable[Shown]) -> tuple[str, ...]:
    """One fingerprint for each finding, those that are alike within a file told apart by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for one in shown:
        mark = fingerprint(one.finding)
        seen[one.at.file, mark] += 1
        found.append(f"{mark}:{seen[one.at.file, mark]}")
    return tuple(found)


def _plain(value: object) -> str:
    if isinstance(value, (set, frozenset)):
        value = sorted(map(str, value))
    if isinstance(value, (list, tuple)):
        return "\1".join(map(str, value))
    return str(value)
