"""How alike two source texts are, where they differ, and whether the translation of one may stand for the other."""

from govpub.matching.adaptation import adapt_numbers
from govpub.matching.difference import Change, Piece, difference
from govpub.matching.score import LONGEST, Scored, score, scores
from govpub.matching.vetoes import Veto, VetoKind, vetoes

__all__ = [
    "LONGEST",
    "Change",
    "Piece",
    "Scored",
    "Veto",
    "VetoKind",
    "adapt_numbers",
    "difference",
    "score",
    "scores",
    "vetoes",
]
