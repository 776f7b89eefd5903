"""What a person does to one entry: functions from entry to entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.catalog.records import (
    name_of,
    records_of,
    signed_review,
    signed_translation,
    with_origin,
    without_review,
)
from govpub.catalog.units import translation_of
from govpub.errors import InputError
from govpub.messages import _

if TYPE_CHECKING:
    from govpub.model.segment import Signature
    from govpub.po import PoEntry

__all__ = ["confirmed", "made_fuzzy", "reviewed", "reworded"]


def confirmed(entry: PoEntry, text: str, signature: Signature, *, origin: str = "", review: bool = False) -> PoEntry:
    """Return the entry with this translation confirmed; itself where that says nothing new. No text takes it away.

    Raises:
        InputError: the text has characters that no file can hold.
    """
    if not text.strip():
        return with_origin(without_review(_final(entry, "")), "")
    if entry.fuzzy or text != translation_of(entry):
        entry = signed_translation(_final(entry, text), signature, origin)
    return reviewed(entry, signature) if review else entry


def reviewed(entry: PoEntry, signature: Signature) -> PoEntry:
    """Return the entry, which must have a translation, with a review; a fuzzy one is confirmed first.

    A review by the same person that still holds stays as it is.

    Raises:
        InputError: there is nothing to review.
    """
    if not translation_of(entry):
        raise InputError(_("there is no translation to review"), hint=_("translate the segment first"))
    if entry.fuzzy:
        entry = signed_translation(_final(entry, translation_of(entry)), signature)
    earlier = records_of(entry).reviewer
    if earlier is not None and earlier.name == name_of(signature.name):
        return entry
    return signed_review(entry, signature)


def made_fuzzy(entry: PoEntry) -> PoEntry:
    """Return the entry, if it has a translation, with the mark that somebody must look at it again."""
    if entry.fuzzy or not translation_of(entry):
        return entry
    return entry.replace(flags=("fuzzy", *entry.flags))


def reworded(entry: PoEntry, text: str, signature: Signature) -> PoEntry:
    """Return the entry with another wording: confirmed by this person, but where it was fuzzy, as which it stays."""
    if not entry.fuzzy:
        return confirmed(entry, text, signature)
    return entry.replace(msgstr=(_storable(text), *entry.msgstr[1:]))


def _final(entry: PoEntry, text: str) -> PoEntry:
    return entry.replace(
        msgstr=(_storable(text), *entry.msgstr[1:]),
        flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
        previous_msgctxt=None,
        previous_msgid=None,
        previous_msgid_plural=None,
    )


def _storable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            _("half a character stands at {column}: it cannot be saved").format(column=error.start + 1),
            hint=_("take it out, or type it again"),
        ) from error
    return text
