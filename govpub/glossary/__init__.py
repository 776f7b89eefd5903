"""The termbase: its PO and CSV forms, its edits, and the scanner that finds terms and allocates spans."""

from govpub.glossary.edit import add_term, edit_term, import_terms, remove_term
from govpub.glossary.scanner import Scanner
from govpub.glossary.termbase import KEYS, new_glossary, overlay, parse_date, parse_glossary, term_entry, term_of
from govpub.glossary.verdict import Outcome, TermKey, TermVerdict, term_key

__all__ = [
    "KEYS",
    "Outcome",
    "Scanner",
    "TermKey",
    "TermVerdict",
    "add_term",
    "edit_term",
    "import_terms",
    "new_glossary",
    "overlay",
    "parse_date",
    "parse_glossary",
    "remove_term",
    "term_entry",
    "term_key",
    "term_of",
]
