"""What holds for every command, whatever it does."""

from __future__ import annotations

import click

from xuequ.cli.i18n import Lang
from xuequ.findings.record import record


@record
class Settings:
    """What holds for every command: options that may stand anywhere on the command line."""

    lang: Lang
    """The language of the interface."""
    told_lang: Lang | None
    """The language that `--lang` asks for, not the one of the machine."""
    debug: bool
    style: str
    """The format of findings that `--format` asks for: then whatever happens is told in it."""

    @property
    def json(self) -> bool:
        """Whether that is JSON."""
        return self.style == "json"


def settings() -> Settings:
    """What holds for the command that runs now."""
    found = click.get_current_context().find_object(Settings)
    if found is None:
        raise LookupError("a command was called outside `run`")
    return found
