"""`make fuzz`: a hundred thousand changed schemes, policies and rosters through every command.

    python -m fuzz [--first N] [--count N] [--jobs N] [--limit SECONDS]   try cases from a number on
    python -m fuzz --one N                                                one case, kept in a folder, made smaller

A case is its number: the same number gives the same files on every machine that has the same examples. What fails is
told once a kind, with the numbers of its cases and the smallest input found that still fails so.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fuzz.shrinking import shrunk
from fuzz.trying import Case, Fault, case, fault_of, write

#: Cases of one process; the next begins with a clean memory.
CHUNK = 500


def main() -> int:
    """Run what is asked for; 1 where something failed."""
    parser = argparse.ArgumentParser(
        prog="fuzz", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--limit", type=float, default=10)
    parser.add_argument("--one", type=int)
    parser.add_argument("--chunk", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one is not None:
        return _one(asked.one, asked.limit)
    if asked.chunk:
        _chunk(asked.first, asked.count, asked.limit)
        return 0
    return _all(asked.first, asked.count, asked.jobs, asked.limit)


def _all(first: int, count: int, jobs: int, limit: float) -> int:
    starts = range(first, first + count, CHUNK)
    found: dict[str, list[Fault]] = {}
    done = 0
    with ThreadPoolExecutor(jobs) as pool:
        sizes = [min(CHUNK, first + count - start) for start in starts]
        for start, faults in zip(
            starts, pool.map(lambda s, n: _process(s, n, limit), starts, sizes), strict=True
        ):
            done = start + CHUNK - first
            for fault in faults:
                kind = f"{fault.command.split()[0]}: {fault.where}"
                if kind not in found:
                    print(f"\n{fault.number}: {fault.command}\n{fault.where}\n{fault.trace}", flush=True)
                found.setdefault(kind, []).append(fault)
            print(f"{min(done, count)} of {count}, {len(found)} kinds of faults", file=sys.stderr, flush=True)
    for kind, faults in found.items():
        print(f"\n{len(faults)} × {kind}: cases {', '.join(str(each.number) for each in faults[:5])}")
    print(
        f"\n{count} cases from number {first} on: {sum(map(len, found.values()))} failed in {len(found)} ways"
    )
    return int(bool(found))


def _process(first: int, count: int, limit: float) -> list[Fault]:
    """The faults of some cases, run in processes of their own; one that dies is a fault of the case it was at."""
    faults: list[Fault] = []
    last = first + count
    while first < last:
        command = [
            sys.executable,
            "-m",
            "fuzz",
            "--chunk",
            "--first",
            str(first),
            "--count",
            str(last - first),
        ]
        ran = subprocess.run([*command, "--limit", str(limit)], capture_output=True, text=True, check=False)
        said = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
        faults += [Fault(**each) for each in said if "where" in each]
        at = max((each["number"] for each in said), default=first)
        if ran.returncode == 0:
            break
        faults.append(Fault(at, "?", "the process died", ran.stderr[-3000:]))
        first = at + 1
    return faults


def _chunk(first: int, count: int, limit: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, first + count):
            print(json.dumps({"number": number}), flush=True)
            faulthandler.dump_traceback_later(limit * 20, exit=True)
            fault = fault_of(case(number), Path(folder) / "work", limit)
            faulthandler.cancel_dump_traceback_later()
            if fault is not None:
                print(json.dumps(vars(fault)), flush=True)


def _one(number: int, limit: float) -> int:
    folder = Path(tempfile.gettempdir()) / f"fuzz-{number}"
    fault = fault_of(case(number), folder, limit)
    if fault is None:
        print(f"case {number} passes; its files are in {folder}")
        return 0

    def fails(smaller: Case) -> bool:
        other = fault_of(smaller, folder, limit)
        return other is not None and other.where == fault.where

    smallest = shrunk(case(number), fails)
    again = fault_of(smallest, folder, limit)
    write(smallest, folder)
    print(again.trace if again else fault.trace)
    for file in sorted(folder.rglob("*.*")):
        if file.suffix in (".yaml", ".csv") and file.stat().st_size:
            print(f"-- {file.relative_to(folder)} --\n{file.read_text('utf-8')}")
    print(f"case {number}: {fault.command}: {fault.where}; the files made smaller are in {folder}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
