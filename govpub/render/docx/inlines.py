"""Runs of text: inline nodes → `w:r`, `w:hyperlink` and drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, assert_never

from govpub.locales import counterpart
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
)
from govpub.render.docx.pictures import drawing
from govpub.render.docx.styles import PENDING_COLOURS
from govpub.render.docx.xml import Element, is_a, linked, t, unwrapped, w
from govpub.render.furniture import fill
from govpub.render.links import is_link_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.locales import Locale
    from govpub.model.inline import Inline
    from govpub.render.docx.setting import Setting

__all__ = ["Marks", "plain_runs", "run", "runs"]

_PENDING = re.compile("(〖[^〖〗]*〗)")
_ABSOLUTE = re.compile(r"(?i)(?:https?://|mailto:|tel:)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How characters are set."""

    locale: Locale
    strong: bool = False
    emphasis: bool = False
    style: str = ""
    """A character style."""
    size: int = 0
    """In half points; 0 for that of the paragraph's style."""
    shade: str = ""
    """The character style of text that is pending, whose colour shows under any other style."""


def runs(  # noqa: C901  one case for each kind of node
    content: tuple[Inline, ...], setting: Setting, marks: Marks
) -> Iterator[Element]:
    """Yield what stands in a paragraph."""
    for node in content:
        match node:
            case Text():
                yield run(marks, *_text(node.text))
            case Strong():
                yield from runs(node.content, setting, replace(marks, strong=True))
            case Emphasis():
                yield from runs(node.content, setting, replace(marks, emphasis=True))
            case CodeSpan():
                yield from runs(node.content, setting, replace(marks, style="HTMLCode"))
            case Link():
                yield from _link(node, setting, marks)
            case Picture():
                yield from _picture(node, setting, marks)
            case FootnoteReference():
                yield from _footnote_mark(node, setting, marks)
            case LineBreak():
                yield run(marks, w("br"))
            case Pending():
                yield from _pending(node, setting, marks)
            case _:
                assert_never(node)


def plain_runs(text: str, setting: Setting, marks: Marks) -> Iterator[Element]:
    """Yield the runs of a text without markup; in a draft, what is open in it, 〖…〗, is marked."""
    for piece in _PENDING.split(text) if setting.document.release.draft else (text,):
        if _PENDING.fullmatch(piece):
            yield run(replace(marks, style="Untranslated", shade="Untranslated"), *_text(piece))
        elif piece:
            yield run(marks, *_text(piece))


def run(marks: Marks, *content: Element) -> Element:
    """Return one run."""
    return f"<w:r>{_run_properties(marks)}{''.join(content)}</w:r>"


@cache
def _run_properties(marks: Marks) -> Element:
    """Return how the characters of a run are set.

    `hint` gives characters that both scripts have (“ ” … — ·) to the East Asian font (ECMA-376-1, 17.3.2.26).
    """
    east_asian = marks.locale.east_asian
    language = w("lang", val="en-US", eastAsia=marks.locale.word) if east_asian else w("lang", val=marks.locale.word)
    return w(
        "rPr",
        w("rStyle", val=marks.style) if marks.style else None,
        w("rFonts", hint="eastAsia") if east_asian else None,
        w("b") if marks.strong else None,
        w("bCs") if marks.strong else None,
        w("i") if marks.emphasis and not east_asian else None,
        w("iCs") if marks.emphasis and not east_asian else None,
        w("sz", val=marks.size) if marks.size else None,
        w("szCs", val=marks.size) if marks.size else None,
        w("shd", val="clear", color="auto", fill=PENDING_COLOURS[marks.shade]) if marks.shade else None,
        # Chinese emphasis is a dot under each character (W3C clreq, 5.4.1); slanted Chinese is a mistake.
        w("em", val="underDot") if marks.emphasis and east_asian else None,
        language,
    )


def _text(text: str) -> Iterator[Element]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield w("br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                yield w("tab")
            if piece:
                yield t(piece)


def _link(link: Link, setting: Setting, marks: Marks) -> Iterator[Element]:
    if not (_ABSOLUTE.match(link.href) and is_link_target(link.href)):
        # A document travels alone: an address relative to the page leads nowhere from it.
        yield from runs(link.content, setting, marks)
        return
    inside = runs(link.content, setting, replace(marks, style="Hyperlink"))
    # A hyperlink may not stand inside another (ECMA-376-1, 17.16.22).
    flat = (unwrapped(each) if is_a("hyperlink", each) else each for each in inside)
    yield linked("hyperlink", *flat, relationship=setting.part.link(link.href), history=1)


def _picture(picture: Picture, setting: Setting, marks: Marks) -> Iterator[Element]:
    asset = setting.document.release.assets.get(picture.path)
    if asset is None:
        _ = setting.rendition.phrases.gettext
        yield run(marks, t(fill(_("Image not available: {alt}"), alt=picture.alt)))
        return
    yield run(marks, drawing(asset, picture.alt, setting))


def _pending(pending: Pending, setting: Setting, marks: Marks) -> Iterator[Element]:
    # Brackets as well as colour: they stay when the text is printed in black or pasted elsewhere.
    style = "Unconfirmed" if pending.fuzzy else "Untranslated"
    locale = marks.locale if pending.fuzzy else counterpart(setting.locale)
    inner = replace(marks, locale=locale, shade=style, style=marks.style or style)
    yield run(inner, t("〖"))
    yield from runs(pending.content, setting, inner)
    yield run(inner, t("〗"))


def _footnote_mark(reference: FootnoteReference, setting: Setting, marks: Marks) -> Iterator[Element]:
    referenced, key = setting.document.referenced, (setting.notes_tag, reference.label)
    mark = replace(marks, style="FootnoteReference", strong=False, emphasis=False)
    number = referenced.get(key)
    if setting.kind == "note":
        yield run(mark, t(str(number or reference.label)))  # Word has no footnotes of footnotes
    elif number is not None:
        yield w("hyperlink", run(mark, t(str(number))), anchor=f"note_{number}", history=1)
    else:
        number = referenced[key] = len(referenced) + 1
        yield w("bookmarkStart", id=number, name=f"note_{number}")
        yield run(mark, w("footnoteReference", id=number))
        yield w("bookmarkEnd", id=number)
