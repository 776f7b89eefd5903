"""Images that stand in a line of text, scaled to the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from govpub.render.docx.xml import NAMESPACES, Element, clean, w

if TYPE_CHECKING:
    from govpub.model.release import Asset
    from govpub.render.docx.setting import Setting

__all__ = ["drawing"]

_EMU_PER_TWIP = 635
_EMU_PER_PIXEL = 9525
"""At 96 pixels an inch, as CSS has it."""
_SHARE_OF_HEIGHT = 0.55
"""Of the text area: a portrait picture leaves room for its caption and some text."""


def drawing(asset: Asset, alt: str, setting: Setting) -> Element:
    """Return `w:drawing` with the image inline, never larger than its pixels, the room or half a page."""
    document = setting.document
    document.drawings += 1
    number = str(document.drawings)
    width, height = _size(asset, setting)
    extent = {"cx": str(width), "cy": str(height)}
    inline = _element(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        _element("wp:extent", extent),
        _element("wp:docPr", {"id": number, "name": f"Picture {number}", "descr": clean(alt)}),
        _element(
            "wp:cNvGraphicFramePr",
            {},
            _element("a:graphicFrameLocks", {"noChangeAspect": "1"}),
        ),
        _element(
            "a:graphic",
            {},
            _element("a:graphicData", {"uri": NAMESPACES["pic"]}, _picture(asset, alt, setting, extent, number)),
        ),
    )
    return w("drawing", inline)


def _picture(asset: Asset, alt: str, setting: Setting, extent: dict[str, str], number: str) -> Element:
    embed = {f"{{{NAMESPACES['r']}}}embed": setting.story.picture(setting.document.image(asset))}
    return _element(
        "pic:pic",
        {},
        _element(
            "pic:nvPicPr",
            {},
            _element("pic:cNvPr", {"id": number, "name": asset.name, "descr": clean(alt)}),
            _element("pic:cNvPicPr", {}),
        ),
        _element(
            "pic:blipFill",
            {},
            _element("a:blip", embed),
            _element("a:stretch", {}, _element("a:fillRect", {})),
        ),
        _element(
            "pic:spPr",
            {},
            _element("a:xfrm", {}, _element("a:off", {"x": "0", "y": "0"}), _element("a:ext", extent)),
            _element("a:prstGeom", {"prst": "rect"}, _element("a:avLst", {})),
        ),
    )


def _size(asset: Asset, setting: Setting) -> tuple[int, int]:
    room = (setting.width - setting.indent) * _EMU_PER_TWIP
    tallest = int(setting.preset.text_height * _SHARE_OF_HEIGHT) * _EMU_PER_TWIP
    natural = asset.width * _EMU_PER_PIXEL, asset.height * _EMU_PER_PIXEL
    scale = min(1.0, room / natural[0], tallest / natural[1])
    return max(1, int(natural[0] * scale)), max(1, int(natural[1] * scale))


def _element(name: str, attributes: dict[str, str], *children: Element) -> Element:
    prefix, _, tag = name.partition(":")
    element = etree.Element(f"{{{NAMESPACES[prefix]}}}{tag}", attributes, nsmap={prefix: NAMESPACES[prefix]})
    element.extend(children)
    return element
