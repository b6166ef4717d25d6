"""Views, templates and one writer a format."""

from xuequ.documents.building import build, steps
from xuequ.documents.files import Format, Options, OutputFile, Standing
from xuequ.markup.templating import Source
from xuequ.views.jobs import NAMES, Document

__all__ = ["NAMES", "Document", "Format", "Options", "OutputFile", "Source", "Standing", "build", "steps"]
