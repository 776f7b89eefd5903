"""The fixed strings as they are used: in releases (`phrases`) and by the commands (`cli_translations`).

This module loads nothing but the standard library until it must: every command of a Chinese user begins here.
"""

from __future__ import annotations

import gettext
import io
import struct
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.locales import LOCALES
from govpub.model.release import Phrases
from govpub.resources import locales_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from govpub.locales import Locale

__all__ = ["cli_translations", "phrases"]


def phrases(locale: Locale, overlays: Sequence[str] = ()) -> Phrases:
    """Return the fixed strings of a release: the shipped ones, under the PO texts of an office, the last on top.

    Fuzzy and empty translations are not used.

    Raises:
        CatalogError: an overlay breaks the PO format.
    """
    return _phrases(locale, tuple(overlays))


@lru_cache(maxsize=16)
def _phrases(locale: Locale, overlays: tuple[str, ...]) -> Phrases:
    shipped = _catalog_path(locale, "ui.po")
    texts = [shipped.read_text(encoding="utf-8")] if shipped.is_file() else []
    wordings = {msgid: wording for text in (*texts, *overlays) for msgid, wording in _final(text)}
    return Phrases(entries=MappingProxyType(wordings))


def _final(text: str) -> Iterator[tuple[str, str]]:
    from govpub.po import parse_po  # noqa: PLC0415  the commands' own strings are compiled

    for entry in parse_po(text).entries:
        if not entry.obsolete and not entry.fuzzy and entry.msgctxt is None and entry.msgstr[0]:
            yield entry.msgid, entry.msgstr[0]


def cli_translations(language: str) -> gettext.NullTranslations:
    """Return what the commands say in `language` (`zh_CN`, `zh-CN`); English where there is no such catalog.

    The compiled catalog is read if it is there; in a checkout that has none, the catalog itself is compiled.
    """
    for locale in LOCALES:
        if language in (locale.tag, locale.gettext_name):
            return _compiled(_catalog_path(locale, "cli.mo")) or _from_catalog(_catalog_path(locale, "cli.po"))
    return gettext.NullTranslations()


def _compiled(path: Path) -> gettext.NullTranslations | None:
    try:
        return gettext.GNUTranslations(io.BytesIO(path.read_bytes()))
    except (OSError, UnicodeDecodeError, struct.error):
        return None


def _from_catalog(path: Path) -> gettext.NullTranslations:
    if not path.is_file():
        return gettext.NullTranslations()
    from govpub.catalog.updating import compile_mo  # noqa: PLC0415  only where nothing was compiled
    from govpub.po import parse_po  # noqa: PLC0415  same

    return gettext.GNUTranslations(io.BytesIO(compile_mo(parse_po(path.read_text(encoding="utf-8"), path))))


def _catalog_path(locale: Locale, name: str) -> Path:
    return locales_folder() / locale.gettext_name / "LC_MESSAGES" / name
