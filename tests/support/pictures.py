"""Small pictures made by code, so that no test needs a file of somebody else's."""

from __future__ import annotations

import struct
import zlib

__all__ = ["png"]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 640, height: int = 360) -> bytes:
    """Return a PNG of ridges under a pale sky, in 8-bit RGB."""
    sky, far, near = (214, 226, 233), (122, 152, 146), (58, 98, 84)
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            rise = abs((x * 3) % (2 * width) - width) * height // (4 * width)
            slope = abs((x * 5 + 90) % (2 * width) - width) * height // (5 * width)
            colour = near if y > height * 3 // 4 - slope else far if y > height // 2 - rise // 2 else sky
            rows += bytes(colour)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(bytes(rows), 9)),
            _chunk(b"IEND", b""),
        )
    )
