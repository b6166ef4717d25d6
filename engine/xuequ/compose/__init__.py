"""Adoption, extension, override: many files into one tree that knows where each value stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xuequ.compose.origins import Origin, Origins, Step
from xuequ.findings.finding import Finding
from xuequ.source.document import Document

__all__ = ["Composed", "Origin", "Origins", "Step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """One tree in canonical form, the origin of every value, and the documents that went in."""

    tree: Mapping[str, object]
    origins: Origins
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]
