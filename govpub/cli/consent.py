"""Asking before what cannot be undone."""

from __future__ import annotations

import sys

from govpub.cli.console import say, shown
from govpub.errors import UsageError
from govpub.messages import _

__all__ = ["consents"]

YES = ("y", "yes", "是", "好")


def consents(question: str) -> bool:
    """Ask on the terminal, and return whether the answer is yes.

    Raises:
        UsageError: there is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(_("nobody is there to be asked"), hint=_("say --yes if it is to be done"))
    sys.stdout.write(shown(_("{question} [y/N] ").format(question=question)))
    sys.stdout.flush()
    if sys.stdin.readline().strip().lower() in YES:
        return True
    say(_("nothing was changed"))
    return False
