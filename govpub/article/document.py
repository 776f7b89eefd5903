"""The front matter's `document`: what makes the article an official document (公文)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from govpub.article.front_matter import DOCUMENT_KEYS, Entry, Listing, Mapping, Scalar
from govpub.article.times import read_day
from govpub.messages import _
from govpub.model.block import Heading
from govpub.model.document import DocumentNumber, DocumentWording, OfficialDocument
from govpub.model.inline import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingOf
    from collections.abc import Sequence
    from datetime import date

    from govpub.article.fields import FieldReader
    from govpub.errors import Position
    from govpub.model.block import Block

__all__ = ["place_sheets", "read_document"]

# GB/T 9704-2012, 7.2.5: full year in 〔 〕, no 第, no zeros before the serial number.
_NUMBER = re.compile("([\u3400-\u9fff]{1,20})〔((?:19|2[0-9])[0-9]{2})〕([1-9][0-9]{0,5})号")
_YES_OR_NO = {"yes": True, "no": False}
_PREFIX = "document."


def read_document(reader: FieldReader) -> tuple[OfficialDocument, DocumentWording] | None:
    """Return the document's facts and its words; None for an article that is none.

    Raises:
        ArticleError: a key is unknown, `signed` is missing, or a value is not what it must be.
    """
    entry = reader.entries.get("document")
    if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
        return None
    if not isinstance(entry.value, Mapping):
        raise reader.source.error(
            _("document must have keys of its own"),
            entry.value.line,
            entry.value.column,
            hint=_("write `signed: 2025-01-10` and the other keys, each on an indented line below `document:`"),
        )
    keys = reader.known(entry.value, DOCUMENT_KEYS, _PREFIX)
    signed = read_day(reader.source, reader.scalar("signed", keys))
    if signed is None:
        raise reader.source.error(
            _("the document has no {key}").format(key="signed"),
            entry.line,
            entry.column,
            hint=_("give the day on which it was signed or passed: `signed: 2025-01-10`"),
        )
    sealed = reader.choice("seal", _YES_OR_NO, keys)
    facts = OfficialDocument(
        number=_number(reader, keys),
        signed=signed,
        printed=_printed(reader, keys, signed),
        sealed=True if sealed is None else sealed,
    )
    words = DocumentWording(
        addressee=reader.text("addressee", keys).rstrip(":："),
        issuers=_texts(reader, keys, "issuers"),
        attachments=_texts(reader, keys, "attachments"),
        copies_to=reader.text("copies-to", keys).rstrip(".。"),
        printed_by=reader.text("printed-by", keys),
    )
    return facts, words


def place_sheets(
    document: OfficialDocument, words: DocumentWording, blocks: Sequence[Block], positions: MappingOf[str, Position]
) -> tuple[OfficialDocument, Position | None, str]:
    """Return the document with the places where its attachments begin; else where, and for which, there is no heading.

    An attachment begins with a heading of level 2 that is its title, and ends where the next one begins.
    """
    places: list[int] = []
    headings = [
        (place, plain_text(block.content).strip())
        for place, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level == 2  # noqa: PLR2004  the level that `##` has
    ]
    for number, title in enumerate(words.attachments, 1):
        after = places[-1] if places else 0
        found = next((place for place, text in headings if place > after and text == title), None)
        if found is None:
            return document, positions.get(f"{_PREFIX}attachments.{number}"), title
        places.append(found)
    return replace(document, sheets=tuple(places)), None, ""


def _number(reader: FieldReader, keys: MappingOf[str, Entry]) -> DocumentNumber | None:
    form = _("the organ's code, the full year in 〔〕, the number without zeros: 云政办发〔2025〕6号")
    match = _NUMBER.fullmatch(reader.pattern("number", _NUMBER, form, keys))
    return DocumentNumber(code=match[1], year=int(match[2]), serial=int(match[3])) if match else None


def _printed(reader: FieldReader, keys: MappingOf[str, Entry], signed: date) -> date | None:
    value = reader.scalar("printed", keys)
    printed = read_day(reader.source, value)
    if value is not None and printed is not None and printed < signed:
        raise reader.source.error(
            _("`printed` is earlier than `signed`"),
            value.line,
            value.column,
            hint=_("a document is printed on the day it is signed, or later"),
        )
    return printed


def _texts(reader: FieldReader, keys: MappingOf[str, Entry], key: str) -> tuple[str, ...]:
    """Return the texts of a list; one text alone is a list of one."""
    entry = keys.get(key)
    if entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip()):
        return ()
    items = entry.value.items if isinstance(entry.value, Listing) else (entry.value,)
    texts: list[str] = []
    for number, item in enumerate(items, 1):
        if not isinstance(item, Scalar) or not item.text.strip():
            raise reader.source.error(
                _("{key} must be a list of texts").format(key=key),
                item.line,
                item.column,
                hint=_("write each on a line of its own: `- …`"),
            )
        reader.positions[f"{_PREFIX}{key}.{number}"] = reader.source.at(item.line, item.column)
        texts.append(reader.line(item))
    return tuple(texts)
