"""Views, templates and one writer a format."""

from xuequ.documents.building import Format, Options, OutputFile, build, steps
from xuequ.documents.pieces import NAMES, Document
from xuequ.documents.templating import Source

__all__ = ["NAMES", "Document", "Format", "Options", "OutputFile", "Source", "build", "steps"]
