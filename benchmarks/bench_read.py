"""Reading: 1,000 lines with values and positions, against PyYAML's C loader, which gives values alone.

`measure` reads the same text by turns with either, so that whatever else the machine does weighs on both.
Run: `python -m benchmarks.bench_read`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import yaml
from benchmarks.material import scheme

from xuequ.source.yaml import read_yaml

LINES = 1000
ROUNDS = 40
#: Ours may take this share of the loader's time.
GOAL = 0.6


def measure(lines: int = LINES, rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in seconds: `ours` with positions, `CSafeLoader` without."""
    text = scheme(lines)
    data = text.encode()
    runs: dict[str, Callable[[], object]] = {
        "ours": lambda: read_yaml(data, "scheme.yaml"),
        "CSafeLoader": lambda: yaml.load(data, Loader=yaml.CSafeLoader),
    }
    for run in runs.values():
        run()
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(_seconds(run))
    return {name: median(held) for name, held in taken.items()}


def _seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def main() -> None:
    for lines, rounds in ((LINES, ROUNDS), (20 * LINES, 3)):
        taken = measure(lines, rounds)
        both = ", ".join(f"{name} {seconds * 1000:.1f} ms" for name, seconds in taken.items())
        print(f"{lines} lines: {both}; ratio {taken['ours'] / taken['CSafeLoader']:.2f}, at most {GOAL}")


if __name__ == "__main__":
    main()
