"""The two languages that a catalog's header names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.errors import CatalogError, Position
from govpub.locales import EN, LOCALES, ZH_CN, Locale, counterpart, written_locale
from govpub.messages import _

if TYPE_CHECKING:
    from govpub.po import PoFile

__all__ = ["SOURCE_LANGUAGE", "TARGET_LANGUAGE", "languages_of", "require_languages", "sides_of"]

SOURCE_LANGUAGE = "X-Source-Language"
TARGET_LANGUAGE = "Language"


def languages_of(file: PoFile) -> tuple[Locale | None, Locale | None]:
    """Return source and target locale; None for one that the header does not name.

    Editors name the country, too, or the script: `en_US` and `zh_Hans` are read as `en` and `zh_CN`.

    Raises:
        CatalogError: the header names a language that govpub does not have.
    """
    return _language(file, SOURCE_LANGUAGE), _language(file, TARGET_LANGUAGE)


def sides_of(file: PoFile) -> tuple[Locale, Locale]:
    """Return source and target language: as the header names them, else as the texts look.

    Raises:
        CatalogError: the header names a language that govpub does not have.
    """
    source, target = languages_of(file)
    if source is None:
        texts = (entry.msgid for entry in file.entries if not entry.obsolete)
        source = counterpart(target) if target else _looks_like("".join(texts))
    return source, target or counterpart(source)


def require_languages(file: PoFile, *, source: Locale, target: Locale) -> None:
    """Do nothing where the header names these languages, or none.

    Raises:
        CatalogError: it names others: the catalog belongs to another article or another edition.
    """
    for found, wanted, name in zip(
        languages_of(file), (source, target), (SOURCE_LANGUAGE, TARGET_LANGUAGE), strict=True
    ):
        if found not in (None, wanted):
            raise CatalogError(
                _("the catalog's {name} is {found}, the article needs {wanted}").format(
                    name=name, found=found, wanted=wanted
                ),
                at=_place(file),
                hint=_("give the article the catalog of its own language, or correct the header"),
            )


def _looks_like(text: str) -> Locale:
    # One Han character carries about as much as a short English word of five letters.
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    latin = sum(character.isascii() and character.isalpha() for character in text)
    return ZH_CN if 5 * han > latin else EN


def _language(file: PoFile, name: str) -> Locale | None:
    value = file.headers.get(name, "")
    if not value:
        return None
    locale = written_locale(value)
    if locale is not None:
        return locale
    raise CatalogError(
        _("no such language in {name}: {value}").format(name=name, value=ascii(value[:40])),
        at=_place(file),
        hint=_("use one of {known}").format(known=", ".join(locale.gettext_name for locale in LOCALES)),
    )


def _place(file: PoFile) -> Position:
    return Position(file.path, file.header.line or None if file.header is not None else None)
