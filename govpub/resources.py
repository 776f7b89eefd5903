"""Where the files that ship with govpub lie: in the wheel inside the package, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path

__all__ = ["locales_folder", "starter_glossary"]

_PACKAGE = Path(__file__).parent


def locales_folder() -> Path:
    """Return the folder of the shipped catalogs: `ui.pot`, `cli.pot`, one folder a language, `glossary/`."""
    packed = _PACKAGE / "shipped" / "locales"
    return packed if packed.is_dir() else _PACKAGE.parent / "locales"


def starter_glossary() -> Path:
    """Return the shipped glossary."""
    return locales_folder() / "glossary" / "zh_CN-en.po"
