"""`make mutants`: how many small changes of four rooms their own unit tests notice; writes docs/mutants.md.

    python -m mutants [ROOM…] [--sample N] [--file NAME] [--told]

Of each room a sample is tried that a fixed seed draws (0 for all); of rooms that are not named the page keeps what it
says. With a file or `--told` the outcome is only told.
"""

from __future__ import annotations

import argparse
import random
import sys

from mutants import page
from mutants.operators import Mutant, mutants
from mutants.trying import ENGINE, Trial

ROOMS = ("compose", "resolution", "calendar", "query")
SAMPLE = 200


def main() -> int:
    """Try what is asked for."""
    parser = argparse.ArgumentParser(
        prog="mutants", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", default=ROOMS)
    parser.add_argument("--sample", type=int, default=SAMPLE)
    parser.add_argument("--file", default="")
    parser.add_argument(
        "--told", action="store_true", help="tell the outcome and leave docs/mutants.md as it is"
    )
    asked = parser.parse_args()
    outcomes = [_room(room, asked.sample, asked.file) for room in asked.rooms]
    if not (asked.told or asked.file):
        before = page.PAGE.read_text("utf-8") if page.PAGE.is_file() else ""
        page.PAGE.write_text(page.text(outcomes, before, ROOMS), "utf-8")
    return int(any(not each.is_enough for each in outcomes))


def chosen(room: str, sample: int, file: str = "") -> tuple[list[Mutant], int]:
    """The mutants of a room that are tried, and how many there are."""
    every = [
        mutant
        for path in sorted((ENGINE / room).rglob("*.py"))
        if file in path.name
        for mutant in mutants(path.read_text("utf-8"), path.relative_to(ENGINE).as_posix())
    ]
    drawn = random.Random(room).sample(range(len(every)), min(sample or len(every), len(every)))
    return [every[at] for at in sorted(drawn)], len(every)


def _room(room: str, sample: int, file: str) -> page.Outcome:
    tried, count = chosen(room, sample, file)
    fates = Trial(room, tried, page.equivalent()).run()
    outcome = page.Outcome(room, count, tuple(fates))
    print(f"{room}: {page.told(outcome)}", flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main())
