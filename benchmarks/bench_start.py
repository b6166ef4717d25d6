"""What starting costs, whole processes: the bare interpreter, with yaml and click, `--help`, the check of one example.

The five examples are checked one by one, as their workspace lists them (with roster and school year) and without;
`check` and `check alone` are the ones in the middle.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent
GOALS = {"help / bare": 5.0, "check / help": 3.0, "check / libraries": 3.5, "check alone / libraries": 3.5}
EXAMPLES = ("anyang", "chengdu", "haibowan", "luoxi", "ziyun")
RUNS = {"bare": ["-c", "pass"], "libraries": ["-c", "import yaml, click"], "help": ["-m", "xuequ", "--help"]}
RUNS |= {name: ["-m", "xuequ", "check", f"examples/{name}.yaml"] for name in EXAMPLES}
RUNS |= {f"zh/{name}": ["-m", "xuequ", "check", f"examples/zh/{name}.yaml"] for name in EXAMPLES}


def measure(rounds: int = 11) -> dict[str, float]:
    """Medians in seconds by name, the runs taken in turn; `check` is the median of the five examples."""
    taken: dict[str, list[float]] = {name: [] for name in RUNS}
    for number in range(rounds + 1):
        for name, arguments in RUNS.items():
            seconds = _process(arguments)
            if number:
                taken[name].append(seconds)
    medians = {name: median(times) for name, times in taken.items()}
    alone = median(medians[f"zh/{name}"] for name in EXAMPLES)
    return {**medians, "check": median(medians[name] for name in EXAMPLES), "check alone": alone}


def _process(arguments: list[str]) -> float:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "engine")}
    # Compiled once and kept, as on any user's machine.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - begun


def main() -> None:
    """Print the times and the two ratios."""
    taken = measure()
    for name, seconds in taken.items():
        sys.stdout.write(f"{name:14}{seconds * 1000:8.1f} ms\n")
    for ratio, goal in GOALS.items():
        above, below = ratio.split(" / ")
        sys.stdout.write(f"{ratio}: {taken[above] / taken[below]:.2f}, at most {goal}\n")


if __name__ == "__main__":
    main()
