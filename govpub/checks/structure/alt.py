"""structure.alt: the text for an image that cannot be seen is a file name, or is missing on one side.

Wrong:  防汛演练现场 => QQ图片20190108154041.jpg
Right:  防汛演练现场 => Flood control drill under way

Traps: a decorative image has no such text on either side; a text may speak of a file (“see map.png”).
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.alt"

_FILE = pattern(r"[^\s/\\]+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)", re.IGNORECASE)
_CAMERA = pattern(r"(?:img|dsc[nf]?|pic|QQ图片|微信图片|mmexport|screenshot|image|图片)[_ -]?[0-9]{2,}", re.IGNORECASE)
_IMAGE = pattern(r"!\[([^\[\]\n]*)\]\(([^()\s]+)[^()\n]*\)")
_ROLES = ("alt", "caption", "image.alt", "image.caption")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each such text."""
    markdown = "![" in unit.segment.text or "![" in unit.target
    if unit.segment.role not in _ROLES and not markdown:
        return
    both = sides(unit, context)
    for side in both:
        if unit.segment.role in _ROLES:
            yield from _judged(side, 0, side.text, "")
        for image in _IMAGE.finditer(side.text):
            yield from _judged(side, image.start(1), image[1], image[2])
    ours, theirs = ([image[1].strip() for image in _IMAGE.finditer(side.text)] for side in both)
    if len(ours) == len(theirs) and any(bool(our) != bool(their) for our, their in zip(ours, theirs, strict=True)):
        message = _("an image has a text on one side only")
        yield context.finding(NAME, unit, message, target=(0, len(unit.target)))


def _judged(side: Side, start: int, text: str, path: str) -> Iterator[Finding]:
    words = text.strip()
    stem = PurePosixPath(path).stem
    if _FILE.fullmatch(words) or _CAMERA.fullmatch(words) or (words and words == stem and not words.isalpha()):
        message = _("a file name is no text for an image: {text}").format(text=words)
        yield side.finding(NAME, (start, start + len(text)), message, severity=Severity.ERROR)
