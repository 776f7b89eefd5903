"""Arguments and options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

import typer

from govpub.errors import UsageError
from govpub.messages import _

__all__ = [
    "Article",
    "Articles",
    "Glossaries",
    "NoDefaultGlossary",
    "OfficeOnly",
    "Paths",
    "Quiet",
    "day_of",
    "one_of",
    "several",
]

Kind = TypeVar("Kind", bound=str)

Article: TypeAlias = Annotated[
    Path, typer.Argument(help=_("The canonical article, a Markdown file."), metavar="ARTICLE")
]
Articles: TypeAlias = Annotated[
    list[Path], typer.Argument(help=_("Canonical articles (Markdown files), or folders of them."), metavar="ARTICLE…")
]
Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        help=_("Articles, catalogs (PO), memories (TMX), or folders; without any: this folder."), metavar="[PATH…]"
    ),
]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help=_("Print errors only."))]
OfficeOnly: TypeAlias = Annotated[bool, typer.Option("--office", help=_("Only the office's own terms."))]
Glossaries: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--glossary", help=_("A glossary over the others; may be given several times."), metavar="FILE"),
]
NoDefaultGlossary: TypeAlias = Annotated[
    bool, typer.Option("--no-default-glossary", help=_("Leave the shipped glossary out."))
]


def several(text: str | None, known: tuple[Kind, ...], option: str) -> tuple[Kind, ...] | None:
    """Return the values of a list such as `html,docx`; None where the option was not given.

    Raises:
        UsageError: one of them is not in `known`.
    """
    if text is None:
        return None
    wanted = [part.strip() for part in text.split(",") if part.strip()]
    for part in wanted:
        if part not in known:
            raise UsageError(
                _("{option} cannot be {value}").format(option=option, value=part),
                hint=_("use one of {known}").format(known=", ".join(known)),
            )
    return tuple(value for value in known if value in wanted)


def one_of(value: str | None, known: tuple[Kind, ...], option: str) -> Kind | None:
    """Return the one value of an option; None where it was not given.

    Raises:
        UsageError: it is not in `known`, or there are several.
    """
    values = several(value, known, option)
    if values is not None and len(values) != 1:
        raise UsageError(
            _("{option} takes one value").format(option=option),
            hint=_("use one of {known}").format(known=", ".join(known)),
        )
    return values[0] if values else None


def day_of(text: str | None) -> date | None:
    """Return the day that an option gives; None where it is empty or was not given.

    Raises:
        UsageError: it is not of the form YYYY-MM-DD.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(_("this is no day: {text}").format(text=text), hint=_("write YYYY-MM-DD")) from error
