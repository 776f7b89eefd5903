"""The termbase: its PO and CSV forms, its edits, and the scanner that finds terms and allocates spans."""

from govpub.glossary.edit import TermImport, add_term, edit_term, import_terms, remove_term
from govpub.glossary.proof import test_glossary
from govpub.glossary.scanner import Scanner
from govpub.glossary.search import Stats, find, stats
from govpub.glossary.table import COLUMNS, parse_csv, serialize_csv
from govpub.glossary.termbase import HEADERS, KEYS, overlay, parse_date, parse_glossary, term_entry, term_of
from govpub.glossary.verdict import Outcome, TermKey, TermVerdict, term_key
from govpub.model.term import Glossary

__all__ = [
    "COLUMNS",
    "HEADERS",
    "KEYS",
    "Glossary",
    "Outcome",
    "Scanner",
    "Stats",
    "TermImport",
    "TermKey",
    "TermVerdict",
    "add_term",
    "edit_term",
    "find",
    "import_terms",
    "overlay",
    "parse_csv",
    "parse_date",
    "parse_glossary",
    "remove_term",
    "serialize_csv",
    "stats",
    "term_entry",
    "term_key",
    "term_of",
    "test_glossary",
]
