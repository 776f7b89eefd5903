"""What there is to know of rules: the table of all, and one in full."""

from __future__ import annotations

from govpub.checks import RULES
from govpub.cli.console import say, table
from govpub.cli.findings import SEVERITIES
from govpub.errors import UsageError
from govpub.messages import N_, _

__all__ = ["explain_rule", "list_rules"]

LABELS = (N_("Wrong:"), N_("Right:"), N_("Traps:"))
"""The parts of an explanation, as the modules of rules name them."""


def list_rules() -> int:
    """Print the table of rules, and return the exit status."""
    rows = [(rule.name, _(SEVERITIES[rule.severity]), _(rule.summary)) for rule in RULES.values()]
    table("", (_("rule"), _("severity"), _("what it finds")), rows)
    return 0


def explain_rule(name: str) -> int:
    """Print what a rule holds, a wrong and a right example and its traps, and return the exit status.

    Raises:
        UsageError: there is no such rule.
    """
    rule = RULES.get(name.strip())
    if rule is None:
        raise UsageError(_("no such rule: {rule}").format(rule=name), hint=_("see `govpub check --list-rules`"))
    say(f"{rule.name} ({_(SEVERITIES[rule.severity])}): {_(rule.summary)}")
    _headline, _blank, body = (rule.explanation or "").rstrip().partition("\n")
    for line in body.split("\n"):
        label = next((each for each in LABELS if line.startswith(each)), "")
        say(_(label) + line.removeprefix(label) if label else line)
    return 0
