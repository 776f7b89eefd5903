"""What the document says of itself: title, language, origin, number, dates."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from govpub.render.docx.xml import attribute, escaped, part_bytes

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
    rows = (
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
    )
    namespaces = "".join(attribute(f"xmlns:{prefix}", address) for prefix, address in _NAMESPACES.items())
    said = "".join(_element(name, value) for name, value in rows if value)
    return part_bytes(f"<cp:coreProperties{namespaces}>{said}</cp:coreProperties>")


def _element(name: str, value: str) -> str:
    kind = ' xsi:type="dcterms:W3CDTF"' if name.startswith("dcterms:") else ""
    return f"<{name}{kind}>{escaped(value)}</{name}>"


def _w3c_time(moment: datetime) -> str:
    """Return the instant in UTC, as Word writes it; at the calendar's ends, where there is none, the local time."""
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:
        moment = moment.replace(tzinfo=UTC)
    return moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"
