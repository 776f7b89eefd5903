"""The gettext PO format, lossless: what is not touched is written back byte for byte."""

from govpub.po.entry import EntryKey, PoEntry, PoFile, new_po
from govpub.po.location import entry_lines, msgstr_region
from govpub.po.merge import PoConflict, PoMerge, merge_po
from govpub.po.parser import parse_po
from govpub.po.serializer import serialize_po

__all__ = [
    "EntryKey",
    "PoConflict",
    "PoEntry",
    "PoFile",
    "PoMerge",
    "entry_lines",
    "merge_po",
    "msgstr_region",
    "new_po",
    "parse_po",
    "serialize_po",
]
