"""The two languages of a release, as traits. Ask a locale for a trait, never for its name."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from govpub.errors import InputError
from govpub.messages import _

__all__ = ["EN", "LOCALES", "ZH_CN", "Locale", "counterpart", "locale_of", "written_locale"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """What differs between languages when text is split, joined, measured and set."""

    tag: str
    """BCP 47 tag, as in `lang` attributes, front matter and file names."""
    gettext_name: str
    """The name of its folder under `locales/` and in a PO header's Language field."""
    open_graph: str
    """The form that Open Graph and DOCX settings of territory want: language_TERRITORY."""
    word: str
    """The BCP 47 tag that Word uses for proofing."""
    endonym: str
    """The language's name in itself, for the link to the other edition."""
    spaces_words: bool
    """Whether words, and so joined sentences, have a space between them."""
    wide_ambiguous: bool
    """Whether characters of East Asian Width A (“ ” — …) fill two display cells (UAX 11)."""
    indents_paragraphs: bool
    """Whether a paragraph opens with an indent of two characters (W3C clreq) instead of a gap above it."""
    east_asian: bool
    """Whether text is set in the East Asian font slot, with line-start and line-end rules (W3C clreq)."""
    quotes: tuple[str, str, str, str]
    """Outer opening and closing, inner opening and closing quotation mark."""
    sentence_ends: str
    """Marks that can end a sentence."""

    @property
    def joint(self) -> str:
        """Return what stands between two sentences when they are joined."""
        return " " if self.spaces_words else ""

    def __str__(self) -> str:
        """Return the BCP 47 tag."""
        return self.tag


# Quotes: GB/T 15834-2011 4.8 for Chinese; the same glyphs in (US) English, in another font.
ZH_CN = Locale(
    tag="zh-CN",
    gettext_name="zh_CN",
    open_graph="zh_CN",
    word="zh-CN",
    endonym="中文",
    spaces_words=False,
    wide_ambiguous=True,
    indents_paragraphs=True,
    east_asian=True,
    quotes=("“", "”", "‘", "’"),
    sentence_ends="。！？…",
)
EN = Locale(
    tag="en",
    gettext_name="en",
    open_graph="en_US",
    word="en-US",
    endonym="English",
    spaces_words=True,
    wide_ambiguous=False,
    indents_paragraphs=False,
    east_asian=False,
    quotes=("“", "”", "‘", "’"),
    sentence_ends=".!?…",
)

LOCALES: tuple[Locale, ...] = (ZH_CN, EN)


def locale_of(tag: str) -> Locale:
    """Return the locale with this tag, in BCP 47 or gettext form (`zh-CN`, `zh_CN`, `en`).

    Raises:
        InputError: the tag is not one of govpub's languages.
    """
    for locale in LOCALES:
        if tag in (locale.tag, locale.gettext_name):
            return locale
    known = ", ".join(locale.tag for locale in LOCALES)
    raise InputError(_("no such language: {tag}").format(tag=tag), hint=_("use one of {known}").format(known=known))


@functools.lru_cache(maxsize=256)
def written_locale(tag: str) -> Locale | None:
    """Return the locale that another program means by a tag; None for a language that govpub does not have.

    Programs name the country, too, or the script, with hyphens or not, in small letters or not: `en_US` and
    `ZH-Hans-CN` are read as `en` and `zh-CN`; `zh-TW` is another language in another script.
    """
    subtags = tag.replace("-", "_").lower().split("_")
    for locale in LOCALES:
        language, *territory = locale.gettext_name.lower().split("_")
        narrowed = {*territory, "hans"} if territory else set(subtags)
        if subtags[0] == language and narrowed.issuperset(subtags[1:]):
            return locale
    return None


def counterpart(locale: Locale) -> Locale:
    """Return the language into which text of `locale` is translated."""
    return EN if locale is ZH_CN else ZH_CN
