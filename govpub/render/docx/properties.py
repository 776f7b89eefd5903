"""What the document says of itself: title, language, origin, number, dates."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lxml import etree

from govpub.render.docx.xml import clean

if TYPE_CHECKING:
    from govpub.model.release import Release

__all__ = ["core_properties"]

_NAMESPACES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def core_properties(release: Release) -> bytes:
    """Return docProps/core.xml (ISO 29500-2, 11). Its dates are the article's, never those of the export."""
    wording, site = release.primary.wording, release.primary.site
    creator = wording.source or site.host or site.name
    root = etree.Element(f"{{{_NAMESPACES['cp']}}}coreProperties", nsmap=_NAMESPACES)
    for name, value in (
        ("dc:title", " / ".join(rendition.wording.title for rendition in release.renditions)),
        ("dc:subject", release.release_number),
        ("dc:creator", creator),
        ("cp:keywords", "; ".join(word for rendition in release.renditions for word in rendition.wording.keywords)),
        ("dc:description", wording.summary),
        ("cp:lastModifiedBy", creator),
        ("cp:revision", "1"),
        ("dcterms:created", _w3c_time(release.published)),
        ("dcterms:modified", _w3c_time(release.updated)),
        ("dc:language", ", ".join(rendition.locale.tag for rendition in release.renditions)),
    ):
        if value:
            root.append(_element(name, value))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _element(name: str, value: str) -> etree._Element:
    prefix, _, tag = name.partition(":")
    element = etree.Element(f"{{{_NAMESPACES[prefix]}}}{tag}")
    element.text = clean(value)
    if prefix == "dcterms":
        element.set(f"{{{_NAMESPACES['xsi']}}}type", "dcterms:W3CDTF")
    return element


def _w3c_time(moment: datetime) -> str:
    """Return the instant in UTC, as Word writes it; at the calendar's ends, where there is none, the local time."""
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:
        moment = moment.replace(tzinfo=UTC)
    return moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"
