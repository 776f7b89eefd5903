"""Reading and writing TMX against translate-toolkit; each side is a process of its own, for it keeps all in memory."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from support.command import clean_environment
from support.measure import Comparison
from support.tmx import write_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UNITS = 400_000
WRITTEN = 100_000
READ_OURS = """
import sys
from govpub.interchange.tmx import read_tmx
with open(sys.argv[1], "rb") as file:
    count = sum(1 for unit in read_tmx(file) if unit.variants[0].text and unit.variants[1].text)
assert count == int(sys.argv[2]), count
"""
READ_PEER = """
import sys
from translate.storage.tmx import tmxfile
count = sum(1 for unit in tmxfile.parsefile(sys.argv[1]).units if unit.source and unit.target)
assert count == int(sys.argv[2]), count
"""
WRITE_OURS = """
import sys
from govpub.interchange.tmx import TmxUnit, TmxVariant, write_tmx
units = (
    TmxUnit((TmxVariant("zh-CN", f"第{n}次防汛演练在城东水库举行。"), TmxVariant("en", f"Flood drill No. {n} was held.")))
    for n in range(int(sys.argv[2]))
)
with open(sys.argv[1], "wb") as file:
    write_tmx(file, units, "zh-CN")
"""
WRITE_PEER = """
import sys
from translate.storage.tmx import tmxfile
file = tmxfile(sourcelanguage="zh-CN", targetlanguage="en")
for n in range(int(sys.argv[2])):
    file.addtranslation(f"第{n}次防汛演练在城东水库举行。", "zh-CN", f"Flood drill No. {n} was held.", "en")
with open(sys.argv[1], "wb") as out:
    file.serialize(out)
"""


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the comparisons, of whole processes from start to exit."""
    path = folder / "large.tmx"
    write_large(path, UNITS)
    yield Comparison(
        title=f"TMX: read {UNITS} units",
        ours=lambda: _run(READ_OURS, path, UNITS, folder),
        peer_name="translate-toolkit",
        peer=lambda: _run(READ_PEER, path, UNITS, folder),
        at_most=1 / 3,
        rounds=3,
    )
    out = folder / "out.tmx"
    yield Comparison(
        title=f"TMX: write {WRITTEN} units",
        ours=lambda: _run(WRITE_OURS, out, WRITTEN, folder),
        peer_name="translate-toolkit",
        peer=lambda: _run(WRITE_PEER, out, WRITTEN, folder),
        at_most=1 / 3,
        rounds=3,
    )


def _run(program: str, path: Path, units: int, folder: Path) -> None:
    command = [sys.executable, "-c", program, path, str(units)]
    subprocess.run(command, env=clean_environment(folder), check=True)
