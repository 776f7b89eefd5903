"""The command line: one file a command; it reads, calls, prints, exits."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run govpub with the process's arguments, and end the process with its exit status."""
    if sys.argv[1:] == ["--version"]:
        # Asked by installers and CI on every run: answered before anything is imported.
        from govpub import __version__  # noqa: PLC0415

        sys.stdout.write(f"govpub {__version__}\n")
        return
    from govpub.cli.run import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))
