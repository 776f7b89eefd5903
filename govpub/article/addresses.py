"""What a link may point to, and which image paths stay inside the workspace."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govpub.messages import _

__all__ = ["Fault", "link_fault", "path_fault"]

# RFC 3986 3.1. A scheme of one letter is a Windows drive.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SAFE_SCHEMES = ("http", "https", "mailto", "tel")
# Browsers drop these inside an address, so `java\nscript:` would run.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an address, and the way out."""

    message: str
    hint: str


def link_fault(href: str) -> Fault | None:
    """Return what is wrong with a link's address, or None."""
    if not href:
        return Fault(_("a link without an address"), _("write the address into the parentheses, or take the link away"))
    if _CONTROL.search(href):
        return Fault(_("a control character in an address"), _("type the address again"))
    scheme = _SCHEME.match(href)
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        return Fault(
            _("a link must not use {scheme}:").format(scheme=scheme[1].lower()[:20]),
            _("use one of {known}, or a path relative to the article").format(known=", ".join(_SAFE_SCHEMES)),
        )
    return None


def path_fault(path: str) -> Fault | None:
    """Return what is wrong with an image's path, or None."""
    hint = _("give the path relative to the article, with forward slashes: images/drill.jpg")
    if not path:
        return Fault(_("an image without a path"), hint)
    if _CONTROL.search(path):
        return Fault(_("a control character in the path of an image"), hint)
    if "\\" in path:
        return Fault(_("a backslash in the path of an image"), hint)
    if _SCHEME.match(path):
        return Fault(_("an image must be a file of the workspace, not an address"), hint)
    if path.startswith("/"):
        return Fault(_("the path of an image must be relative"), hint)
    return None
