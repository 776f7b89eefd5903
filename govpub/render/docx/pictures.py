"""Images that stand in a line of text, scaled to the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.render.docx.xml import NAMESPACES, Element, attribute, w

if TYPE_CHECKING:
    from govpub.model.release import Asset
    from govpub.render.docx.setting import Setting

__all__ = ["drawing"]

_EMU_PER_TWIP = 635
_EMU_PER_PIXEL = 9525
"""At 96 pixels an inch, as CSS has it."""
_SHARE_OF_HEIGHT, _SHARE_BETWEEN_COLUMNS = 0.55, 0.35
"""Of the text area: a picture leaves room for its caption and some text, more where the text is small."""
_NAMESPACES = "".join(attribute(f"xmlns:{prefix}", NAMESPACES[prefix]) for prefix in ("wp", "a", "pic"))


def drawing(asset: Asset, alt: str, setting: Setting) -> Element:
    """Return `w:drawing` with the image inline, never larger than its pixels, the room or half a page."""
    document = setting.document
    document.drawings += 1
    number = document.drawings
    width, height = _size(asset, setting)
    extent = f'cx="{width}" cy="{height}"'
    said = f"{attribute('id', number)}{attribute('name', f'Picture {number}')}{attribute('descr', alt)}"
    file = f"{attribute('id', number)}{attribute('name', asset.name)}{attribute('descr', alt)}"
    embed = setting.part.picture(document.image(asset))
    return w(
        "drawing",
        f'<wp:inline{_NAMESPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr{said}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr{file}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline>",
    )


def _size(asset: Asset, setting: Setting) -> tuple[int, int]:
    room = (setting.width - setting.indent) * _EMU_PER_TWIP
    share = _SHARE_BETWEEN_COLUMNS if setting.preset.narrow else _SHARE_OF_HEIGHT
    tallest = int(setting.preset.text_height * share) * _EMU_PER_TWIP
    natural = asset.width * _EMU_PER_PIXEL, asset.height * _EMU_PER_PIXEL
    scale = min(1.0, room / natural[0], tallest / natural[1])
    return max(1, int(natural[0] * scale)), max(1, int(natural[1] * scale))
