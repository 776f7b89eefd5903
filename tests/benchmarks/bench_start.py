"""Starting: what every call of the command costs before it does anything."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from support.command import GOVPUB
from support.measure import Comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

POFILTER = Path(sys.executable).with_name("pofilter")


def comparisons(folder: Path) -> Iterator[Comparison]:
    def run(*command: str | Path) -> Callable[[], object]:
        return lambda: subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    subprocess.run([GOVPUB, "init", "office"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    numbers = itertools.count()

    def new_article() -> None:
        article = f"articles/notice-{next(numbers)}.md"
        subprocess.run([GOVPUB, "new", article], cwd=folder / "office", check=True, stdout=subprocess.DEVNULL)

    bare, pofilter = run(sys.executable, "-c", "pass"), run(POFILTER, "--version")
    yield Comparison(
        title="govpub --version",
        ours=run(GOVPUB, "--version"),
        peer_name="bare Python",
        peer=bare,
        at_most=1.5,
        rounds=25,
    )
    yield Comparison(
        title="govpub --help",
        ours=run(GOVPUB, "--help"),
        peer_name="pofilter --version",
        peer=pofilter,
        at_most=1.3,
        rounds=15,
    )
    yield Comparison(
        title="govpub new", ours=new_article, peer_name="pofilter --version", peer=pofilter, at_most=1.3, rounds=15
    )
