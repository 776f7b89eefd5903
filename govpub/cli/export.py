"""`govpub export ARTICLE…`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import progress
from govpub.cli.options import Articles, Quiet, one_of, several
from govpub.cli.reports import report_exports
from govpub.messages import _
from govpub.model.article import LAYOUTS
from govpub.model.document import PRESETS
from govpub.model.release import EDITIONS, FORMATS, TEXT_ENCODINGS
from govpub.workflow.export import Choices, export
from govpub.workflow.workspace import article_paths

Formats = Annotated[
    str | None,
    typer.Option("--format", help=_("html, docx, txt, pdf, or several with commas (default: the first three).")),
]
Editions = Annotated[str | None, typer.Option("--edition", help=_("bilingual, zh-CN, en, or several with commas."))]
Layout = Annotated[
    str | None, typer.Option("--layout", help=_("Bilingual editions: columns, interleaved or sequential."))
]
Preset = Annotated[
    str | None, typer.Option("--preset", help=_("On paper: news, or gongwen, the layout of GB/T 9704-2012."))
]
Out = Annotated[
    Path | None, typer.Option("--out", help=_("The folder for the releases (default: dist)."), metavar="DIR")
]
Draft = Annotated[bool, typer.Option("--draft", help=_("Export what is not finished too, visibly marked."))]
Embargo = Annotated[
    bool,
    typer.Option("--under-embargo", help=_("Export before the embargo ends; every file carries the embargo line.")),
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", help=_("Of the wire copy: utf-8 (default), utf-8-windows or gb18030."))
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", min=1, help=_("How many processes (default: what so many articles are worth)."))
]


def command(
    articles: Articles,
    formats: Formats = None,
    edition: Editions = None,
    layout: Layout = None,
    preset: Preset = None,
    out: Out = None,
    draft: Draft = False,
    under_embargo: Embargo = False,
    encoding: Encoding = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> int:
    """Make the releases of ARTICLES."""
    choices = Choices(
        formats=several(formats, FORMATS, "--format"),
        editions=several(edition, EDITIONS, "--edition"),
        layout=one_of(layout, LAYOUTS, "--layout"),
        preset=one_of(preset, PRESETS, "--preset"),
        out=out,
        draft=draft,
        under_embargo=under_embargo,
        text_encoding=one_of(encoding, TEXT_ENCODINGS, "--encoding"),
    )
    paths = article_paths(articles)
    with progress(_("Exporting"), len(paths), quiet=quiet) as step:
        exports = export(paths, choices, now=datetime.now(UTC), progress=step, jobs=jobs)
    return report_exports(exports, quiet=quiet)
