"""What several commands of `govpub memory` ask for."""

from typing import Annotated, TypeAlias

import typer

from govpub.messages import _

__all__ = ["Article", "Format", "Limit", "Origin"]

Article: TypeAlias = Annotated[
    str | None, typer.Option("--article", help=_("Only what came from this article: its id or file."))
]
Origin: TypeAlias = Annotated[
    str | None, typer.Option("--origin", help=_("Only what came from there: `govpub`, or the name of an import."))
]
Format: TypeAlias = Annotated[
    str, typer.Option("--format", help=_("How to report: text (default) or json."), metavar="FORMAT")
]
Limit: TypeAlias = Annotated[int, typer.Option("--limit", min=1, help=_("The most to show (20)."))]

FORMATS = ("text", "json")
