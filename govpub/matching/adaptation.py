"""A translation for the numbers of a new source, where nothing but numbers has changed and that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.locales import Locale

__all__ = ["adapt_numbers"]


def adapt_numbers(  # being written
    old_source: str,  # noqa: ARG001
    new_source: str,  # noqa: ARG001
    old_target: str,  # noqa: ARG001
    source: Locale,  # noqa: ARG001
    target: Locale,  # noqa: ARG001
) -> str | None:
    """Return `old_target` with the numbers of `new_source`; None where it is not certain."""
    return None
