"""Days in a glossary, `YYYY-MM-DD`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from govpub.errors import GlossaryError
from govpub.messages import _

if TYPE_CHECKING:
    from govpub.errors import Position

__all__ = ["parse_date"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_date(text: str, at: Position | None = None) -> date:
    """Return the day that `text` names, `YYYY-MM-DD` (ISO 8601, extended format).

    Raises:
        GlossaryError: it names none.
    """
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    message = _("no such day: {day}").format(day=text[:80])
    raise GlossaryError(message, at=at, hint=_("write it as 2024-12-25"))
