"""Compiles the shipped PO catalogs, so that an installed govpub speaks every language at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogs(BuildHookInterface[Any]):
    """Write a `.mo` beside each `LC_MESSAGES/*.po` before the files are packed (also for editable installs)."""

    def initialize(self, _version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the results packed although git ignores them."""
        root = Path(self.root)
        for catalog in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
            compiled = catalog.with_suffix(".mo")
            polib.pofile(str(catalog), encoding="utf-8").save_as_mofile(str(compiled))
            build_data["artifacts"].append(f"/{compiled.relative_to(root).as_posix()}")
