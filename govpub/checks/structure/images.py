"""structure.images: an image of one text is missing in the other.

Wrong:  ![预警图](images/map.png)图为预警范围 => The area warned of
Right:  ![预警图](images/map.png)图为预警范围 => ![Warning map](images/map.png) The area warned of

For catalogs that stand alone; in an article's own catalog images are placeholders.

Traps: a picture with words may have a file for each language: map.zh.png and map.en.png are one image.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govpub.checks.structure.addresses import neutral
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.images"

_IMAGE = pattern(r"!\[[^\[\]\n]*\]\(([^()\s]+)[^()\n]*\)")


def candidates(document: Document) -> set[int]:
    """Return the units with an image."""
    return document.source.having("![") | document.target.having("![")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each image that stands on one side only."""
    if context.document.article is not None or ("![" not in unit.segment.text and "![" not in unit.target):
        return
    ours, theirs = list(_IMAGE.finditer(unit.segment.text)), list(_IMAGE.finditer(unit.target))
    spare = Counter(neutral(image[1]) for image in theirs)
    for image in ours:
        if spare[neutral(image[1])]:
            spare[neutral(image[1])] -= 1
        else:
            message = _("the image {path} of the source is missing").format(path=image[1])
            yield context.finding(NAME, unit, message, source=image.span())
    for image in reversed(theirs):
        if spare[neutral(image[1])]:
            spare[neutral(image[1])] -= 1
            message = _("the source has no image {path}").format(path=image[1])
            yield context.finding(NAME, unit, message, target=image.span())
