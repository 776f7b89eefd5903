"""What stands in what, by the DTD of TMX 1.4b."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ATTRIBUTES", "CODES", "CONTENT"]

CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Inline elements that hold the code of another program; text for a reader stands in them only in `sub`."""

_NOTHING: frozenset[str] = frozenset()
_SUBFLOW = frozenset({"sub"})
_INLINE = CODES | {"hi"}
CONTENT: Mapping[str, frozenset[str]] = {
    "": frozenset({"tmx"}),
    "tmx": frozenset({"header", "body"}),
    "header": frozenset({"note", "prop", "ude"}),
    "note": _NOTHING,
    "prop": _NOTHING,
    "ude": frozenset({"map"}),
    "map": _NOTHING,
    "body": frozenset({"tu"}),
    "tu": frozenset({"note", "prop", "tuv"}),
    "tuv": frozenset({"note", "prop", "seg"}),
    "seg": _INLINE,
    "hi": _INLINE,
    "sub": _INLINE,
    **dict.fromkeys(sorted(CODES), _SUBFLOW),
}
"""Element → its children; the file itself is the empty name."""

_HISTORY = frozenset(
    {
        *("o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion"),
        *("creationdate", "creationid", "changedate", "changeid", "o-tmf"),
    }
)
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "tu": _HISTORY | {"tuid", "segtype", "srclang"},
    "tuv": _HISTORY | {"xml:lang"},
}
"""What units and variants say of themselves."""
