"""The style of a shipped page: what the page itself needs, on the ground that all pages stand on."""

from __future__ import annotations

from pathlib import Path

__all__ = ["shipped_style"]

_GROUND = Path(__file__).with_name("ground.css")


def shipped_style(own: Path) -> str:
    """Return the style that `own` holds, after paper, ink and what else is the same on every page."""
    return _GROUND.read_text(encoding="utf-8") + own.read_text(encoding="utf-8")
