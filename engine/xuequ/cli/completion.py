"""`xuequ completion`: the script that teaches a shell our commands and options."""

from __future__ import annotations

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say

VARIABLE = "_XUEQU_COMPLETE"


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "completion",
        say=say,
        help=say(
            "输出 bash、zsh 或 fish 的补全脚本。把它加进 shell 的启动文件，按 Tab 键即可补全命令和选项。",
            "Print the completion script for bash, zsh or fish. Once your shell reads it at start, Tab "
            "completes "
            "commands and options.",
        ),
        examples=(
            'eval "$(xuequ completion bash)"                                  # ~/.bashrc',
            'eval "$(xuequ completion zsh)"                                   # ~/.zshrc',
            "xuequ completion fish > ~/.config/fish/completions/xuequ.fish",
        ),
        params=[click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]))],
        callback=_print,
    )


def _print(shell: str) -> int:
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise LookupError(f"this version of click does not complete for {shell}")
    root = click.get_current_context().find_root().command
    script = kind(root, {}, "xuequ", VARIABLE)
    click.echo(script.source_template % script.source_vars())
    return 0
