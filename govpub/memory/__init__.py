"""Translation memory: what was translated once is offered again, with a score that `govpub.matching` gives."""

from govpub.memory.entry import (
    Added,
    Match,
    MatchKind,
    Passage,
    Remembered,
    Selection,
    Side,
    Statistics,
)
from govpub.memory.memory import THRESHOLD, Memory, examined
from govpub.memory.sqlite_store import SqliteStore
from govpub.memory.store import Store

__all__ = [
    "THRESHOLD",
    "Added",
    "Match",
    "MatchKind",
    "Memory",
    "Passage",
    "Remembered",
    "Selection",
    "Side",
    "SqliteStore",
    "Statistics",
    "Store",
    "examined",
]
