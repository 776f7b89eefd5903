"""`govpub translate ARTICLE…`."""

from typing import Annotated

import typer

from govpub.cli.editing import edit, may_edit, refuse_segment
from govpub.cli.options import Articles, Quiet
from govpub.cli.reports import report_each, report_translation
from govpub.errors import UsageError
from govpub.messages import _
from govpub.workflow.translate import translate_all

Pretranslate = Annotated[
    bool,
    typer.Option("--pretranslate", help=_("Fill empty segments from memory and glossary; fuzzy until accepted.")),
]
Machine = Annotated[
    list[str] | None,
    typer.Option(
        "--machine",
        help=_("With --pretranslate: a segment (number or id) for the office's machine; `open`: all empty ones."),
        metavar="SEGMENT",
    ),
]
Embargo = Annotated[
    bool, typer.Option("--under-embargo", help=_("With --machine: send text although its embargo holds."))
]
NoEdit = Annotated[bool, typer.Option("--no-edit", help=_("Open no editor: show what is left, for pipes and scripts."))]
Segment = Annotated[
    str | None,
    typer.Option("--segment", help=_("Open the editor at this segment: its number or its id."), metavar="SEGMENT"),
]
Plan = Annotated[
    bool, typer.Option("--plan", help=_("Show what the last edit of an article would touch; nothing is written."))
]


def command(
    articles: Articles,
    plan: Plan = False,
    pretranslate: Pretranslate = False,
    machine: Machine = None,
    under_embargo: Embargo = False,
    no_edit: NoEdit = False,
    segment: Segment = None,
    quiet: Quiet = False,
) -> int:
    """Open an article in the editor; or bring the catalogs of ARTICLES up to date and show what is left."""
    if plan and (pretranslate or machine or under_embargo or segment is not None):
        raise UsageError(
            _("--plan only looks, and goes with no other option that does something"),
            hint=_("look at the plan first, then run it again without --plan"),
        )
    if plan:
        from govpub.cli.plan_report import run_plan  # noqa: PLC0415  brings the matching in

        return run_plan(articles, quiet=quiet)
    if pretranslate or machine or under_embargo:
        from govpub.cli.pretranslation import run_pretranslation  # noqa: PLC0415  brings the memory in

        return run_pretranslation(
            articles, machine or [], pretranslate=pretranslate, under_embargo=under_embargo, quiet=quiet
        )
    if may_edit(articles) and not no_edit and not quiet:
        return edit(articles[0], segment)
    if segment is not None:
        refuse_segment()
    return report_each(translate_all(articles), report_translation, quiet=quiet)
