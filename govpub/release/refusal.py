"""Why an article may not go out yet: segments without a final translation, errors that the checks found."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from govpub.errors import RefusedError
from govpub.messages import N_, _, ngettext
from govpub.model.finding import Severity
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["refusal"]

_NAMED_AT_MOST = 20
_EXCERPT_CELLS = 24
_PLACEHOLDER = re.compile(r"</?[0-9]+/?>")

_STATES: Mapping[State, str] = {
    State.UNTRANSLATED: N_("untranslated"),
    State.FUZZY: N_("fuzzy"),
    State.TRANSLATED: N_("translated"),
    State.REVIEWED: N_("reviewed"),
}


def refusal(units: Sequence[Unit], findings: Iterable[Finding] = ()) -> RefusedError | None:
    """Return the error that refuses these units, or None where they may go out.

    The message names the segments that are not final (id, line of the article, state, how the text begins), then the
    errors among `findings` that concern other segments: twenty of them, and how many more there are.
    """
    open_units = [unit for unit in units if not unit.state.final]
    named = {unit.segment.id for unit in open_units}
    errors = [f for f in findings if f.severity is Severity.ERROR and not (f.unit and f.unit in named)]
    if not open_units and not errors:
        return None
    reasons = [*map(_unit_line, open_units), *map(_finding_line, errors)]
    shown = reasons[:_NAMED_AT_MOST]
    if more := len(reasons) - len(shown):
        shown.append("  " + ngettext("and {count} more", "and {count} more", more).format(count=more))
    summary = _("{summary}:").format(summary=_summary(len(open_units), len(units), len(errors)))
    message = "\n".join((summary, *shown))
    at = open_units[0].at if open_units else errors[0].at
    return RefusedError(message, at=at if at.path else None, hint=_way_out(open_units))


def _summary(open_units: int, units: int, errors: int) -> str:
    if not open_units:
        return ngettext("{count} error is to be mended", "{count} errors are to be mended", errors).format(count=errors)
    return ngettext(
        "{count} of {total} segments has no final translation",
        "{count} of {total} segments have no final translation",
        open_units,
    ).format(count=open_units, total=units)


def _unit_line(unit: Unit) -> str:
    state, line, text = _(_STATES[unit.state]), unit.segment.at.line, _excerpt(unit.segment.text)
    if line is None:
        return "  " + _("{segment}: {state}: {text}").format(segment=unit.segment.id, state=state, text=text)
    named = _("{segment}, line {line}: {state}: {text}")
    return "  " + named.format(segment=unit.segment.id, line=line, state=state, text=text)


def _excerpt(text: str) -> str:
    """Return how a text begins, without its markup, in at most 24 cells of a terminal (Unicode TR 11)."""
    plain, used = _PLACEHOLDER.sub("", text), 0
    for index, character in enumerate(plain):
        used += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used > _EXCERPT_CELLS:
            return plain[: index - 1].rstrip() + "…"
    return plain


def _finding_line(finding: Finding) -> str:
    place = str(finding.at) or finding.unit
    return f"  {place}: {finding.message} [{finding.rule}]" if place else f"  {finding.message} [{finding.rule}]"


def _way_out(open_units: Sequence[Unit]) -> str:
    if open_units:
        return _("run `govpub translate` to see what is left, or export a marked draft with --draft")
    return _("run `govpub check` to see them all, or export a marked draft with --draft")
