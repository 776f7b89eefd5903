"""Names: persons and their titles, as the register and the rules of romanisation have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.checks.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
