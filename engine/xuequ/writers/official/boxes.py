"""Boxes at a fixed place of the sheet, as DrawingML that Word, WPS and LibreOffice draw alike."""

from __future__ import annotations

from typing import NamedTuple

#: English metric units in a twip.
_EMU = 635
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class BoxPosition(NamedTuple):
    """Where a box stands, from the upper left corner of the sheet, in twips."""

    left: int
    top: int
    width: int
    height: int


def box(
    inner: str, place: BoxPosition, *, number: int, name: str, turned: bool = False, keeps_off: bool = False
) -> str:
    """A run that holds a box; `turned` text reads downwards, `keeps_off` keeps other text out of its lines."""
    extent = f'cx="{place.width * _EMU}" cy="{place.height * _EMU}"'
    # It stands in a margin, where nothing can run around it; on the only page of a document LibreOffice puts a box
    # that says wrapNone into the upper left corner.
    wrap = "<wp:wrapTopAndBottom/>" if keeps_off else '<wp:wrapSquare wrapText="bothSides"/>'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{_position('H', place.left)}{_position('V', place.top)}<wp:extent {extent}/>"
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr vert="{"vert" if turned else "horz"}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{"t" if turned else "b"}" anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _position(axis: str, twips: int) -> str:
    return f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{twips * _EMU}</wp:posOffset></wp:position{axis}>'
