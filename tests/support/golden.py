"""Golden files: what people see, kept as files and compared byte for byte."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

import pytest

__all__ = ["GOLDEN", "Golden"]

GOLDEN = Path(__file__).parents[1] / "golden"
LINES_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """Compares with a golden file, or writes it under `pytest --update-golden`."""

    update: bool

    def __call__(self, path: Path | str, actual: bytes | str) -> None:
        """Hold `actual` against the file at `path` (relative ones lie in tests/golden)."""
        golden = GOLDEN / path
        new = actual.encode() if isinstance(actual, str) else actual
        old = golden.read_bytes() if golden.is_file() else None
        if new == old:
            return
        if self.update:
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(new)
            return
        if old is None:
            pytest.fail(f"{golden.name} has no golden file; `make golden` writes it", pytrace=False)
        pytest.fail(
            f"{path} differs from its golden file; `make golden` accepts it\n{difference(old, new)}", pytrace=False
        )


def difference(old: bytes, new: bytes) -> str:
    """Return a unified diff of two texts, or where two binary files part."""
    try:
        before, after = old.decode().splitlines(), new.decode().splitlines()
    except UnicodeDecodeError:
        where = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        return f"first difference at byte {where} of {len(old)} (now {len(new)})"
    lines = list(difflib.unified_diff(before, after, "golden", "now", lineterm=""))
    return "\n".join(lines[:LINES_SHOWN]) or "line ends or the last newline differ"
