"""What a rule is: its name, what it holds, and how much it must see to find what breaks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding, Severity
    from govpub.model.segment import Unit

__all__ = ["Candidates", "DocumentCheck", "Rule", "RunCheck", "UnitCheck"]

Candidates: TypeAlias = "Callable[[Document], Collection[int]]"
"""From a document to the numbers of its units, counted from 0, in which a rule may find something."""

UnitCheck: TypeAlias = "Callable[[Unit, UnitContext], Iterator[Finding]]"
"""Sees one unit, and what was read in it."""
DocumentCheck: TypeAlias = "Callable[[Document], Iterator[Finding]]"
"""Sees all units of one article or catalog: quotations across paragraphs, first uses, parity."""
RunCheck: TypeAlias = "Callable[[Sequence[Document]], Iterator[Finding]]"
"""Sees all documents of one run of `govpub check`: one source text with two renderings across the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule and what there is to know of it; of the three checks it has those that it needs."""

    name: str
    """`family.name`, stable over versions."""
    severity: Severity
    """The gravest finding it makes."""
    summary: str
    """What is wrong where it finds something, in one line; English, translated when it is shown."""
    explanation: str | None
    """What it holds, a wrong and a right example, its traps: the docstring of its module."""
    check: UnitCheck | None = None
    candidates: Candidates | None = None
    """The units that `check` must be asked about: where what it looks for can stand at all. None for every unit."""
    check_document: DocumentCheck | None = None
    check_run: RunCheck | None = None
    waivable: bool = True
    """Whether a comment in the catalog can waive it; not where a release cannot be put together with it."""
    drafts: bool = False
    """Whether its check of a unit looks at units that are not final, too; the others read only what is meant to go
    out. A check of documents or runs is given all units, and chooses by itself (`Document.final`)."""

    @property
    def family(self) -> str:
        """Return the part of its name before the point."""
        return self.name.partition(".")[0]
