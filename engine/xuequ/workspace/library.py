"""What `import xuequ` offers, as functions of paths and values."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from xuequ.compose import Composed
from xuequ.findings.finding import Finding
from xuequ.model.elements import Scheme
from xuequ.resolve.plan import Plan
from xuequ.source.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A scheme with everything it adopts and extends.

    `scheme` is what it says, `composed` the same as one tree that knows where each value came from,
    `findings` what was found in its files.
    """

    scheme: Scheme
    composed: Composed
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]
