"""From arguments to an exit status: the language is chosen, the command found, every failure said in one line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

import typer

from govpub.cli import console
from govpub.cli.commands import root
from govpub.cli.language import speak
from govpub.errors import GovpubError, MachineError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["run"]

_UsageError = cast("type[Exception]", typer.BadParameter.__mro__[1])
"""Click's own, wherever the installed typer keeps it."""
INTERRUPTED = 130
FAULT = 3


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status: 0 clean, 1 findings or refused, 2 bad input, 3 the machine."""
    speak(os.environ)
    try:
        status = root()(list(arguments), prog_name="govpub", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone (`govpub … | head`): nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        console.warn(_("interrupted; every file is whole, and what was saved before stays"))
        return INTERRUPTED
    except Exception as failure:  # noqa: BLE001  the door: no traceback may reach a user
        return _status_of(failure)
    return status if isinstance(status, int) else 0


def _status_of(failure: Exception) -> int:
    """Say what failed, and return the exit status it has."""
    if isinstance(failure, GovpubError):
        console.complain(failure)
        return failure.exit_status
    if isinstance(failure, typer.Exit):
        return failure.exit_code
    if isinstance(failure, _UsageError):
        from govpub.cli.misuse import misused  # noqa: PLC0415  a command line that is right needs none of it

        misused(failure)
        return 2
    if isinstance(failure, OSError):
        # Every file goes through the workflow, which says what failed; what is left is our own output.
        reason = failure.strerror or str(failure)
        console.complain(MachineError(_("the output cannot be written: {reason}").format(reason=reason)))
        return MachineError.exit_status
    if os.environ.get("GOVPUB_DEBUG"):
        raise failure
    console.fault(failure)
    return FAULT
