"""The command line, one module a command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on the process's arguments and leave with its exit status."""
    from xuequ.cli.running import run

    sys.exit(run(sys.argv[1:]))
