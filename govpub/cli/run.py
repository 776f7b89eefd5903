"""From arguments to an exit status: the language is chosen, the command found, every failure said in one line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from govpub.cli import console
from govpub.cli.commands import root
from govpub.cli.language import speak
from govpub.errors import GovpubError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["run"]

_UsageError = typer.BadParameter.__mro__[1]
"""Click's own, wherever the installed typer keeps it."""
INTERRUPTED = 130
FAULT = 3


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status: 0 clean, 1 findings or refused, 2 bad input, 3 the machine."""
    speak(os.environ)
    try:
        status = root()(list(arguments), prog_name="govpub", standalone_mode=False)
    except GovpubError as error:
        console.complain(error)
        return error.exit_status
    except _UsageError as error:
        console.misused(error)
        return 2
    except typer.Exit as exit_:
        return exit_.exit_code
    except (KeyboardInterrupt, typer.Abort):
        console.warn(_("interrupted; nothing half-done was written"))
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`govpub … | head`): nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if os.environ.get("GOVPUB_DEBUG"):
            raise
        console.fault(fault)
        return FAULT
    return status if isinstance(status, int) else 0
