"""`govpub new ARTICLE`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.console import say
from govpub.locales import locale_of
from govpub.messages import _
from govpub.workflow.init import new

File = Annotated[Path, typer.Argument(help=_("The file to make, articles/NAME.md."), metavar="ARTICLE")]
Language = Annotated[str, typer.Option("--lang", help=_("The language it is written in: zh-CN (default) or en."))]


def command(article: File, lang: Language = "zh-CN") -> None:
    """Begin an article, and say what to do with it."""
    new(article, locale_of(lang), now=datetime.now(UTC))
    say(article.as_posix())
    say(_("next: write it, then run"))
    say(f"  govpub translate {article.as_posix()}")
