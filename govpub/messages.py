"""What the commands say, in the user's language.

Code calls `_("English text")` (gettext's convention, found by Babel); the command line installs a
translation once, before anything is said. Without one the English text stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["N_", "_", "install", "ngettext"]


def _english(message: str) -> str:
    return message


def _english_plural(singular: str, plural: str, number: int) -> str:
    return singular if number == 1 else plural


_gettext: Callable[[str], str] = _english
_ngettext: Callable[[str, str, int], str] = _english_plural


def install(
    gettext: Callable[[str], str] = _english,
    ngettext: Callable[[str, str, int], str] = _english_plural,
) -> None:
    """Use these functions for all that is said from now on in this process; none puts English back."""
    global _gettext, _ngettext  # the one place of process-wide state: the user's language
    _gettext, _ngettext = gettext, ngettext


def _(message: str) -> str:
    """Return `message` in the user's language."""
    return _gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a message that fits `number`, in the user's language."""
    return _ngettext(singular, plural, number)


def N_(message: str) -> str:  # noqa: N802  gettext's own name for "mark, translate later"
    """Mark a message of a literal table for extraction; `_` translates it where it is said."""
    return message
