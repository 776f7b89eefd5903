"""Finding a text in units, and what replacing it would give."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govpub.errors import UsageError
from govpub.messages import _
from govpub.workflow.desk.results import Hit, Replacement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from govpub.model.segment import Unit
    from govpub.workflow.desk.results import Side

__all__ = ["BOTH_SIDES", "hits", "replacements"]

BOTH_SIDES: tuple[Side, ...] = ("source", "target")
PATIENCE = 3.0
"""Seconds that a regular expression may take over a whole article."""
_FINDER = Path(__file__).with_name("pattern_finder.py")
_REFERENCE = re.compile(r"\\(?:g<(\d+)>|(\d)|(n)|(t)|(.))", re.DOTALL)


def hits(units: Iterable[Unit], text: str, *, sides: Collection[Side], case: bool, regex: bool) -> tuple[Hit, ...]:
    r"""Return the places at which `text` stands, in the order of the units, the source before the target.

    A regular expression is Python's. Empty matches are no hits.

    Raises:
        UsageError: it is no regular expression, or one that takes too long.
    """
    if not text:
        return ()
    places = [
        (unit.segment.id, side, unit.segment.text if side == "source" else unit.target)
        for unit in units
        for side in BOTH_SIDES
        if side in sides
    ]
    texts = [told for _id, _side, told in places]
    found = _patterned(text, texts, case=case) if regex else _plain(text, texts, case=case)
    return tuple(
        Hit(id=id_, side=side, start=start, end=end, groups=tuple(groups))
        for (id_, side, _text), spans in zip(places, found, strict=True)
        for start, end, groups in spans
    )


def replacements(
    units: Mapping[str, Unit], found: Iterable[Hit], replacement: str, *, regex: bool
) -> tuple[Replacement, ...]:
    r"""Return each translation with its hits replaced; hits in sources, and those no longer there, are left out.

    With `regex`, `\1` to `\9` and `\g<10>` stand for groups, `\g<0>` for all of the hit, `\n` for a line feed, and `\\`
    for a backslash.

    Raises:
        UsageError: there is no such group.
    """
    by_unit: dict[str, list[Hit]] = {}
    for hit in found:
        if hit.side == "target" and hit.id in units and units[hit.id].target[hit.start : hit.end] == hit.groups[0]:
            by_unit.setdefault(hit.id, []).append(hit)
    made = [_replaced(units[id_], own, replacement, regex=regex) for id_, own in by_unit.items()]
    return tuple(each for each in made if each.before != each.after)


def _replaced(unit: Unit, own: list[Hit], replacement: str, *, regex: bool) -> Replacement:
    parts: list[str] = []
    place = count = 0
    for hit in sorted(own, key=lambda each: each.start):
        if hit.start >= place:
            parts += (unit.target[place : hit.start], _expanded(replacement, hit) if regex else replacement)
            place, count = hit.end, count + 1
    after = "".join((*parts, unit.target[place:]))
    return Replacement(id=unit.segment.id, before=unit.target, after=after, count=count)


def _expanded(replacement: str, hit: Hit) -> str:
    def group(match: re.Match[str]) -> str:
        number = match[1] or match[2]
        if number is None:
            return "\n" if match[3] else "\t" if match[4] else match[5]
        if len(number) > 2 or int(number) >= len(hit.groups):  # noqa: PLR2004  Python has at most 99 of use
            raise UsageError(
                _("the expression has no group {number}").format(number=number[:9]),
                hint=_("groups stand in brackets, and are counted from 1; write \\\\ for a backslash"),
            )
        return hit.groups[int(number)] or ""

    return _REFERENCE.sub(group, replacement)


def _plain(text: str, texts: Iterable[str], *, case: bool) -> list[list[tuple[int, int, list[str | None]]]]:
    pattern = re.compile(re.escape(text), 0 if case else re.IGNORECASE)
    return [[(*match.span(), [match[0]]) for match in pattern.finditer(each)] for each in texts]


def _patterned(pattern: str, texts: list[str], *, case: bool) -> list[list[tuple[int, int, list[str | None]]]]:
    """Search in a process of its own: an expression that explodes holds its whole process, and is ended with it."""
    asked = json.dumps({"pattern": pattern, "case": case, "texts": texts}).encode()
    try:
        done = subprocess.run(  # noqa: S603  our own program; the pattern is data
            [sys.executable, "-I", "-S", str(_FINDER)], input=asked, capture_output=True, timeout=PATIENCE, check=False
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise UsageError(
            _("this regular expression takes too long"),
            hint=_("repetitions within repetitions, as in (a+)+, do that; write it more simply"),
        ) from error
    except (OSError, ValueError) as error:
        raise UsageError(_("this regular expression cannot be searched for"), hint=_("write it more simply")) from error
    if "error" in answer:
        raise UsageError(
            _("this is not a regular expression: {what}").format(what=answer["error"]),
            hint=_("put a backslash before a mark that stands for itself, or search for plain text"),
        )
    found: list[list[tuple[int, int, list[str | None]]]] = answer["found"]
    return found
