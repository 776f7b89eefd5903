"""`make bench`: runs every comparison, prints each as a line, and ends with 1 when a target is missed."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from support.measure import Comparison, measure

if TYPE_CHECKING:
    from collections.abc import Iterator


def comparisons(wanted: str) -> Iterator[Comparison]:
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        spec = importlib.util.spec_from_file_location(f"benchmarks.{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        if getattr(module, "BY_NAME_ONLY", False) and wanted not in path.stem:
            continue  # minutes to prepare, for titles that are not wanted
        with tempfile.TemporaryDirectory(prefix="govpub-bench-") as folder:
            for comparison in module.comparisons(Path(folder)):
                if wanted in path.stem or wanted in comparison.title:
                    yield comparison


def main(wanted: str) -> int:
    print("medians of interleaved runs, CPU time unless marked: govpub, the other, their ratio (target)", flush=True)
    missed = 0
    for comparison in comparisons(wanted):
        result = measure(comparison)
        print(result, flush=True)
        missed += not result.met
    print(f"{missed} targets missed" if missed else "all targets met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
