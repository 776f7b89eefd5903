"""Text: typography and integrity of each side: marks, widths, invisible and deceptive characters, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.checks.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
