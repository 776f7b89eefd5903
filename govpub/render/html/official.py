"""What an official document (公文) has around its text on a portal: number, addressee, attachments, signature.

The red head and the foot with copies and printing (版记) belong to the printed document, not to its page.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from markupsafe import Markup

from govpub.render.furniture import fill, long_date
from govpub.render.html.inlines import escaped, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govpub.model.document import DocumentWording, OfficialDocument
    from govpub.model.release import Release, Rendition
    from govpub.render.html.setting import Setting

__all__ = ["document_number", "document_parts"]


def document_number(release: Release, rendition: Rendition) -> str:
    """Return 云政办发〔2025〕3号, in English Document No. 3 [2025]; empty where there is none."""
    number = release.document.number if release.document else None
    if number is None:
        return ""
    _ = rendition.phrases.gettext
    return fill(_("Document No. {serial} [{year}]"), code=number.code, year=str(number.year), serial=str(number.serial))


def document_parts(release: Release, setting: Setting) -> Mapping[int, Sequence[Markup]]:
    """Return what stands before the blocks of a document: from a block's place to its parts.

    The addressee stands before the text; attachments and signature behind it, that is before the first attachment's
    sheet; and before each sheet its label.
    """
    facts, words = release.document, setting.rendition.wording.document
    parts: dict[int, list[Markup]] = defaultdict(list)
    if facts is None or words is None:
        return parts
    _ = setting.rendition.phrases.gettext
    if words.addressee:
        text = fill(escaped(_("{addressee}:")), addressee=plain(words.addressee, setting))
        parts[0].append(Markup('<p class="addressee">{}</p>').format(Markup(text)))  # noqa: S704  both are escaped
    end = facts.sheets[0] if facts.sheets else len(setting.rendition.wording.blocks)
    if words.attachments:
        parts[end].append(_attachments(words.attachments, setting))
    parts[end].append(_signature(facts, words, setting))
    for number, place in enumerate(facts.sheets, start=1):
        label = _("Attachment") if len(facts.sheets) == 1 else fill(_("Attachment {number}"), number=str(number))
        parts[place].append(Markup('<p class="sheet">{}</p>').format(escaped(label)))
    return parts


def _attachments(titles: Sequence[str], setting: Setting) -> Markup:
    _ = setting.rendition.phrases.gettext
    if len(titles) == 1:
        return Markup('<p class="attachments">{} {}</p>').format(escaped(_("Attachment:")), plain(titles[0], setting))
    items = Markup("\n").join(Markup("<li>{}</li>").format(plain(title, setting)) for title in titles)
    return Markup('<div class="attachments">\n<p>{}</p>\n<ol>\n{}\n</ol>\n</div>').format(
        escaped(_("Attachments:")), items
    )


def _signature(facts: OfficialDocument, words: DocumentWording, setting: Setting) -> Markup:
    issuer = setting.rendition.letterhead.issuer
    issuers = words.issuers or ((issuer,) if issuer else ())
    signed = datetime(facts.signed.year, facts.signed.month, facts.signed.day, tzinfo=UTC)
    lines = (*(plain(name, setting) for name in issuers), escaped(long_date(signed, setting.rendition.phrases)))
    return Markup('<p class="signature">{}</p>').format(Markup("<br>").join(lines))
