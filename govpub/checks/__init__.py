"""Checks of units: one rule a file, a folder a family, one literal table of rules."""

from govpub.checks.context import CheckContext, UnitContext
from govpub.checks.report import SCHEMA_VERSION, findings_schema, to_json
from govpub.checks.rules import RULES, Rule, check_units, selected_rules

__all__ = [
    "RULES",
    "SCHEMA_VERSION",
    "CheckContext",
    "Rule",
    "UnitContext",
    "check_units",
    "findings_schema",
    "selected_rules",
    "to_json",
]
