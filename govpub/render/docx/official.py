"""What an official document has around its text, as GB/T 9704-2012 places it; a seal is never drawn."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from govpub.render.docx.blocks import figures, framed, line, paragraph
from govpub.render.docx.inlines import Marks, plain_runs, run
from govpub.render.docx.style_table import LATIN_BOLD
from govpub.render.docx.titles import ems
from govpub.render.docx.xml import Element, t, w
from govpub.render.furniture import fill, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from govpub.model.document import OfficialDocument
    from govpub.render.docx.setting import Setting

__all__ = ["Place", "document_head", "document_tail", "imprint", "red_head", "sheet_head"]

Place: TypeAlias = Literal["page", "above", "below", "cell"]
"""Where something stands: alone on its page, above or below that of the other language, or beside it."""
_MARK_TOP = 1984
"""From the top of the text area to that of the issuing organ's mark, in twips: 35 mm (7.2.4)."""
_MARK_SIZES = range(44, 104)
"""Of the mark, in half points: the standard leaves it to the office; size 2 is that of the title."""
_OUTER, _INNER = 20, 14
"""Rules of 0.35 mm and 0.25 mm (7.4.1), in twips."""
_BETWEEN_MARKS = 80
_CELL_ROOM = 120
_LETTER = 0.52
"""An em's share that a bold letter of Times New Roman takes, on average."""


def red_head(settings: Sequence[Setting], *, below: int) -> Iterator[Element]:
    """Yield the head of the first page, 7.2: the mark, two lines below it the number, 4 mm below that the red rule.

    `below` is the room under the rule beyond what the title asks for, in twips.
    """
    if settings[0].document.release.document is None:
        return
    before = _MARK_TOP
    for setting in settings:
        for name in _marks_of(setting):
            yield _mark(name, setting, before)
            before = _BETWEEN_MARKS
    before = 2 * settings[0].preset.pitch
    for setting in settings:
        if number := _number(setting):
            yield _line("DocumentNumber", number, setting, _lines(setting, before))
            before = 0
    yield paragraph("RedRule", (), w("spacing", after=below))


def document_head(setting: Setting, place: Place = "page") -> Iterator[tuple[str, list[Element]]]:
    """Yield what stands above the text: title, subtitle, addressee, picture."""
    wording = setting.rendition.wording
    yield "title", [line("Title", wording.title, setting, *_title_room(setting, place))]
    if wording.subtitle:
        yield "subtitle", [line("Subtitle", wording.subtitle, setting)]
    words = wording.document
    if words is not None and words.addressee:
        _ = setting.rendition.phrases.gettext
        text = fill(_("{addressee}:"), addressee=words.addressee)
        yield "addressee", [_line("Addressee", text, setting, _lines(setting))]
    if wording.image is not None:
        yield "image", list(figures([(wording.image, setting)]))


def document_tail(setting: Setting, place: Place = "page") -> Iterator[tuple[str, list[Element]]]:
    """Yield what stands below the text: the list of attachments, signature and date, whom to ask."""
    wording, facts = setting.rendition.wording, setting.document.release.document
    words = wording.document
    if facts is not None and words is not None:
        if words.attachments:
            yield (
                "attachments",
                list(_attachment_note(words.attachments, setting, 0 if place == "below" else setting.preset.pitch)),
            )
        yield "signature", list(_signature(facts, setting, place))
    if wording.contact:
        _ = setting.rendition.phrases.gettext
        text = fill(_("(Contact: {contact})"), contact=wording.contact)
        yield "contact", [_line("DocumentNote", text, setting, _lines(setting))]


def sheet_head(number: int, setting: Setting, *properties: Element) -> Iterator[tuple[str, list[Element]]]:
    """Yield the head of attachment `number`, counted from 1: 附件1, and its title in the third line (7.3.7).

    `properties` are those of its first paragraph.
    """
    words = setting.rendition.wording.document
    assert words is not None
    _ = setting.rendition.phrases.gettext
    single = len(words.attachments) == 1
    label = _("Attachment") if single else fill(_("Attachment {number}"), number=str(number))
    yield "label", [_line("AttachmentLabel", label, setting, *properties)]
    yield "title", [line("AttachmentTitle", words.attachments[number - 1], setting)]


def imprint(settings: Sequence[Setting]) -> Iterator[Element]:
    """Yield the foot of the last page, 版记 (7.4), whose last rule is the lower edge of the text area."""
    facts = settings[0].document.release.document
    if facts is None:
        return
    groups = [group for setting in settings if (group := list(_imprint_lines(setting, facts)))]
    if not groups:
        return
    elements = [_rule(_OUTER)]
    for element in chain.from_iterable(groups):
        elements += [element, _rule(_INNER)]
    elements[-1] = _rule(_OUTER)
    yield from framed(elements, settings[0].preset)


def _imprint_lines(setting: Setting, facts: OfficialDocument) -> Iterator[Element]:
    words = setting.rendition.wording.document
    assert words is not None
    _ = setting.rendition.phrases.gettext
    em = setting.preset.imprint * 10
    if words.copies_to:
        text = fill(_("Copies to: {copies_to}."), copies_to=words.copies_to)
        hanging = 3 * em if setting.locale.east_asian else 0
        indent = w("ind", left=em + hanging, right=em, hanging=hanging)
        yield _line("DocumentFoot", text, setting, indent)
    if words.printed_by or facts.printed:
        printed = fill(_("Printed on {date}"), date=_date(facts.printed, setting)) if facts.printed else ""
        marks = Marks(locale=setting.locale)
        told = [*plain_runs(words.printed_by, setting, marks)]
        if _letters(words.printed_by + printed, setting) > setting.preset.text_width / em - 3:
            told.append(run(marks, w("br")))
        right = w("tabs", w("tab", val="right", pos=setting.preset.text_width - em))
        content = [*told, run(marks, w("tab")), run(marks, t(printed))]
        yield paragraph("DocumentFoot", content, right, w("ind", left=em))


def _rule(height: int) -> Element:
    """Return a paragraph that is nothing but a rule: a low line on a black ground.

    Of paragraphs with borders LibreOffice makes no frame.
    """
    ground = w("shd", val="clear", color="auto", fill="000000")
    return paragraph("DocumentFoot", (), ground, w("spacing", line=height, lineRule="exact"))


def _marks_of(setting: Setting) -> tuple[str, ...]:
    letterhead = setting.rendition.letterhead
    return (letterhead.mark,) if letterhead.mark else _issuers(setting)


def _issuers(setting: Setting) -> tuple[str, ...]:
    words, issuer = setting.rendition.wording.document, setting.rendition.letterhead.issuer
    if words is not None and words.issuers:
        return words.issuers
    return (issuer,) if issuer else ()


def _mark(name: str, setting: Setting, before: int) -> Element:
    """Return the issuing organ's mark, as large as one line of the text area can hold it."""
    preset, east_asian = setting.preset, setting.locale.east_asian
    width = max(1.0, _letters(name, setting))
    size = min(max(int(preset.text_width / 10 / width), _MARK_SIZES.start), _MARK_SIZES.stop)
    marks = Marks(locale=setting.locale, strong=not east_asian, size=size)
    lines = w("spacing", before=before, line=size * 10 if east_asian else size * 23 // 2, lineRule="exact")
    return paragraph("DocumentMark", plain_runs(name, setting, marks), lines)


def _number(setting: Setting) -> str:
    facts = setting.document.release.document
    if facts is None or facts.number is None:
        return ""
    number, _ = facts.number, setting.rendition.phrases.gettext
    return fill(_("Document No. {serial} [{year}]"), code=number.code, year=str(number.year), serial=str(number.serial))


def _attachment_note(titles: tuple[str, ...], setting: Setting, before: int) -> Iterator[Element]:
    """Yield the list of attachments, one line below the text and two characters in; no mark ends a title (7.3.4)."""
    preset, _ = setting.preset, setting.rendition.phrases.gettext
    em, east_asian = preset.em, setting.locale.east_asian
    label = _("Attachment:") if len(titles) == 1 else _("Attachments:")
    marks = Marks(locale=setting.locale)
    room = _lines(setting, before)
    if not east_asian:
        yield from _latin_attachment_note(label, titles, setting, room)
        return
    width = int(ems(label) * em)
    number = em * 3 // 2 if len(titles) > 9 else em  # noqa: PLR2004  two digits
    left = 2 * em + width + (number if len(titles) > 1 else 0)
    for place, title in enumerate(titles, 1):
        content = list(plain_runs(title, setting, marks))
        hanging = number if place > 1 else left - 2 * em
        if len(titles) > 1:
            content[:0] = [run(marks, t(f"{place}.")), run(marks, w("tab"))]
        if place == 1:
            content.insert(0, run(marks, t(label)))
        indent = w("ind", left=left, hanging=hanging, firstLineChars=0)
        yield paragraph("AttachmentNote", content, indent, *([room] if place == 1 else []))


def _latin_attachment_note(label: str, titles: tuple[str, ...], setting: Setting, room: Element) -> Iterator[Element]:
    """Yield the list below its label, since letters have no common width by which to hang it out."""
    em = setting.preset.em
    if len(titles) == 1:
        yield _line("AttachmentNote", f"{label} {titles[0]}", setting, room, w("ind", left=2 * em))
        return
    yield _line("AttachmentNote", label, setting, room, w("ind", left=2 * em))
    marks = Marks(locale=setting.locale)
    number = em * 3 // 2
    for place, title in enumerate(titles, 1):
        content = [run(marks, t(f"{place}.")), run(marks, w("tab")), *plain_runs(title, setting, marks)]
        indent = w("ind", left=2 * em + number, hanging=number, firstLineChars=0)
        yield paragraph("AttachmentNote", content, indent, _lines(setting))


def _signature(facts: OfficialDocument, setting: Setting, place: Place) -> Iterator[Element]:
    """Yield issuer and date, one below the other (7.3.5)."""
    preset, issuers = setting.preset, _issuers(setting)
    day = _date(facts.signed, setting)
    # A seal stands half above the signature, less than one line below the text: two lines are left free for it.
    before = (2 if facts.sealed and place != "below" else 1) * preset.pitch
    for number, text in enumerate((*issuers, day)):
        lines = _lines(setting, 0 if number else before)
        if setting.locale.east_asian:
            right = _right_indent(text, day, issuers, setting, sealed=facts.sealed)
            indent = w("ind", right=right, rightChars=right * 100 // preset.em, firstLineChars=0, firstLine=0)
            yield _line("Signature", text, setting, lines, indent)
        else:
            # Letters have no common width: both lines have their middle in the right half of the text.
            indent = w("ind", left=setting.width * 2 // 5, firstLineChars=0, firstLine=0)
            yield _line("Signature", text, setting, lines, indent, w("jc", val="center"))


def _right_indent(text: str, day: str, issuers: tuple[str, ...], setting: Setting, *, sealed: bool) -> int:
    """Return how far from the right edge a line of the signature ends, in twips.

    With a seal the date ends four characters from the edge and each issuer has its middle above the date's. Without
    one, the longer of the two ends two characters from the edge, and the date begins two characters after the issuer.
    """
    em = setting.preset.em
    own, date_width = _width(text, em), _width(day, em)
    longest = max((_width(issuer, em) for issuer in issuers), default=0)
    if sealed:
        middle = max(4 * em + date_width // 2, longest // 2)
        return max(0, middle - own // 2)
    date_right = max(2 * em, longest - date_width)
    right = date_right if text == day else date_right + date_width + 2 * em - longest + (longest - own)
    return max(0, right if longest else 2 * em)


def _lines(setting: Setting, before: int = 0) -> Element:
    preset = setting.preset
    return w(
        "spacing",
        before=before,
        line=preset.pitch if setting.locale.east_asian else preset.latin_pitch,
        lineRule="exact",
    )


def _title_room(setting: Setting, place: Place) -> list[Element]:
    preset = setting.preset
    line = preset.title_pitch if setting.locale.east_asian else preset.title_pitch * 4 // 5
    match place:
        case "page":
            room = {"before": 2 * preset.pitch, "after": preset.pitch}
        case "above":
            room = {"before": preset.pitch, "after": preset.pitch // 2}
        case "below":
            room = {"before": 0, "after": preset.pitch}
        case "cell":
            room = {"before": _CELL_ROOM, "after": _CELL_ROOM}
        case _:
            assert_never(place)
    return [w("spacing", **room, line=line, lineRule="exact")]


def _letters(text: str, setting: Setting) -> float:
    """Return about how many ems a text takes in one line."""
    return ems(text) if setting.locale.east_asian else len(text) * _LETTER


def _width(text: str, em: int) -> int:
    return int(ems(text) * em)


def _date(day: date, setting: Setting) -> str:
    return long_date(datetime(day.year, day.month, day.day, tzinfo=UTC), setting.rendition.phrases)


def _line(style: str, text: str, setting: Setting, *properties: Element) -> Element:
    marks = Marks(locale=setting.locale, strong=style in LATIN_BOLD and not setting.locale.east_asian)
    return paragraph(style, plain_runs(text, setting, marks), *properties)
