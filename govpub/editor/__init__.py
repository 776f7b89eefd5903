"""The translator's editor in the terminal: screens over `govpub.workflow.desk`; the only room that knows textual."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.workflow.desk import Desk

__all__ = ["run_editor"]


def run_editor(desk: Desk, start: str | None = None) -> None:
    """Let a person work at a desk in this terminal, from the segment `start` on, until the person leaves.

    A fault of govpub's own ends it and is raised; what was typed is kept before.
    """
    # What is imported stays; to look through it for garbage takes a tenth of the time until the first screen.
    gc.disable()
    try:
        from govpub.editor.app import Editor  # noqa: PLC0415  a fifth of a second that other commands do not need

        editor = Editor(desk, start)
        editor.run()
    finally:
        gc.enable()
    if editor.fault is not None:
        raise editor.fault
