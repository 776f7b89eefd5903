"""Carrying a catalog over to the article as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from govpub.catalog.allocation import Match, Served, allocate
from govpub.catalog.entries import extracted_of, is_ours, references_of
from govpub.catalog.languages import SOURCE_LANGUAGE, TARGET_LANGUAGE, require_languages
from govpub.catalog.units import translation_of
from govpub.po import PoEntry, PoFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govpub.locales import Locale
    from govpub.model.segment import Segment

__all__ = ["SEGMENTATION", "CarryOver", "carry_over"]

SEGMENTATION = "X-Govpub-Segmentation"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver:
    """The catalog of an article as it is now, and what became of the one before."""

    file: PoFile
    kept: int
    """Segments whose text the catalog had already, translated or not."""
    new: int
    """Segments that are new, and not translated."""
    changed: int
    """Front matter segments whose text has changed: their old translation is kept, and fuzzy."""
    revived: int
    """Segments whose text had been obsolete."""
    obsolete: int
    """Entries that have become obsolete now."""


def carry_over(  # noqa: PLR0913  the two files, the two languages and what the header says
    old: PoFile | None,
    segments: Iterable[Segment],
    *,
    source: Locale,
    target: Locale,
    article_name: str,
    segmentation: int | None = None,
) -> CarryOver:
    """Return the catalog of `segments` with all that `old` knows of them.

    Nothing that a person wrote is lost: an entry without a segment becomes obsolete, unless it has neither
    translation nor comment. Carrying the result over again gives the same file, byte for byte.

    Raises:
        CatalogError: the catalog's languages are others, or two live entries have one msgctxt.
    """
    file = old if old is not None else PoFile()
    require_languages(file, source=source, target=target)
    wanted = tuple(segments)
    allocation = allocate(file, wanted)
    live = [_renewed(segment, match) for segment, match in zip(wanted, allocation.matches, strict=True)]
    resting = [entry for entry in allocation.unused if entry.obsolete]
    retired = [
        entry.replace(obsolete=True, references=())
        for entry in allocation.unused
        if not entry.obsolete and (translation_of(entry) or entry.comments)
    ]
    file = _with_headers(file, source=source, target=target, article_name=article_name, segmentation=segmentation)
    matched = [match for match in allocation.matches if match is not None]
    changed = sum(match.served is Served.CHANGED for match in matched)
    revived = sum(match.entry.obsolete for match in matched)
    return CarryOver(
        file=file.replace_entries((*live, *resting, *retired)),
        kept=len(matched) - changed - revived,
        new=len(wanted) - len(matched),
        changed=changed,
        revived=revived,
        obsolete=len(retired),
    )


def _renewed(segment: Segment, match: Match | None) -> PoEntry:
    if match is None:
        return _fresh(segment)
    old = match.entry
    match match.served:
        case Served.ITS_OWN:
            return _placed(old, segment)
        case Served.SHARED:
            # The translator's comments are about the first place only.
            return _fresh(segment).replace(
                msgstr=old.msgstr, msgid_plural=old.msgid_plural, flags=old.flags, previous_msgid=old.previous_msgid
            )
        case Served.CHANGED:
            flags, previous = _fuzzy(old)
            return _placed(old, segment).replace(flags=flags, previous_msgid=previous)
        case _ as never:
            assert_never(never)


def _placed(old: PoEntry, segment: Segment) -> PoEntry:
    return old.replace(
        extracted=(*extracted_of(segment), *(line for line in old.extracted if not is_ours(line))),
        references=references_of(segment),
        msgctxt=segment.id,
        msgid=segment.text,
        obsolete=False,
    )


def _fresh(segment: Segment) -> PoEntry:
    return PoEntry(
        extracted=extracted_of(segment), references=references_of(segment), msgctxt=segment.id, msgid=segment.text
    )


def _fuzzy(old: PoEntry) -> tuple[tuple[str, ...], str | None]:
    """Return flags and previous source of an entry whose text has changed: what the translation was made from."""
    if not translation_of(old):
        return old.flags, old.previous_msgid
    if old.fuzzy:
        return old.flags, old.previous_msgid if old.previous_msgid is not None else old.msgid
    return ("fuzzy", *old.flags), old.msgid


def _with_headers(
    file: PoFile, *, source: Locale, target: Locale, article_name: str, segmentation: int | None
) -> PoFile:
    given = {
        "Project-Id-Version": article_name,
        TARGET_LANGUAGE: file.headers.get(TARGET_LANGUAGE) or target.gettext_name,
        SOURCE_LANGUAGE: file.headers.get(SOURCE_LANGUAGE) or source.tag,
        "MIME-Version": file.headers.get("MIME-Version") or "1.0",
        "Content-Type": _content_type(file),
        "Content-Transfer-Encoding": "8bit",
    }
    if segmentation is not None:
        given[SEGMENTATION] = str(segmentation)
    for name, value in given.items():
        file = file.with_header(name, value)
    return file


def _content_type(file: PoFile) -> str:
    found = file.headers.get("Content-Type", "")
    return found if "utf-8" in found.lower() else "text/plain; charset=UTF-8"
