"""Entries of the translation memory as units of TMX, and units as entries."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from govpub.catalog.records import name_of, one_line
from govpub.interchange.tmx import TmxUnit, TmxVariant, pairs_of, parse_time, serialize_time
from govpub.memory import Remembered
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govpub.interchange.tmx import TmxPair

__all__ = ["entries_of", "unit_of"]

_ORIGIN, _ARTICLE, _STATE = "x-govpub-origin", "x-govpub-article", "x-govpub-state"
_BEFORE = ("prev", "x-context-pre")
_AFTER = ("next", "x-context-post")
"""The texts around a unit, as OmegaT calls them (we write that), and memoQ."""


def unit_of(entry: Remembered) -> TmxUnit:
    """Return an entry as a unit; `entries_of` reads all of it again but the batch."""
    props = {
        _ORIGIN: entry.origin,
        _ARTICLE: entry.article,
        _STATE: entry.state.value if entry.state is State.REVIEWED else "",
        _BEFORE[0]: entry.before,
        _AFTER[0]: entry.after,
    }
    history = {"changedate": serialize_time(entry.time), "changeid": entry.translator}
    return TmxUnit(
        (
            TmxVariant(entry.source_locale.tag, entry.source),
            TmxVariant(entry.target_locale.tag, entry.target, {key: value for key, value in history.items() if value}),
        ),
        entry.source_locale.tag,
        props=tuple((type_, value) for type_, value in props.items() if value),
    )


def entries_of(
    unit: TmxUnit, *, origin: str, keep_origin: bool, keep_reviews: bool, batch: str
) -> Iterator[Remembered]:
    """Yield what a unit gives to the memory: nothing where it has no texts in both of govpub's languages.

    With `keep_origin` the origin is what the unit says, if it says it; with `keep_reviews` what it calls reviewed is.
    """
    values = unit.values
    reviewed = keep_reviews and values.get(_STATE) == State.REVIEWED.value
    for pair in pairs_of(unit):
        source, target = pair.source.text.strip(), pair.target.text.strip()
        if source and target:
            yield Remembered(
                source=source,
                target=target,
                source_locale=pair.source_locale,
                target_locale=pair.target_locale,
                origin=(_on_one_line(values.get(_ORIGIN, "")) if keep_origin else "") or origin,
                article=_on_one_line(values.get(_ARTICLE, "")),
                translator=_name(_said(unit, pair, "changeid", "creationid")),
                time=parse_time(_said(unit, pair, "changedate", "creationdate")),
                state=State.REVIEWED if reviewed else State.TRANSLATED,
                before=_first(values, _BEFORE),
                after=_first(values, _AFTER),
                batch=batch,
            )


# Catalogs record where a text is from; a million units name a few places and persons.
_on_one_line = lru_cache(maxsize=1024)(one_line)
_name = lru_cache(maxsize=1024)(name_of)


def _said(unit: TmxUnit, pair: TmxPair, *names: str) -> str:
    """Return the first of these attributes, the translation's before the unit's."""
    return _first(pair.target.attributes, names) or _first(unit.attributes, names)


def _first(values: Mapping[str, str], names: Iterable[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")
