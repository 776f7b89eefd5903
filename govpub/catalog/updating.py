"""Bringing the catalog of a domain up to its template, and compiling it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.catalog.languages import TARGET_LANGUAGE, languages_of
from govpub.locales import EN
from govpub.po import PoEntry, PoFile, new_po

if TYPE_CHECKING:
    from govpub.locales import Locale

__all__ = ["blank_catalog", "compile_mo", "update"]

_MSGIDS_IN = EN
"""The language of every msgid in code and templates."""
_NUMBER_OF_FORMS = re.compile(r"nplurals\s*=\s*([1-9])\s*;")


def blank_catalog(locale: Locale) -> PoFile:
    """Return a catalog of fixed strings for a locale that has none yet."""
    from babel.messages.plurals import get_plural  # noqa: PLC0415  a catalog is new only once

    return new_po(
        {
            "Project-Id-Version": "govpub",
            TARGET_LANGUAGE: locale.gettext_name,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": str(get_plural(locale.gettext_name)),
        }
    )


def update(template: PoFile, catalog: PoFile) -> PoFile:
    """Return `catalog` with the strings of `template`, in its order.

    Translations of the same string are kept with their comments and flags, obsolete ones revived; strings that are
    gone become obsolete, if they have a translation or a comment. Nothing is guessed. In a catalog of the language
    in which the strings are written, what is not translated stands for itself.

    Raises:
        CatalogError: the catalog's header names a language that govpub does not have.
    """
    own_language = languages_of(catalog)[1] is _MSGIDS_IN
    forms = _number_of_forms(catalog)
    known = {entry.key: entry for entry in catalog.entries}
    wanted = {entry.key: entry for entry in template.entries if not entry.obsolete}
    live = [_updated(entry, known.get(key), forms, own_language=own_language) for key, entry in wanted.items()]
    gone = [entry for entry in catalog.entries if entry.key not in wanted]
    resting = [entry for entry in gone if entry.obsolete]
    retired = [
        entry.replace(obsolete=True, references=())
        for entry in gone
        if not entry.obsolete and (any(entry.msgstr) or entry.comments)
    ]
    return catalog.replace_entries((*live, *resting, *retired))


def _updated(wanted: PoEntry, old: PoEntry | None, forms: int, *, own_language: bool) -> PoEntry:
    count = 1 if wanted.msgid_plural is None else forms
    entry = old if old is not None else PoEntry(msgctxt=wanted.msgctxt, msgid=wanted.msgid, msgstr=("",) * count)
    msgstr = entry.msgstr
    flags = tuple(dict.fromkeys((*(flag for flag in entry.flags if not _of_format(flag)), *wanted.flags)))
    previous = entry.previous_msgid_plural
    if entry.msgid_plural != wanted.msgid_plural and old is not None:
        # What it says is still of use, but a person must see to its forms.
        msgstr = (msgstr * count)[:count]
        if any(msgstr):
            flags = tuple(dict.fromkeys(("fuzzy", *flags)))
            previous = entry.msgid_plural
    if own_language and not any(msgstr):
        msgstr = _itself(wanted, count)
    return entry.replace(
        extracted=wanted.extracted,
        references=wanted.references,
        flags=flags,
        previous_msgid_plural=previous,
        msgid_plural=wanted.msgid_plural,
        msgstr=msgstr,
        obsolete=False,
    )


def _of_format(flag: str) -> bool:
    """Return whether xgettext sets the flag, and so the template decides on it."""
    return flag.endswith("-format")


def _itself(entry: PoEntry, count: int) -> tuple[str, ...]:
    plural = entry.msgid_plural if entry.msgid_plural is not None else entry.msgid
    return (entry.msgid, *(plural,) * (count - 1))


def _number_of_forms(file: PoFile) -> int:
    found = _NUMBER_OF_FORMS.match(file.headers.get("Plural-Forms", ""))
    return int(found[1]) if found is not None else 2


def compile_mo(file: PoFile) -> bytes:
    """Return the MO file of a catalog: what is translated and not fuzzy. The same catalog gives the same bytes."""
    import polib  # noqa: PLC0415  an installed govpub brings its catalogs compiled

    compiled = polib.MOFile()
    compiled.metadata = dict(file.headers)
    for entry in file.entries:
        if entry.obsolete or entry.fuzzy or not all(entry.msgstr):
            continue
        compiled.append(
            polib.MOEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=entry.msgstr[0])
            if entry.msgid_plural is None
            else polib.MOEntry(
                msgctxt=entry.msgctxt,
                msgid=entry.msgid,
                msgid_plural=entry.msgid_plural,
                msgstr_plural=dict(enumerate(entry.msgstr)),
            )
        )
    content: bytes = compiled.to_binary()
    return content
