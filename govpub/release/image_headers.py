"""Media type and size of an image, from its header alone."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SUFFIXES", "ImageHeader", "read_header"]

SUFFIXES: Mapping[str, str] = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}


@dataclass(frozen=True, slots=True)
class ImageHeader:
    """What an image says of itself."""

    media_type: str
    width: int
    """In pixels, as it is to be shown (a JPEG's orientation is not heeded)."""
    height: int
    """In pixels."""


def read_header(content: bytes) -> ImageHeader | None:
    """Return what the image says of itself; None where it is no PNG, JPEG, GIF or WebP, or its header is cut short."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(content)
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg(content)
        if content.startswith((b"GIF87a", b"GIF89a")):
            return ImageHeader("image/gif", *struct.unpack_from("<HH", content, 6))
        if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError):
        return None
    return None


def _png(content: bytes) -> ImageHeader | None:
    """Read the IHDR chunk, which comes first (W3C PNG 11.2.1)."""
    if content[12:16] != b"IHDR":
        return None
    return ImageHeader("image/png", *struct.unpack_from(">II", content, 16))


# Every start-of-frame marker; C4, C8 and CC among them have another meaning (ITU-T T.81, table B.1).
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_WITHOUT_LENGTH = frozenset(range(0xD0, 0xD8)) | {0x01}
_JPEG_START_OF_SCAN = 0xDA
_JPEG_END = 0xD9


def _jpeg(content: bytes) -> ImageHeader | None:
    """Walk the marker segments up to the frame header (ITU-T T.81, B.1 and B.2.2)."""
    at = 2
    while content[at] == 0xFF:  # noqa: PLR2004  every marker begins so
        marker = content[at + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return ImageHeader("image/jpeg", width, height)
        if marker in (_JPEG_START_OF_SCAN, _JPEG_END):
            return None
        if marker == 0xFF:  # noqa: PLR2004  fill byte
            at += 1
        elif marker in _JPEG_WITHOUT_LENGTH:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    return None


def _webp(content: bytes) -> ImageHeader | None:
    """Read the first chunk: lossy, lossless or extended (RFC 9649)."""
    chunk = content[12:16]
    if chunk == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", content, 26)
        return ImageHeader("image/webp", width & 0x3FFF, height & 0x3FFF)
    if chunk == b"VP8L" and content[20] == 0x2F:  # noqa: PLR2004  signature byte
        (bits,) = struct.unpack_from("<I", content, 21)
        return ImageHeader("image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8X":
        width, height = (int.from_bytes(content[start : start + 3], "little") + 1 for start in (24, 27))
        return ImageHeader("image/webp", width, height) if len(content) >= 30 else None  # noqa: PLR2004  chunk's end
    return None
