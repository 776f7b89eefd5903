"""Article → segments, by versioned sentence rules; segments and their translations → wording again."""

from govpub.segmentation.join import join
from govpub.segmentation.placeholders import (
    FaultKind,
    PlaceholderError,
    PlaceholderFault,
    decode,
    placeholder_faults,
)
from govpub.segmentation.rules import RULES_VERSION, sentence_ends
from govpub.segmentation.segments import segment

__all__ = [
    "RULES_VERSION",
    "FaultKind",
    "PlaceholderError",
    "PlaceholderFault",
    "decode",
    "join",
    "placeholder_faults",
    "segment",
    "sentence_ends",
]
