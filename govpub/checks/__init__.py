"""Checks of units, documents and runs: one rule a file, a folder a family with a literal table of its rules."""

from govpub.checks.context import CheckContext, Document, UnitContext
from govpub.checks.reading import Reader, read_document
from govpub.checks.report import SCHEMA_VERSION, Report, findings_schema, to_json
from govpub.checks.rule import Rule
from govpub.checks.rules import RULES, check_document, check_run, check_unit, check_units, selected_rules

__all__ = [
    "RULES",
    "SCHEMA_VERSION",
    "CheckContext",
    "Document",
    "Reader",
    "Report",
    "Rule",
    "UnitContext",
    "check_document",
    "check_run",
    "check_unit",
    "check_units",
    "findings_schema",
    "read_document",
    "selected_rules",
    "to_json",
]
