"""Views, templates and one writer a format."""

from xuequ.documents.building import build, steps
from xuequ.documents.files import Format, Options, OutputFile, Standing
from xuequ.documents.pieces import NAMES, Document
from xuequ.documents.templating import Source

__all__ = ["NAMES", "Document", "Format", "Options", "OutputFile", "Source", "Standing", "build", "steps"]
