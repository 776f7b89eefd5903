"""The bytes of an article's images → assets: what they are, how large, and under which name they go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.errors import ArticleError
from govpub.messages import _
from govpub.model.release import Asset
from govpub.release.image_headers import SUFFIXES, read_header

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from govpub.errors import Position

__all__ = ["MOST_IMAGE_BYTES", "asset", "assets"]

MOST_IMAGE_BYTES = 50 * 1024 * 1024
_MOST_PIXELS = 100_000_000
_LONGEST_STEM = 60


def asset(name: str, content: bytes, at: Position) -> Asset:
    """Return the image `content` under `name`, its kind and size read from its own header.

    Raises:
        ArticleError: at the image's place in the article: it is not PNG, JPEG, GIF or WebP, it is cut short, or it
            has more than 50 MB or 100 million pixels.
    """
    if len(content) > MOST_IMAGE_BYTES:
        raise ArticleError(
            _("the image {name} is too large: {size} MB").format(name=name, size=len(content) // (1024 * 1024)),
            at=at,
            hint=_("make it smaller than {size} MB").format(size=MOST_IMAGE_BYTES // (1024 * 1024)),
        )
    header = read_header(content)
    if header is None:
        raise ArticleError(
            _("the file {name} is not an image that can be read").format(name=name),
            at=at,
            hint=_("use a whole PNG, JPEG, GIF or WebP file"),
        )
    if header.width * header.height > _MOST_PIXELS or not header.width or not header.height:
        raise ArticleError(
            _("the image {name} cannot be used: {width} × {height} pixels").format(
                name=name, width=header.width, height=header.height
            ),
            at=at,
            hint=_("give it at least one pixel each way and at most 100 million in all"),
        )
    return Asset(name=name, media_type=header.media_type, width=header.width, height=header.height, content=content)


def assets(images: Iterable[tuple[str, bytes, Position]]) -> Mapping[str, Asset]:
    """Return the asset of each image: path as the article writes it, bytes of the file, place in the article.

    Each name is made of its path's last part and fits any file system: ASCII letters, digits and hyphens, and the
    suffix of what the file really is. Names differ even where case is ignored; equal bytes go out once.

    Raises:
        ArticleError: as `asset` does.
    """
    found: dict[str, Asset] = {}
    by_content: dict[bytes, Asset] = {}
    for path, content, at in images:
        if path not in found:
            if content not in by_content:
                by_content[content] = _named(path, asset(path, content, at), {a.name for a in by_content.values()})
            found[path] = by_content[content]
    return found


def _named(path: str, image: Asset, taken: Collection[str]) -> Asset:
    last = re.split(r"[/\\]", path)[-1].rpartition(".")
    stem = re.sub(r"[^a-z0-9]+", "-", (last[0] or last[2]).lower())[:_LONGEST_STEM].strip("-") or "image"
    suffix = SUFFIXES[image.media_type]
    name, count = f"{stem}{suffix}", 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}{suffix}"
    return Asset(name=name, media_type=image.media_type, width=image.width, height=image.height, content=image.content)
