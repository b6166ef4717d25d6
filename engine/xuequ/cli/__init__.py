"""The command line, one module a command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on the process's arguments and leave with its exit status."""
    import gc

    # A short-lived process keeps most of what it makes; looking for cycles at every turn is a tenth of a check.
    gc.set_threshold(100_000, 50, 50)

    from xuequ.cli.running import run

    status = run(sys.argv[1:])
    gc.freeze()  # on its way out Python would look for cycles in all of it once more, another tenth
    sys.exit(status)
