"""The one exception of the house: the tool could not do its job."""

from __future__ import annotations

from xuequ.findings.finding import Finding


class Failure(Exception):
    """Raised if the tool cannot do what it was asked to; nothing is wrong with what the drafter decided.

    `finding` says what happened, so that every output format can show it; `findings` is that and whatever else
    was known by then; `exit_code` is the process's.
    """

    exit_code = 2

    def __init__(self, finding: Finding, *others: Finding) -> None:
        super().__init__(finding.code, dict(finding.args))
        self.finding = finding
        self.findings = (finding, *others)
