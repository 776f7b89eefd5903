"""Carrying a catalog over to the article as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog.allocation import allocate
from govpub.catalog.fates import Fate, FateKind, fates_of
from govpub.catalog.languages import SOURCE_LANGUAGE, TARGET_LANGUAGE, require_languages
from govpub.catalog.renewal import renewed, resting, retired, told_apart
from govpub.po import PoFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.model.segment import Segment
    from govpub.po import PoEntry

__all__ = ["SEGMENTATION", "CarryOver", "carry_over"]

SEGMENTATION = "X-Govpub-Segmentation"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver:
    """The catalog of an article as it is now, and what became of the one before."""

    file: PoFile
    fates: tuple[Fate, ...]
    """What became of each segment, in order."""
    retired: tuple[PoEntry, ...]
    """Entries that have become obsolete now, as they are in `file`."""

    @property
    def kept(self) -> int:
        """Return how many segments have a text that the catalog had already, translated or not."""
        return self._count(FateKind.KEPT, FateKind.MOVED)

    @property
    def new(self) -> int:
        """Return how many segments are like none that the catalog has: they are not translated."""
        return self._count(FateKind.NEW)

    @property
    def vetoed(self) -> int:
        """Return how many segments say something else than the one they are like: they are not translated."""
        return self._count(FateKind.VETOED)

    @property
    def changed(self) -> int:
        """Return how many segments have another text than their translation was made from, and so are fuzzy."""
        return self._count(FateKind.CHANGED, FateKind.SPLIT, FateKind.MERGED)

    @property
    def revived(self) -> int:
        """Return how many segments have a text that had been obsolete."""
        return self._count(FateKind.REVIVED)

    @property
    def obsolete(self) -> int:
        """Return how many entries have become obsolete now."""
        return len(self.retired)

    def _count(self, *kinds: FateKind) -> int:
        return sum(fate.kind in kinds for fate in self.fates)


def carry_over(  # noqa: PLR0913  the two files, the two languages, what the header says, and the terms
    old: PoFile | None,
    segments: Iterable[Segment],
    *,
    source: Locale,
    target: Locale,
    article_name: str,
    segmentation: int | None = None,
    scanner: Scanner | None = None,
) -> CarryOver:
    """Return the catalog of `segments` with all that `old` knows of them.

    A segment of another wording, or one that was split or merged, gets its old translation as fuzzy, with the source
    that it was made from; each part of a split gets the whole. One that says something else (`govpub.matching.vetoes`;
    terms only with a `scanner`) gets none. Nothing that a person wrote is lost: an entry without a segment becomes
    obsolete, unless it has neither translation nor comment, and so do those that were split or merged. Carrying the
    result over again gives the same file, byte for byte.

    Raises:
        CatalogError: the catalog's languages are others, or two live entries have one msgctxt.
    """
    file = old if old is not None else PoFile()
    require_languages(file, source=source, target=target)
    wanted = tuple(segments)
    ledger = allocate(file, wanted)
    if ledger.open():
        from govpub.catalog.resemblance import resemble  # noqa: PLC0415  where nothing is new, opening needs none of it

        resemble(ledger, source=source, scanner=scanner)
    live = [
        renewed(segment, match, source=source, target=target)
        for segment, match in zip(wanted, ledger.matches, strict=True)
    ]
    kept = resting(ledger)
    obsolete = told_apart(live, (*kept, *retired(ledger)))
    file = _with_headers(file, source=source, target=target, article_name=article_name, segmentation=segmentation)
    return CarryOver(
        file=file.replace_entries((*live, *obsolete)),
        fates=fates_of(ledger, source),
        retired=obsolete[len(kept) :],
    )


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
