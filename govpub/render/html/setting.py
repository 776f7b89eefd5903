"""What the blocks of one language need to know while they are set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.release import Asset, Release, Rendition

__all__ = ["Setting"]


@dataclass(slots=True, kw_only=True)
class Setting:
    """One language of a page, and the numbers that run through it: the only value here that changes."""

    rendition: Rendition
    assets: Mapping[str, Asset]
    draft: bool
    numbers: Mapping[str, int]
    """From a footnote's label to the number shown."""
    references: dict[int, int] = field(default_factory=dict)
    """How often each footnote has been referred to so far."""
    tables: int = 0
    """How many tables have been set so far."""

    @classmethod
    def of(cls, release: Release, rendition: Rendition) -> Setting:
        """Return the setting at the head of this language's text."""
        footnotes = rendition.wording.footnotes
        numbers = {footnote.label: number for number, footnote in enumerate(footnotes, start=1)}
        return cls(rendition=rendition, assets=release.assets, draft=release.draft, numbers=numbers)

    def note_id(self, number: int) -> str:
        """Return the id of a footnote, unique in a bilingual page."""
        return f"note-{self.rendition.locale.tag}-{number}"

    def reference_id(self, number: int, occurrence: int) -> str:
        """Return the id of the mark at the `occurrence`-th reference to a footnote, counted from 1."""
        return f"reference-{self.rendition.locale.tag}-{number}-{occurrence}"

    def count_reference(self, number: int) -> str:
        """Count one more reference to a footnote and return the id of its mark."""
        occurrence = self.references.get(number, 0) + 1
        self.references[number] = occurrence
        return self.reference_id(number, occurrence)

    def count_table(self) -> int:
        """Count one more table and return its number."""
        self.tables += 1
        return self.tables
