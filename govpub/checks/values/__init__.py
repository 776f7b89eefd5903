"""Values: figures, dates, money and measures of both sides, compared as what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.checks.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
