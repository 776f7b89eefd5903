"""What an official document says around its text, as plain data (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from govpub.render.furniture import fill, long_date

if TYPE_CHECKING:
    from datetime import date

    from govpub.model.document import OfficialDocument
    from govpub.model.release import Phrases, Rendition

__all__ = ["official_words"]


def official_words(facts: OfficialDocument, rendition: Rendition) -> dict[str, Any]:
    """Return the words of the head, the signature, the attachments and the foot of a document in one language."""
    words, phrases, letterhead = rendition.wording.document, rendition.phrases, rendition.letterhead
    assert words is not None, "a document's wording comes with its facts"
    _ = phrases.gettext
    issuers = words.issuers or ((letterhead.issuer,) if letterhead.issuer else ())
    single = len(words.attachments) == 1
    return {
        "marks": [letterhead.mark] if letterhead.mark else list(issuers),
        "number": _number(facts, phrases),
        "addressee": fill(_("{addressee}:"), addressee=words.addressee) if words.addressee else "",
        "attachments": {
            "label": _("Attachment:") if single else _("Attachments:"),
            "titles": list(words.attachments),
            "sheets": [
                _("Attachment") if single else fill(_("Attachment {number}"), number=str(number))
                for number in range(1, len(words.attachments) + 1)
            ],
        },
        "issuers": list(issuers),
        "signed": _date(facts.signed, phrases),
        "contact": fill(_("(Contact: {contact})"), contact=rendition.wording.contact)
        if rendition.wording.contact
        else "",
        "copies": fill(_("Copies to: {copies_to}."), copies_to=words.copies_to) if words.copies_to else "",
        "printer": words.printed_by,
        "printed": fill(_("Printed on {date}"), date=_date(facts.printed, phrases)) if facts.printed else "",
    }


def _number(facts: OfficialDocument, phrases: Phrases) -> str:
    if facts.number is None:
        return ""
    number, _ = facts.number, phrases.gettext
    return fill(_("Document No. {serial} [{year}]"), code=number.code, year=str(number.year), serial=str(number.serial))


def _date(day: date, phrases: Phrases) -> str:
    return long_date(datetime(day.year, day.month, day.day, tzinfo=UTC), phrases)
