"""The termbase: its PO and CSV forms, its edits, and the scanner that finds terms and allocates spans.

The modules load when a name of theirs is first asked for: the table of checks needs a verdict's names in every command,
and an automaton in few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.loading import on_demand

if TYPE_CHECKING:
    from govpub.glossary.days import parse_date
    from govpub.glossary.edit import TermImport, add_term, edit_term, import_terms, remove_term
    from govpub.glossary.proof import test_glossary
    from govpub.glossary.register import parse_titles
    from govpub.glossary.scanner import Scanner
    from govpub.glossary.search import Stats, find, stats
    from govpub.glossary.table import COLUMNS, parse_csv, serialize_csv
    from govpub.glossary.termbase import HEADERS, KEYS, overlay, parse_glossary, term_entry, term_of
    from govpub.glossary.verdict import Outcome, TermKey, TermVerdict, may_vary, term_key
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
    "may_vary",
    "overlay",
    "parse_csv",
    "parse_date",
    "parse_glossary",
    "parse_titles",
    "remove_term",
    "serialize_csv",
    "stats",
    "term_entry",
    "term_key",
    "term_of",
    "test_glossary",
]

__getattr__ = on_demand(
    __name__,
    {
        "days": ("parse_date",),
        "edit": ("TermImport", "add_term", "edit_term", "import_terms", "remove_term"),
        "proof": ("test_glossary",),
        "register": ("parse_titles",),
        "scanner": ("Scanner",),
        "search": ("Stats", "find", "stats"),
        "table": ("COLUMNS", "parse_csv", "serialize_csv"),
        "termbase": ("HEADERS", "KEYS", "Glossary", "overlay", "parse_glossary", "term_entry", "term_of"),
        "verdict": ("Outcome", "TermKey", "TermVerdict", "may_vary", "term_key"),
    },
)
