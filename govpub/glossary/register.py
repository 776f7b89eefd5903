"""What the glossary says of a person beside the name: the kind of name and the titles with their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.errors import GlossaryError
from govpub.glossary.days import parse_date
from govpub.messages import _
from govpub.model.term import DatedTitle, PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from govpub.errors import Position

__all__ = ["parse_kind", "parse_titles", "title_lines"]


def parse_kind(values: Iterable[tuple[str, Position]]) -> PersonKind:
    """Return the kind that the key `kind` names; mainland where it is not there.

    Raises:
        GlossaryError: there is no such kind.
    """
    for value, at in values:
        try:
            return PersonKind(value)
        except ValueError:
            known = ", ".join(each.value for each in PersonKind)
            hint = _("use one of {known}").format(known=known)
            raise GlossaryError(_("no such kind of person: {name}").format(name=value[:80]), at=at, hint=hint) from None
    return PersonKind.MAINLAND


def parse_titles(values: Iterable[tuple[str, Position]]) -> tuple[DatedTitle, ...]:
    """Return the titles of a person: a line each, `省长 | from 2024-01-01 | to 2026-12-31`.

    Raises:
        GlossaryError: a line has no title, or something that is neither `from` nor `to` and a day.
    """
    return tuple(_title(value, at) for value, at in values)


def _title(value: str, at: Position) -> DatedTitle:
    title, *days = (part.strip() for part in value.split("|"))
    bounds: dict[str, date | None] = {"from": None, "to": None}
    for day in days:
        key, _space, text = day.partition(" ")
        if key not in bounds or bounds[key] is not None:
            title = ""
            break
        bounds[key] = parse_date(text.strip(), at)
    if not title:
        raise GlossaryError(
            _("this is no title with its days: {value}").format(value=value[:80]),
            at=at,
            hint=_("write `titles: 省长 | from 2024-01-01 | to 2026-12-31`, a line for each title"),
        )
    return DatedTitle(title, bounds["from"], bounds["to"])


def title_lines(titles: Iterable[DatedTitle]) -> tuple[str, ...]:
    """Return the lines that say `titles`, as `parse_titles` reads them.

    Raises:
        GlossaryError: a title has `|` in it, or is empty.
    """
    lines = []
    for each in titles:
        if "|" in each.title or not each.title.strip():
            message = _("the glossary cannot hold this title: {title}").format(title=each.title[:80])
            raise GlossaryError(message, hint=_("| parts a title from its days"))
        days = (("from", each.valid_from), ("to", each.valid_to))
        lines.append(" | ".join([each.title, *(f"{key} {day.isoformat()}" for key, day in days if day is not None)]))
    return tuple(lines)
