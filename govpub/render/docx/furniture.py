"""What stands before and after the text of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth

from govpub.render.docx.blocks import blocks, line
from govpub.render.docx.inlines import Marks, run
from govpub.render.docx.xml import Element, t, w
from govpub.render.furniture import embargo_line, fill, release_number_line, updated_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.render.docx.setting import Setting

__all__ = ["head", "masthead", "running_head", "tail", "top"]

_NARROW = 6000
"""Room in twips where a rule above the imprint would be one line too many beside those of the table."""


def top(setting: Setting) -> Iterator[Element]:
    """Yield what must be seen before anything else: that it is a draft, or under embargo."""
    for style, text in _notices(setting):
        yield line(style, text, setting)


def running_head(settings: list[Setting]) -> list[Element]:
    """Return the head of every page but the first: the notices again, since pages get parted; sites and number."""
    notices = [line("HeaderNotice", text, setting) for setting in settings for _style, text in _notices(setting)]
    if settings[0].preset.official:
        return notices
    return [*notices, *(masthead("Header", setting) for setting in settings)]


def _notices(setting: Setting) -> Iterator[tuple[str, str]]:
    release, phrases = setting.document.release, setting.rendition.phrases
    _ = phrases.gettext
    if release.draft:
        yield "DraftLine", _("DRAFT – NOT FOR PUBLICATION")
    if release.embargo is not None:
        yield "EmbargoLine", embargo_line(release.embargo, phrases)


def masthead(style: str, setting: Setting) -> Element:
    """Return the line of the site's name and the release's number."""
    marks = Marks(locale=setting.locale, strong=style == "Masthead" and not setting.locale.east_asian)
    number = release_number_line(setting.document.release.release_number, setting.rendition.phrases)
    rest = (run(marks, w("tab")), run(marks, t(number))) if number else ()
    return w("p", w("pPr", w("pStyle", val=style)), run(marks, t(setting.rendition.site.name)), *rest)


def head(setting: Setting) -> Iterator[tuple[str, list[Element]]]:
    """Yield what stands above the text, part by part with its name: headline, date and origin, summary, picture."""
    wording = setting.rendition.wording
    yield "title", [line("Title", wording.title, setting)]
    if wording.subtitle:
        yield "subtitle", [line("Subtitle", wording.subtitle, setting)]
    yield "date", [line("Date", _origin(setting), setting)]
    if wording.summary:
        yield "summary", [line("Summary", wording.summary, setting)]
    if wording.image is not None:
        yield "image", list(blocks((wording.image,), setting))


def tail(setting: Setting) -> Iterator[tuple[str, list[Element]]]:
    """Yield what stands below the text: whom to ask, keywords, and the imprint."""
    wording = setting.rendition.wording
    _ = setting.rendition.phrases.gettext
    if wording.contact:
        yield "contact", [line("Contact", fill(_("Contact: {contact}"), contact=wording.contact), setting)]
    imprint = [line("Imprint", text, setting) for text in _imprint(setting)]
    if imprint and setting.width >= _NARROW:
        imprint.insert(0, w("p", w("pPr", w("pStyle", val="Rule"))))
    if imprint:
        yield "imprint", imprint


def _origin(setting: Setting) -> str:
    wording, phrases = setting.rendition.wording, setting.rendition.phrases
    _ = phrases.gettext
    parts = (
        updated_line(setting.document.release.updated, phrases),
        fill(_("Source: {source}"), source=wording.source) if wording.source else "",
        fill(_("Author: {author}"), author=wording.author) if wording.author else "",
    )
    told = [part for part in parts if part]
    joined = _joint(setting).join(told)
    cell = setting.preset.small * (10 if setting.locale.east_asian else 9) // 2  # in twips; Latin letters are narrower
    return joined if wcswidth(joined) * cell <= setting.width else "\n".join(told)


def _joint(setting: Setting) -> str:
    return "｜" if setting.locale.east_asian else " | "


def _imprint(setting: Setting) -> Iterator[str]:
    """Yield the lines of the imprint: what the text is about, who answers for the site, its records."""
    site, _ = setting.rendition.site, setting.rendition.phrases.gettext
    keywords = ("；" if setting.locale.east_asian else "; ").join(setting.rendition.wording.keywords)
    rows = (
        (fill(_("Keywords: {keywords}"), keywords=keywords) if keywords else "",),
        (fill(_("Hosted by: {host}"), host=site.host) if site.host else "",),
        (fill(_("Website Operation and Maintenance: {operator}"), operator=site.operator) if site.operator else "",),
        (
            fill(_("Website Identification Code: {code}"), code=site.identification_code)
            if site.identification_code
            else "",
            site.icp,
        ),
        (site.security_record,),
        (site.url,),
    )
    for row in rows:
        if any(row):
            yield _joint(setting).join(text for text in row if text)
