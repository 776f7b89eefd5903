"""What there is to know of rules: the table of all, and one in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks import RULES
from govpub.cli.console import say, table
from govpub.cli.excerpt import screen_width, wrapped
from govpub.cli.findings import SEVERITIES
from govpub.errors import UsageError
from govpub.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    for line in wrapped(f"{rule.name} ({_(SEVERITIES[rule.severity])}): {_(rule.summary)}", screen_width(), ""):
        say(line)
    _headline, _blank, body = (rule.explanation or "").rstrip().partition("\n")
    for block in _blocks(body):
        label = next((each for each in LABELS if block.startswith(each)), "")
        for line in wrapped(_(label) + block.removeprefix(label) if label else block, screen_width(), ""):
            say(line)
    return 0


def _blocks(text: str) -> Iterator[str]:
    """Yield paragraphs and examples as one line each, and an empty line between paragraphs."""
    block = ""
    for line in text.split("\n"):
        if block and line and not line.startswith(LABELS):
            block += f" {line}"
            continue
        if block or not line:
            yield block
        if block and not line:
            yield ""
        block = line
    if block:
        yield block
