"""What kind of text a segment is, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.segment import Segment

__all__ = ["ROLES", "role_of"]

ROLES: Mapping[str, str] = {
    "title": N_("title"),
    "subtitle": N_("subtitle"),
    "summary": N_("summary"),
    "keywords": N_("keyword"),
    "source": N_("source"),
    "author": N_("author"),
    "column": N_("column"),
    "dateline": N_("dateline"),
    "contact": N_("contact"),
    "notes": N_("note to editors"),
    "heading": N_("heading"),
    "paragraph": N_("paragraph"),
    "item": N_("list item"),
    "cell": N_("table cell"),
    "quote": N_("quotation"),
    "alt": N_("image text"),
    "caption": N_("caption"),
    "footnote": N_("footnote"),
}


def role_of(segment: Segment) -> str:
    """Return what kind of text a segment is, in the user's language."""
    key = segment.id.partition(".")[0]
    return _(ROLES.get(key) or ROLES.get(segment.role) or segment.role)
