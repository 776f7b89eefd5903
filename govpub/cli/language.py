"""Which language the commands speak: GOVPUB_LANG, then the locale of the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub import messages

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["language", "speak"]

VARIABLES = ("GOVPUB_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which they decide; the first that is set and not empty does (POSIX.1, environment variables)."""


def language(environment: Mapping[str, str]) -> str:
    """Return `zh_CN` or `en`: the language asked for, as far as govpub speaks it."""
    wanted = next((value for name in VARIABLES if (value := environment.get(name, ""))), "")
    return "zh_CN" if wanted.lower().startswith("zh") else "en"


def speak(environment: Mapping[str, str]) -> None:
    """Have every message from now on in the user's language."""
    wanted = language(environment)
    if wanted == "en":
        messages.install()  # the messages are English already
        return
    from govpub.catalog.ui import cli_translations  # noqa: PLC0415  English needs none of it

    spoken = cli_translations(wanted)
    messages.install(spoken.gettext, spoken.ngettext)
