"""A small made-up scheme with something of everything, from which examples are shown."""

from __future__ import annotations

from pathlib import Path

from xuequ.compose import compose
from xuequ.model.building import build
from xuequ.resolution.plan import Plan
from xuequ.resolution.resolving import resolve
from xuequ.workspace.loading import Shelf, read_bytes

FILE = "sample.yaml"


def sample_plan() -> Plan:
    """The plan of the sample, at the level of roles."""
    read = read_bytes(FILE, (Path(__file__).parent / FILE).read_bytes())
    if read.document is None:
        raise ValueError(f"the sample cannot be read: {read.findings}")
    composed = compose(read.document, Shelf().beside(FILE))
    return resolve(build(composed).scheme, composed)
