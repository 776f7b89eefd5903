"""Checks of units, documents and runs: one rule a file, a folder a family with a literal table of its rules."""

from govpub.checks.context import CheckContext, Document, UnitContext
from govpub.checks.report import SCHEMA_VERSION, Report, findings_schema, to_json
from govpub.checks.rule import Rule
from govpub.checks.rules import RULES, check_document, check_run, check_units, read_document, selected_rules

__all__ = [
    "RULES",
    "SCHEMA_VERSION",
    "CheckContext",
    "Document",
    "Report",
    "Rule",
    "UnitContext",
    "check_document",
    "check_run",
    "check_units",
    "findings_schema",
    "read_document",
    "selected_rules",
    "to_json",
]
