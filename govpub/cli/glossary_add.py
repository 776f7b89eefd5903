"""`govpub glossary add TERM RENDERING`."""

from pathlib import Path
from typing import Annotated

import typer

from govpub.cli import term_options as options
from govpub.cli.console import say
from govpub.messages import _
from govpub.model.term import Term
from govpub.workflow import glossary

Rendering = Annotated[str, typer.Argument(help=_("Its preferred rendering."), metavar="RENDERING")]


def command(
    source: options.Source,
    rendering: Rendering,
    sense: options.Sense = "",
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
    """Add a term to the office's glossary."""
    change = options.change_of(locals())
    path = glossary.add(Path(), change(Term(source=source, rendering=rendering, sense=sense)))
    say(_("{file}: added {term}").format(file=path.as_posix(), term=source))
