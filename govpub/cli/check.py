"""`govpub check [PATH…]`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from govpub.cli.findings import report_check
from govpub.cli.options import Glossaries, NoDefaultGlossary, Paths, Quiet, one_of
from govpub.errors import UsageError
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.workflow.check import Choices, check

FORMATS = ("text", "json", "sarif", "junit", "github", "rdjson")
SEVERITIES = ("error", "warning")

Select = Annotated[
    list[str] | None,
    typer.Option("--select", help=_("Only these rules or families, with commas between them."), metavar="RULE"),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", help=_("Not these rules or families, with commas between them."), metavar="RULE"),
]
FailOn = Annotated[
    str, typer.Option("--fail-on", help=_("With what the check fails: error (default) or warning."), metavar="SEVERITY")
]
ChangedSince = Annotated[
    str | None,
    typer.Option("--changed-since", help=_("Only findings on lines changed since a git revision."), metavar="REV"),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", help=_("Only findings that are not in this file; it is written if missing."), metavar="FILE"
    ),
]
Fix = Annotated[bool, typer.Option("--fix", help=_("Mend the typography that is safe to mend, in the catalogs."))]
Diff = Annotated[bool, typer.Option("--diff", help=_("With --fix: show the changes, and write nothing."))]
Format = Annotated[
    str,
    typer.Option(
        "--format", help=_("How to report: text (default), json, sarif, junit, github or rdjson."), metavar="FORMAT"
    ),
]
Explain = Annotated[str | None, typer.Option("--explain", help=_("Explain a rule, and check nothing."), metavar="RULE")]
ListRules = Annotated[bool, typer.Option("--list-rules", help=_("List the rules, and check nothing."))]


def command(
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = "error",
    changed_since: ChangedSince = None,
    baseline: Baseline = None,
    fix: Fix = False,
    diff: Diff = False,
    output: Format = "text",
    explain: Explain = None,
    list_all: ListRules = False,
    glossary: Glossaries = None,
    no_default_glossary: NoDefaultGlossary = False,
    quiet: Quiet = False,
) -> int:
    """Check PATHS and report; the exit status says whether there are errors."""
    if list_all or explain is not None:
        from govpub.cli.rules import explain_rule, list_rules  # noqa: PLC0415  drawing tables takes long to load

        return list_rules() if list_all or explain is None else explain_rule(explain)
    form = one_of(output, FORMATS, "--format") or "text"
    if diff and (not fix or form != "text"):
        raise UsageError(_("--diff goes with --fix, and with no --format but text"))
    choices = Choices(
        select=_names(select),
        ignore=_names(ignore),
        fail_on=Severity(one_of(fail_on, SEVERITIES, "--fail-on")),
        glossaries=tuple(glossary or ()),
        default_glossary=not no_default_glossary,
        changed_since=changed_since,
        baseline=baseline,
        fix=fix,
        diff=diff,
    )
    return report_check(check(paths or [Path()], choices, now=datetime.now(UTC)), form, quiet=quiet)


def _names(options: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for option in options or () for name in option.split(","))
