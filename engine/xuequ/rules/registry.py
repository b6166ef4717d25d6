"""Which rules there are, and how they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.resolution.plan import Plan
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.settings import DEFAULT, Option, Options, Settings

Check = Callable[[RuleContext], Iterator[Finding]]
NO_OPTIONS: Mapping[str, Option] = MappingProxyType({})


class Rule(NamedTuple):
    """One rule: the code it reports, the pure generator that reports it, and its options with their defaults."""

    code: str
    check: Check
    options: Mapping[str, Option] = NO_OPTIONS


#: Rules that find nothing without a roster, and are not imported where there is none.
OF_ROSTERS = frozenset(
    f"ros{number}" for number in (104, 105, 107, 108, 109, 110, 114, 116, 117, 118, 119, 120)
) | {
    "res221",
    "amt108",
    "amt126",
}


@cache
def rules(*, rostered: bool = True) -> tuple[Rule, ...]:
    """The modules of `rules.catalogue` in the order of codes, imported when somebody wants to run them.

    All of them; or, where no roster is at hand, those that can find something without.
    """
    folder = import_module("xuequ.rules.catalogue")
    # pkgutil would list them, too, and bring a dozen modules along that a check has no use for.
    names = sorted(path.stem for path in Path(folder.__path__[0]).glob("*.py") if path.stem != "__init__")
    names = [name for name in names if rostered or name.partition("_")[0] not in OF_ROSTERS]
    modules = (import_module(f"{folder.__name__}.{name}") for name in names)
    return tuple(
        Rule(cast(str, m.CODE), cast(Check, m.check), getattr(m, "SETTINGS", NO_OPTIONS)) for m in modules
    )


def run(
    plan: Plan,
    chosen: tuple[Rule, ...] | None = None,
    settings: Settings = DEFAULT,
    school_year: int | None = None,
) -> tuple[Finding, ...]:
    """What every rule finds in a plan, after what composition and resolution found.

    `school_year` is the one that is planned where the scheme names no period.
    A rule that raises becomes an INT finding of its own; the others still run.
    """
    every = rules(rostered=plan.roster is not None) if chosen is None else chosen
    wanted = [rule for rule in every if not settings.off(rule.code)]
    facts = RuleContext(plan, _options(wanted, settings), school_year)
    found: list[Finding] = []
    for rule in wanted:
        try:
            found.extend(rule.check(facts))
        except Exception as error:
            place = Place(file=plan.composed.file)
            what = f"{type(error).__name__}: {error}"
            found.append(finding("INT001", place, name=rule.code, error=what))
    return settings.graded(found)


def _options(wanted: list[Rule], settings: Settings) -> Options:
    return {rule.code: {**rule.options, **settings.options.get(rule.code, {})} for rule in wanted}
