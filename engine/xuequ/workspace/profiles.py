"""A profile from its file."""

from __future__ import annotations

from collections.abc import Mapping

from xuequ.documents.profile import NATIONAL_PROFILE, Profile, profile_of
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Level, Place
from xuequ.findings.record import record
from xuequ.source.document import Document
from xuequ.workspace.loading import Shelf
from xuequ.workspace.opening import PROFILE


@record
class Profiled:
    """A profile, None where its file has errors, what was found in it, and the text to show that in."""

    profile: Profile | None
    findings: tuple[Finding, ...] = ()
    document: Document | None = None

    @property
    def sources(self) -> Mapping[str, Document]:
        """The file by its name."""
        return {} if self.document is None else {self.document.file: self.document}


#: Where no profile is given.
NATIONAL = Profiled(profile=NATIONAL_PROFILE)


def read_profile(file: str) -> Profiled:
    """The profile in a file. Raises Failure where there is none."""
    read = Shelf().read(file)
    if read.document is None or not read.sound:
        return Profiled(profile=None, findings=read.findings, document=read.document)
    if read.kind != PROFILE:
        other = finding("DOC205", Place(file=read.file, path=("kind",)), kind=read.kind)
        return Profiled(profile=None, findings=(other,), document=read.document)
    profile, found = profile_of(read.document)
    findings = (*read.findings, *found)
    wrong = any(each.level is Level.ERROR for each in findings)
    return Profiled(profile=None if wrong else profile, findings=findings, document=read.document)
