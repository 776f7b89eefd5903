"""`govpub glossary edit TERM`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli import term_options as options
from govpub.cli.console import say
from govpub.messages import _
from govpub.workflow import glossary

Rendering = Annotated[str | None, typer.Option("--rendering", help=_("Its preferred rendering."), metavar="TEXT")]


def command(
    source: options.Source,
    sense: options.Sense = "",
    rendering: Rendering = None,
    term_class: options.Class = None,
    definition: options.Definition = None,
    note: options.Note = None,
    authority: options.Authority = None,
    also: options.Also = None,
    short: options.Short = None,
    never: options.Never = None,
    case: options.Case = None,
    not_in: options.NotIn = None,
    not_near: options.NotNear = None,
    titles: options.Titles = None,
    kind: options.Kind = None,
    valid_from: options.From = None,
    valid_to: options.To = None,
    ok: options.Ok = None,
    bad: options.Bad = None,
) -> None:
    """Change what is given; the rest of the term stays as it is."""
    path = glossary.edit(Path(), source, sense, options.change_of(locals()))
    say(_("{file}: changed {term}").format(file=path.as_posix(), term=source))
