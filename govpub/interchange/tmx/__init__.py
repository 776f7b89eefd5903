"""TMX 1.4b, the exchange format of translation memories: read and written unit by unit, in bounded memory."""

from govpub.interchange.tmx.reader import read_tmx
from govpub.interchange.tmx.times import parse_time, serialize_time
from govpub.interchange.tmx.unit import TmxPair, TmxUnit, TmxVariant, pairs_of
from govpub.interchange.tmx.writer import write_tmx

__all__ = ["TmxPair", "TmxUnit", "TmxVariant", "pairs_of", "parse_time", "read_tmx", "serialize_time", "write_tmx"]
