"""How complete a catalog of fixed strings is, and which of its translations would break a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.errors import Position
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from govpub.po import PoEntry, PoFile

__all__ = ["CatalogStatus", "UiFault", "catalog_status", "ui_faults"]

_FIELD = re.compile(r"\{([^{}]*)\}")
# The fields of one date or place in several forms: a language uses the form it needs.
_FORMS_OF_ONE: Mapping[str, str] = {
    "hour24": "hour",
    "month_name": "month",
    "month_abbreviation": "month",
    "PLACE": "place",
    "unpadded": "serial",
}
# What a release offers beyond the fields that the msgid uses: English has no letters of the issuing office.
_OFFERED: Mapping[str, tuple[str, ...]] = {"Document No. {serial} [{year}]": ("code",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogStatus:
    """The strings of a catalog, counted."""

    translated: int
    fuzzy: int
    untranslated: int
    """Strings of the catalog, and of its template, that have no translation."""
    obsolete: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UiFault:
    """A translation whose `{fields}` are not those of its msgid."""

    entry: PoEntry
    missing: tuple[str, ...]
    """Fields that the translation has lost."""
    unknown: tuple[str, ...]
    """Fields of the translation that nothing will fill in."""
    at: Position

    @property
    def message(self) -> str:
        """Return what is wrong, in the user's language."""
        parts = []
        if self.missing:
            parts.append(_("the translation lacks {fields}").format(fields=_listed(self.missing)))
        if self.unknown:
            parts.append(_("the translation has {fields} of its own").format(fields=_listed(self.unknown)))
        return "; ".join(parts)


def catalog_status(file: PoFile, template: PoFile | None = None, *, shipped: Container[str] = ()) -> CatalogStatus:
    """Count the entries of `file`; with a template, what the file lacks of it is untranslated.

    A blank entry whose msgid is in `shipped` is not counted: the wording that ships with govpub stands for it.
    """
    entries = [entry for entry in file.entries if not entry.obsolete]
    live = [entry for entry in entries if all(entry.msgstr) or entry.msgid not in shipped]
    keys = {entry.key for entry in entries}
    lacking = sum(entry.key not in keys for entry in template.entries) if template is not None else 0
    written = [entry for entry in live if all(entry.msgstr)]
    fuzzy = sum(entry.fuzzy for entry in written)
    return CatalogStatus(
        translated=len(written) - fuzzy,
        fuzzy=fuzzy,
        untranslated=len(live) - len(written) + lacking,
        obsolete=len(file.entries) - len(entries),
    )


def ui_faults(file: PoFile) -> tuple[UiFault, ...]:
    """Return the translations, fuzzy ones apart, whose fields differ from their msgid's, in file order.

    A field may stand in another of its forms (`{hour24}` for `{hour}`). Of a plural entry, a form may leave out what
    the singular leaves out.
    """
    return tuple(
        fault
        for entry in file.entries
        if not entry.obsolete and not entry.fuzzy
        for fault in _faults(entry, Position(file.path, entry.line or None))
    )


def _faults(entry: PoEntry, at: Position) -> Iterator[UiFault]:
    singular = _fields(entry.msgid)
    plural = _fields(entry.msgid_plural) if entry.msgid_plural is not None else singular
    required = {form for form in singular if form in plural}
    known = {*singular, *plural, *_OFFERED.get(entry.msgid, ())}
    for text in filter(None, entry.msgstr):
        found = _fields(text)
        missing = tuple(singular[form] for form in singular if form in required and form not in found)
        unknown = tuple(name for form, name in found.items() if form not in known)
        if missing or unknown:
            yield UiFault(entry=entry, missing=missing, unknown=unknown, at=at)


def _fields(text: str) -> dict[str, str]:
    """Return the fields of `text`, each under the name that all its forms share; an odd brace is a field, too."""
    fields = {_FORMS_OF_ONE.get(name, name): name for name in _FIELD.findall(text)}
    fields.update({brace: brace for brace in _FIELD.sub("", text) if brace in "{}"})
    return fields


def _listed(fields: tuple[str, ...]) -> str:
    return ", ".join(name if name in ("{", "}") else f"{{{name}}}" for name in fields)
