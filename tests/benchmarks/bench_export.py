"""Exporting: one article, and three hundred in one run, against the pandoc processes that would make the same files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc
from support.command import GOVPUB
from support.measure import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAMPLES = Path(__file__).parents[2] / "samples"
MANY = 300
PANDOC_FORMATS = {"html": "html5", "docx": "docx", "txt": "plain"}


def comparisons(folder: Path) -> Iterator[Comparison]:
    office = folder / "office"
    shutil.copytree(SAMPLES, office, ignore=shutil.ignore_patterns("dist"))
    originals = sorted((office / "articles").glob("*.md"))
    copies = copies_of(office, MANY)

    def export(articles: Sequence[Path]) -> None:
        command = [
            GOVPUB,
            "export",
            "--quiet",
            "--out",
            folder / "out",
            *articles,
        ]
        subprocess.run(command, cwd=office, check=True)

    def nine_pandocs() -> None:
        # Three times the same text: fewer words than ours, whose bilingual edition has both languages.
        (folder / "pandoc").mkdir(exist_ok=True)
        for edition in ("bilingual", "zh-CN", "en"):
            for suffix, form in PANDOC_FORMATS.items():
                out = folder / "pandoc" / f"{edition}.{suffix}"
                command = [pypandoc.get_pandoc_path(), "--standalone", "--quiet", "--to", form, "--output", out]
                subprocess.run([*command, originals[0].name], cwd=originals[0].parent, check=True)

    yield Comparison(
        title="govpub export, one article to nine files",
        ours=lambda: export([originals[0].relative_to(office)]),
        peer_name="nine pandoc processes",
        peer=nine_pandocs,
        at_most=2,
    )
    yield Comparison(
        title=f"govpub export, {MANY} articles in one run, per article",
        ours=lambda: export(copies),
        peer_name="nine pandoc processes",
        peer=nine_pandocs,
        at_most=0.1,
        wall=True,
        rounds=3,
        ours_pieces=MANY,
    )


def copies_of(office: Path, count: int) -> list[Path]:
    """Return `count` copies of an office's articles, each with an id of its own; relative to the office."""
    originals = sorted((office / "articles").glob("*.md"))
    return [_copy(originals[number % len(originals)], number).relative_to(office) for number in range(count)]


def _copy(article: Path, number: int) -> Path:
    """Put a copy of an article and its catalog beside it, under a name and id of its own."""
    name = f"copy-{number}-of-{article.stem}"
    text = article.read_text(encoding="utf-8")
    copy = article.with_name(f"{name}.md")
    copy.write_text(text.replace(f"\nid: {article.stem}\n", f"\nid: {name}\n", 1), encoding="utf-8")
    for catalog in article.parent.glob(f"{article.stem}.*.po"):
        shutil.copy(catalog, article.with_name(catalog.name.replace(article.stem, name, 1)))
    return copy
