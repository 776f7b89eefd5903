"""Edits of a glossary file, a term at a time; all that is not touched stays as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govpub.errors import GlossaryError, Position
from govpub.glossary.termbase import term_entry, term_of
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govpub.model.term import Term
    from govpub.po import PoEntry, PoFile

__all__ = ["TermImport", "add_term", "edit_term", "import_terms", "remove_term"]


class TermImport(NamedTuple):
    """A glossary file with terms taken in."""

    file: PoFile
    added: int
    changed: int
    same: int
    """Terms that said already what the import says."""


def add_term(file: PoFile, term: Term) -> PoFile:
    """Return the file with `term` behind all others.

    Raises:
        GlossaryError: the term is there already, or cannot be written.
    """
    at = _place(file, term.source, term.sense)
    if at is None:
        return file.replace_entries((*file.entries, term_entry(term)))
    old = file.entries[at]
    if not old.obsolete:
        raise GlossaryError(
            _("the glossary has this term already: {term}").format(term=_name(term.source, term.sense)),
            at=Position(file.path, old.line or None),
            hint=_("edit it, or give the new one a sense of its own"),
        )
    return file.replace_entries((*file.entries[:at], *file.entries[at + 1 :], term_entry(term)))


def edit_term(file: PoFile, term: Term) -> PoFile:
    """Return the file with `term` in place of the one of its source and sense; its comments and flags stay.

    Raises:
        GlossaryError: there is no such term, or the new one cannot be written.
    """
    at = _existing(file, term.source, term.sense)
    entries = list(file.entries)
    entries[at] = _changed(entries[at], term)
    return file.replace_entries(entries)


def remove_term(file: PoFile, source: str, sense: str = "") -> PoFile:
    """Return the file without the term of this source and sense.

    Raises:
        GlossaryError: there is no such term.
    """
    at = _existing(file, source, sense)
    return file.replace_entries((*file.entries[:at], *file.entries[at + 1 :]))


def import_terms(file: PoFile, terms: Iterable[Term]) -> TermImport:
    """Return the file with these terms, and how many of them were added, changed, and the same as before.

    Raises:
        GlossaryError: a term cannot be written, or a term of the file breaks its format.
    """
    entries = list(file.entries)
    places = {(entry.msgctxt or "", entry.msgid): at for at, entry in enumerate(entries)}
    added = changed = same = 0
    for term in terms:
        at = places.get((term.sense, term.source))
        if at is None:
            places[term.sense, term.source] = len(entries)
            entries.append(term_entry(term))
            added += 1
        elif not entries[at].obsolete and not entries[at].fuzzy and _says(entries[at], term, file):
            same += 1
        else:
            entries[at] = _changed(entries[at], term).replace(obsolete=False)
            changed += 1
    return TermImport(file.replace_entries(entries), added, changed, same)


def _says(entry: PoEntry, term: Term, file: PoFile) -> bool:
    return term_entry(term_of(entry, file.path)) == term_entry(term)


def _changed(entry: PoEntry, term: Term) -> PoEntry:
    made = term_entry(term)
    return entry.replace(
        extracted=made.extracted,
        msgctxt=made.msgctxt,
        msgid=made.msgid,
        msgstr=made.msgstr,
        # An edited term has been looked at by someone: it is no longer a guess.
        flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
    )


def _place(file: PoFile, source: str, sense: str) -> int | None:
    for at, entry in enumerate(file.entries):
        if entry.msgid == source and (entry.msgctxt or "") == sense:
            return at
    return None


def _existing(file: PoFile, source: str, sense: str) -> int:
    at = _place(file, source, sense)
    if at is None or file.entries[at].obsolete:
        senses = sorted(entry.msgctxt or "" for entry in file.entries if entry.msgid == source and not entry.obsolete)
        known = ", ".join(repr(each) for each in senses)
        hint = (
            _("it has these senses: {senses}").format(senses=known) if senses else _("look with `govpub glossary find`")
        )
        raise GlossaryError(
            _("the glossary has no such term: {term}").format(term=_name(source, sense)),
            at=Position(file.path),
            hint=hint,
        )
    return at


def _name(source: str, sense: str) -> str:
    return f"{source} ({sense})" if sense else source
