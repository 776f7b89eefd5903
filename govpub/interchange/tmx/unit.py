"""What a TMX file holds.

A file of a million units makes three million of these values: they are named tuples, which are made in a third of
the time of a frozen dataclass.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from govpub.locales import Locale, written_locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ALL_LANGUAGES", "TmxPair", "TmxUnit", "TmxVariant", "pairs_of"]

ALL_LANGUAGES = "*all*"
"""What stands for a source language where every variant may be the source."""


_NONE: Mapping[str, str] = MappingProxyType({})


class TmxVariant(NamedTuple):
    """The text of a unit in one language (`tuv`)."""

    language: str
    """The tag as the file has it: `zh-CN`, `ZH`, `en_us`."""
    text: str
    """With numbered placeholders (`<1>…</1>`, `<2/>`) for inline markup; the same number in every variant."""
    attributes: Mapping[str, str] = _NONE
    """All that the element says of itself, `xml:lang` too where it was read."""
    props: tuple[tuple[str, str], ...] = ()
    """Type and value."""
    notes: tuple[str, ...] = ()


class TmxUnit(NamedTuple):
    """One text in several languages (`tu`)."""

    variants: tuple[TmxVariant, ...]
    source_language: str = ALL_LANGUAGES
    """The tag of the language that was translated, by the unit or else the file."""
    attributes: Mapping[str, str] = _NONE
    """All that the element says of itself: `tuid`, `creationdate`, `changeid` …"""
    line: int = 0
    """Where it stands in the file, counted from 1; 0 for one that was not read."""
    props: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return its `tuid`; empty where it has none."""
        return self.attributes.get("tuid", "")

    @property
    def values(self) -> Mapping[str, str]:
        """Return the properties by type, the unit's own before its variants'; of one type the first."""
        found: dict[str, str] = {}
        for props in (self.props, *(variant.props for variant in self.variants)):
            for type_, value in props:
                found.setdefault(type_, value)
        return found


class TmxPair(NamedTuple):
    """A source text and its translation, in two of govpub's languages."""

    source: TmxVariant
    target: TmxVariant
    source_locale: Locale
    target_locale: Locale


def pairs_of(unit: TmxUnit) -> Iterator[TmxPair]:
    """Yield the text of the unit with each of its translations, then its other wordings with the first of them.

    The source is in the unit's source language; where that is another one, or may be any, in the language of the first
    variant that govpub has a language for. A unit without texts in two of govpub's languages yields nothing.
    """
    known = [(variant, locale) for variant in unit.variants if (locale := written_locale(variant.language))]
    if not known:
        return
    named = written_locale(unit.source_language)
    source_locale = named if named is not None and any(locale is named for _variant, locale in known) else known[0][1]
    sources = [variant for variant, locale in known if locale is source_locale]
    targets = [(variant, locale) for variant, locale in known if locale is not source_locale]
    for target, target_locale in targets:
        yield TmxPair(sources[0], target, source_locale, target_locale)
    for source in sources[1:]:
        for target, target_locale in targets[:1]:
            yield TmxPair(source, target, source_locale, target_locale)
